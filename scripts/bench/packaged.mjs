/** Packages the extension once, in a temporary folder. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { bundles, forProduction } from "../bundles.mjs";
import { at, root, run } from "../project.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "imr-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

export const vsix = path.join(folder, "imr-letters.vsix");
/** A copy, so the project can be built again during the run. */
export const server = path.join(folder, "server.js");
/** A server that only answers `initialize`, to measure the protocol library alone. */
export const emptyServer = path.join(folder, "empty.js");

const code = await run(process.execPath, [at("scripts/package.mjs"), "--out", vsix], {
  stdio: ["ignore", "ignore", "inherit"],
});
if (code !== 0) throw new Error("The extension couldn't be packaged.");
copyFileSync(at("dist/server.js"), server);

const { entryPoints, ...likeServer } = forProduction(
  bundles.find(({ outfile }) => outfile === "dist/server.js"),
);
await build({
  ...likeServer,
  outfile: emptyServer,
  stdin: {
    contents: `import { createConnection } from "vscode-languageserver/node";
      const connection = createConnection();
      connection.onInitialize(() => ({ capabilities: {} }));
      connection.listen();`,
    resolveDir: root,
  },
});

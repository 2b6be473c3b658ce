/**
 * Bundles the extension into dist/.
 *   --production  minified, without source maps: what is packaged
 *   --tests       the workbench tests too
 *   --watch       again after each change
 */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { build, context } from "esbuild";
import { root } from "./project.mjs";

const options = new Set(process.argv.slice(2));
const production = options.has("--production") || options.has("--minify");

const common = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  minify: production,
  sourcemap: production ? false : "linked",
  legalComments: "none",
  logLevel: "warning",
};
const forNode = { ...common, platform: "node", format: "cjs", mainFields: ["module", "main"] };
const forWeb = {
  ...common,
  platform: "browser",
  format: "cjs",
  mainFields: ["browser", "module", "main"],
  define: { global: "globalThis" },
};

/** The PDF library could load files and addresses, and would take Node for a reason to. It is given bytes only. */
const withoutPlatform = {
  process: "undefined",
  // It would take the messages of a worker for its own.
  self: "undefined",
  fetch: "undefined",
  XMLHttpRequest: "undefined",
  "import.meta.url": '"importer.js"',
};

/** Each finished file with the file it starts from. */
const bundles = [
  { ...forNode, entryPoints: ["client/src/node/main.ts"], outfile: "dist/client.js", external: ["vscode"] },
  { ...forNode, entryPoints: ["server/src/node/main.ts"], outfile: "dist/server.js" },
  {
    ...forWeb,
    entryPoints: ["client/src/browser/main.ts"],
    outfile: "dist/web/client.js",
    external: ["vscode"],
  },
  { ...forWeb, entryPoints: ["server/src/browser/main.ts"], outfile: "dist/web/server.js", format: "iife" },
  // One script reads documents in a web worker and, with the little that its thread lends it, in Node.
  {
    ...forWeb,
    entryPoints: ["client/src/importer/main.ts"],
    outfile: "dist/importer.js",
    format: "iife",
    define: { ...forWeb.define, ...withoutPlatform },
    // Nobody debugs into the PDF library; its map would be larger than it.
    sourcemap: false,
  },
  { ...forNode, entryPoints: ["client/src/node/importerThread.ts"], outfile: "dist/importerThread.js" },
];
const testBundles = [
  {
    ...forNode,
    entryPoints: ["test/workbench/node.ts"],
    outfile: "dist/test/node/index.js",
    external: ["vscode", "mocha"],
  },
  {
    ...forWeb,
    entryPoints: ["test/workbench/web.ts"],
    outfile: "dist/test/web/index.js",
    external: ["vscode"],
  },
];

const wanted = options.has("--tests") ? [...bundles, ...testBundles] : bundles;
const missing = wanted
  .flatMap(({ entryPoints }) => entryPoints)
  .filter((file) => !existsSync(`${root}/${file}`));
if (missing.length > 0) {
  console.error(`Cannot build: ${missing.join(", ")} not found.`);
  process.exit(1);
}

// A packaged build starts clean, so that no source map of an earlier one stays behind.
if (production) await rm(`${root}/dist`, { recursive: true, force: true });

if (options.has("--watch")) {
  const contexts = await Promise.all(wanted.map((bundle) => context({ ...bundle, logLevel: "info" })));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  try {
    await Promise.all(wanted.map((bundle) => build(bundle)));
  } catch {
    // esbuild has already printed what is wrong and where.
    process.exit(1);
  }
}

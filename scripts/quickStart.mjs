/** esbuild plugins that make bundles start faster by changing how code is loaded, not what it does. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { at, root } from "./project.mjs";

/** Keeps data as JSON text: the engine parses JSON several times as fast as the same code. */
export const withFactsAsJson = {
  name: "facts-as-json",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]knowledge[\\/]data[\\/]\w+\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});` };
    });
  },
};

/** Makes all files import `library` through one module that re-exports its names. */
const named = (library, namesOf) => ({
  name: `named-${library}`,
  setup({ onResolve, onLoad }) {
    const namespace = `named-${library}`;
    onResolve({ filter: new RegExp(`^${library}$`) }, ({ path, kind, namespace: importer }) =>
      kind === "import-statement" && importer !== namespace ? { path, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, async () => {
      const names = await namesOf();
      const contents = `import * as all from "${library}"; export const { ${[...names].join(", ")} } = all;`;
      return { contents, resolveDir: root };
    });
  },
});

/** The protocol library is CommonJS: each file that imports it would copy all of its 400 or so names while loading. */
export const withOneProtocol = named("vscode-languageserver", () =>
  Object.keys(createRequire(`${root}/`)("vscode-languageserver")),
);

/** The same for the VS Code API, which VS Code also looks up for each require. */
export const withOneVscode = named("vscode", async () => {
  const types = await readFile(at("node_modules/@types/vscode/index.d.ts"), "utf8");
  const declared = types.matchAll(/^\texport (?:abstract )?(?:class|const|enum|function|namespace) (\w+)/gm);
  return new Set([...declared].map(([, name]) => name));
});

/** The language client's library requires the VS Code API in each file: makes them share one require. */
export const withVscodeRequiredOnce = {
  name: "vscode-required-once",
  setup({ onResolve, onLoad }) {
    const namespace = "vscode-required-once";
    onResolve({ filter: /^vscode$/ }, ({ path, namespace: importer }) =>
      importer === namespace ? undefined : { path, namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: `module.exports = require("vscode");` }));
  },
};

/** Makes `import()` of `source` load the separate bundle `finished` instead of including it. */
export const withFileOfItsOwn = (source, finished) => ({
  name: "file-of-its-own",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ path: imported, kind, resolveDir }) =>
      kind === "dynamic-import" && path.join(resolveDir, imported) === path.join(root, source)
        ? { path: finished, external: true }
        : undefined,
    );
  },
});

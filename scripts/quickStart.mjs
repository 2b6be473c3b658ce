/** What makes bundled code start sooner: esbuild plugins that change how it is loaded, and nothing of what it does. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { at, root } from "./project.mjs";

/** Facts stay JSON text until they are loaded: the engine reads that several times faster than the same as code. */
export const withFactsAsJson = {
  name: "facts-as-json",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]knowledge[\\/]data[\\/]\w+\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});` };
    });
  },
};

/** All files share one module that names what `library` exports, and asks for that once. */
const named = (library, namesOf) => ({
  name: `named-${library}`,
  setup({ onResolve, onLoad }) {
    const namespace = `named-${library}`;
    onResolve({ filter: new RegExp(`^${library}$`) }, ({ path: asked, kind, namespace: asking }) =>
      kind === "import-statement" && asking !== namespace ? { path: asked, namespace } : undefined,
    );
    onLoad({ filter: /.*/, namespace }, async () => {
      const names = await namesOf();
      const contents = `import * as all from "${library}"; export const { ${[...names].join(", ")} } = all;`;
      return { contents, resolveDir: root };
    });
  },
});

/** The protocol library is CommonJS: each file that imports of it would copy all its names, some four hundred, as it loads. */
export const withOneProtocol = named("vscode-languageserver", () =>
  Object.keys(createRequire(`${root}/`)("vscode-languageserver")),
);

/** So is what VS Code gives each extension, which it also looks up anew each time. */
export const withOneVscode = named("vscode", async () => {
  const types = await readFile(at("node_modules/@types/vscode/index.d.ts"), "utf8");
  const declared = types.matchAll(/^\texport (?:abstract )?(?:class|const|enum|function|namespace) (\w+)/gm);
  return new Set([...declared].map(([, name]) => name));
});

/** The language client's library is CommonJS itself and requires it in each file: they share one that did. */
export const withVscodeRequiredOnce = {
  name: "vscode-required-once",
  setup({ onResolve, onLoad }) {
    const namespace = "vscode-required-once";
    onResolve({ filter: /^vscode$/ }, ({ path: asked, namespace: asking }) =>
      asking === namespace ? undefined : { path: asked, namespace },
    );
    onLoad({ filter: /.*/, namespace }, () => ({ contents: `module.exports = require("vscode");` }));
  },
};

/** What `import()` asks for in `source` is not bundled with it, but loaded from a finished file of its own beside it. */
export const withFileOfItsOwn = (source, finished) => ({
  name: "file-of-its-own",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ path: asked, kind, resolveDir }) =>
      kind === "dynamic-import" && path.join(resolveDir, asked) === path.join(root, source)
        ? { path: finished, external: true }
        : undefined,
    );
  },
});

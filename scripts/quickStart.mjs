/** What makes bundled code start sooner: esbuild plugins that change how it is loaded, and nothing of what it does. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { root } from "./project.mjs";

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

/**
 * The protocol library is CommonJS, so that each file that imports of it would copy all its names, some four hundred, as
 * it loads. Here all files share one module that names them once.
 */
export const withOneProtocol = {
  name: "one-protocol",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver$/ }, ({ path, namespace }) =>
      namespace === "one-protocol" ? undefined : { path, namespace: "one-protocol" },
    );
    onLoad({ filter: /.*/, namespace: "one-protocol" }, ({ path }) => {
      const names = Object.keys(createRequire(`${root}/`)(path));
      const contents = `import * as all from "${path}"; export const { ${names.join(", ")} } = all;`;
      return { contents, resolveDir: root };
    });
  },
};

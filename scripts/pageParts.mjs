/**
 * Bundles the style and the script of the report's page into the virtual module `pageParts.js`, which the server imports. They
 * are always minified, because every page contains them.
 */
import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import { root } from "./project.mjs";

const sources = { style: "server/src/report/page/page.css", script: "server/src/report/page/main.ts" };
const moduleName = /\/pageParts\.js$/;

function bundled(file) {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "iife",
    target: ["es2022", "chrome111", "firefox113", "safari16.2"],
    legalComments: "none",
    logLevel: "warning",
  });
  return { text: outputFiles[0].text.trim(), files: Object.keys(metafile.inputs) };
}

const hashOf = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The code of the module and its source files. */
export function pageParts() {
  const [style, script] = [bundled(sources.style), bundled(sources.script)];
  // These would end the element that contains them.
  if (/<\/(?:style|script)|<!--/i.test(style.text + script.text))
    throw new Error("The page's style or script contains a tag.");
  const values = {
    style: style.text,
    script: script.text,
    styleHash: hashOf(style.text),
    scriptHash: hashOf(script.text),
  };
  const code = Object.entries(values).map(
    ([name, text]) => `export const ${name} = ${JSON.stringify(text)};\n`,
  );
  return { code: code.join(""), files: [...style.files, ...script.files] };
}

/** The esbuild plugin. */
export const withPageParts = {
  name: "page-parts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: moduleName }, () => ({ path: "pageParts.js", namespace: "page-parts" }));
    onLoad({ filter: /.*/, namespace: "page-parts" }, () => {
      const { code, files } = pageParts();
      return { contents: code, watchFiles: files.map((file) => `${root}/${file}`) };
    });
  },
};

/** The Vitest plugin. */
export const pagePartsForTests = {
  name: "page-parts",
  enforce: "pre",
  resolveId: (name) => (moduleName.test(name) ? "\0pageParts" : undefined),
  load: (id) => (id === "\0pageParts" ? pageParts().code : undefined),
};

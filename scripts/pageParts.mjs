/**
 * The style and the script of the report's page, as a module that the server's code imports: `pageParts.js`, which there
 * is no file of. Always minified, because it goes into every page.
 */
import { createHash } from "node:crypto";
import { buildSync } from "esbuild";
import { root } from "./project.mjs";

const sources = { style: "server/src/report/page/page.css", script: "server/src/report/page/main.ts" };
const asked = /\/pageParts\.js$/;

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

/** The module's code, and the files that it is made of. */
export function pageParts() {
  const [style, script] = [bundled(sources.style), bundled(sources.script)];
  // Either would end the element that it stands in.
  if (/<\/(?:style|script)|<!--/i.test(style.text + script.text))
    throw new Error("The page's parts hold a tag.");
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

/** For esbuild. */
export const withPageParts = {
  name: "page-parts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: asked }, () => ({ path: "pageParts.js", namespace: "page-parts" }));
    onLoad({ filter: /.*/, namespace: "page-parts" }, () => {
      const { code, files } = pageParts();
      return { contents: code, watchFiles: files.map((file) => `${root}/${file}`) };
    });
  },
};

/** For Vitest. */
export const pagePartsForTests = {
  name: "page-parts",
  enforce: "pre",
  resolveId: (name) => (asked.test(name) ? "\0pageParts" : undefined),
  load: (id) => (id === "\0pageParts" ? pageParts().code : undefined),
};

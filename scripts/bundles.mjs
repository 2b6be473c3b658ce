/**
 * The bundles and their options. Everything that ships is listed here, so tests check the same bundles that the build
 * creates.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { withPageParts } from "./pageParts.mjs";
import { withPdfLimits } from "./pdfLimits.mjs";
import { root } from "./project.mjs";
import {
  withFactsAsJson,
  withFileOfItsOwn,
  withOneProtocol,
  withOneVscode,
  withVscodeRequiredOnce,
} from "./quickStart.mjs";

/**
 * Removes functions of Node.js modules from a bundle. The protocol library could use sockets and pipes and start Node.js to
 * find modules, which isn't used here. Without them, no bundle has network code, the server can't start a program, and there
 * is less to load.
 */
const without = (name, modules, refusal) => ({
  name,
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:node:)?(?:${Object.keys(modules).join("|")})$`);
    onResolve({ filter }, ({ path }) => ({ path: path.replace("node:", ""), namespace: name }));
    onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error("${refusal}"); };
        module.exports = { ${modules[path].map((one) => `${one}: refuse`).join(", ")} };`,
    }));
  },
});
const withoutSockets = without(
  "without-sockets",
  { net: ["createServer", "createConnection"] },
  "Sockets aren't supported: use --stdio or --node-ipc.",
);
const withoutPrograms = without(
  "without-programs",
  { child_process: ["fork", "spawnSync"], crypto: ["randomBytes"] },
  "Starting programs isn't supported.",
);

const common = {
  absWorkingDir: root,
  bundle: true,
  target: "es2022",
  sourcemap: "linked",
  legalComments: "none",
  logLevel: "warning",
};
const forNode = {
  ...common,
  platform: "node",
  format: "cjs",
  mainFields: ["module", "main"],
  plugins: [
    withoutSockets,
    withPageParts,
    withFactsAsJson,
    withOneProtocol,
    withOneVscode,
    withVscodeRequiredOnce,
  ],
};
const forWeb = {
  ...common,
  platform: "browser",
  format: "cjs",
  mainFields: ["browser", "module", "main"],
  define: { global: "globalThis" },
  plugins: [withPageParts, withFactsAsJson, withOneProtocol, withOneVscode, withVscodeRequiredOnce],
};

/** The PDF library gets only bytes. Without these, it can't load files or URLs, even in Node.js. */
const withoutPlatform = {
  process: "undefined",
  // It would handle the messages of our worker.
  self: "undefined",
  fetch: "undefined",
  // The library's own decompression counts bytes, see pdfLimits.mjs; the platform's doesn't.
  DecompressionStream: "undefined",
  XMLHttpRequest: "undefined",
  "import.meta.url": '"reader.js"',
};

/** The bundles that ship. */
export const bundles = [
  {
    ...forNode,
    entryPoints: ["client/src/node/main.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
    plugins: [
      ...forNode.plugins,
      withFileOfItsOwn("client/src/node/connection.ts", "./connection.js"),
      withFileOfItsOwn("client/src/node/onDemand.ts", "./onDemand.js"),
    ],
    // VS Code provides its API only to require().
    supported: { "dynamic-import": false },
  },
  {
    ...forNode,
    entryPoints: ["client/src/node/connection.ts"],
    outfile: "dist/connection.js",
    external: ["vscode"],
  },
  {
    ...forNode,
    entryPoints: ["client/src/node/onDemand.ts"],
    outfile: "dist/onDemand.js",
    external: ["vscode"],
  },
  {
    ...forNode,
    entryPoints: ["server/src/node/main.ts"],
    outfile: "dist/server.js",
    plugins: [...forNode.plugins, withoutPrograms],
  },
  {
    ...forWeb,
    entryPoints: ["client/src/browser/main.ts"],
    outfile: "dist/web/client.js",
    external: ["vscode"],
  },
  { ...forWeb, entryPoints: ["server/src/browser/main.ts"], outfile: "dist/web/server.js", format: "iife" },
  // One script reads documents in a web worker and, with a few globals from its thread, in Node.js.
  {
    ...forWeb,
    entryPoints: ["reader/src/worker/main.ts"],
    outfile: "dist/reader.js",
    format: "iife",
    define: { ...forWeb.define, ...withoutPlatform },
    plugins: [...forWeb.plugins, withPdfLimits],
    // Nobody debugs the PDF library, and its source map would be larger than the bundle.
    sourcemap: false,
  },
  // The same for the script that writes Word files.
  {
    ...forWeb,
    entryPoints: ["writer/src/worker/main.ts"],
    outfile: "dist/writer.js",
    format: "iife",
    sourcemap: false,
  },
  {
    ...forNode,
    entryPoints: ["server/src/cli.ts"],
    outfile: "dist/cli.js",
    // For a library that needs the location of its file.
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: `#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;`,
    },
  },
  { ...forNode, entryPoints: ["reader/src/node/readerThread.ts"], outfile: "dist/readerThread.js" },
  { ...forNode, entryPoints: ["reader/src/node/readerProcess.ts"], outfile: "dist/readerProcess.js" },
];
export const testBundles = [
  {
    ...forNode,
    entryPoints: ["test/workbench/node.ts"],
    outfile: "dist/test/node/index.js",
    external: ["vscode", "mocha"],
    // The tests check for sockets, so they need the real modules.
    plugins: [],
  },
  {
    ...forWeb,
    entryPoints: ["test/workbench/web.ts"],
    outfile: "dist/test/web/index.js",
    external: ["vscode"],
  },
];

/** A bundle as it's packaged: minified, without source maps. */
export const forProduction = (bundle) => ({ ...bundle, minify: true, sourcemap: false });

/**
 * Third-party code inside `pdfjs-dist` and `docx`, which are bundled themselves, so esbuild doesn't report it: with its license
 * files, and a text that identifies its code.
 */
const inPdfjs = "node_modules/pdfjs-dist";
const wasmLicenses = (name) =>
  [`LICENSE_PDFJS_${name}`, `LICENSE_${name}`].map((file) => `${inPdfjs}/wasm/${file}`);
export const heldByOthers = [
  {
    name: "core-js",
    holder: "pdfjs-dist",
    license: "MIT",
    licenseFiles: ["scripts/licenses/core-js.txt"],
    sign: "zloirock/core-js",
  },
  ...[
    ["qcms", "BSD-2-Clause and MIT"],
    ["openjpeg", "BSD-2-Clause"],
    ["jbig2", "Apache-2.0 and BSD-3-Clause"],
  ].map(([name, license]) => ({
    name,
    holder: "pdfjs-dist",
    license,
    licenseFiles: wasmLicenses(name.toUpperCase()),
    sign: `./external/${name}/`,
  })),
  ...[
    ["fflate", "node_modules/fflate/LICENSE", "// node_modules/fflate/"],
    ["nanoid", "node_modules/docx/node_modules/nanoid/LICENSE", "// node_modules/nanoid/"],
    ["@oxc-project/runtime", "scripts/licenses/oxc.txt", "@oxc-project+runtime"],
  ].map(([name, license, sign]) => ({
    name,
    holder: "docx",
    license: "MIT",
    licenseFiles: [license],
    sign,
  })),
];

const textIn = (file) => readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n").trim();

/** The packages whose code is in the bundles, from esbuild's metafiles: name, version, license, and license text. */
export function bundledPackages(metafiles) {
  const files = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)),
  );
  const folders = files.flatMap(
    (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  );
  const packages = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, "package.json"), "utf8"),
    );
    const file = readdirSync(path.join(root, folder)).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
    return { name, version, license, text: file && textIn(`${folder}/${file}`) };
  });
  const embedded = heldByOthers.flatMap(({ name, holder, license, licenseFiles }) => {
    const holding = packages.find((one) => one.name === holder);
    if (holding === undefined) return [];
    const text = licenseFiles.map(textIn).join("\n\n");
    return [{ name, version: `in ${holder} ${holding.version}`, license, text, holder }];
  });
  return [...packages, ...embedded].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The third-party notices. Packages with the same license text share it. */
export function noticesOf(packages) {
  const byText = groupedByText(packages);
  const parts = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version, license }) => `${name} ${version} (${license})`).join("\n");
    return `${names}\n\n${text}\n`;
  });
  const intro = "IMR Letters contains code from these packages.\n";
  return [intro, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

function groupedByText(packages) {
  const groups = new Map();
  for (const one of packages) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

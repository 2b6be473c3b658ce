/**
 * What is bundled, and how. Everything that ships is listed here, so that tests look at the same bundles as the build
 * makes.
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
 * The protocol library could also talk through sockets, name their pipes and start a Node to look for modules, which
 * nothing here asks for: they are left out, so that there is no network code in any bundle, nothing in the server that
 * starts a program, and less to load.
 */
const without = (name, modules, refusal) => ({
  name,
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:node:)?(?:${Object.keys(modules).join("|")})$`);
    onResolve({ filter }, ({ path: given }) => ({ path: given.replace("node:", ""), namespace: name }));
    onLoad({ filter: /.*/, namespace: name }, ({ path: asked }) => ({
      contents: `const refuse = () => { throw new Error("${refusal}"); };
        module.exports = { ${modules[asked].map((one) => `${one}: refuse`).join(", ")} };`,
    }));
  },
});
const withoutSockets = without(
  "without-sockets",
  { net: ["createServer", "createConnection"] },
  "Sockets are left out: use --stdio or --node-ipc.",
);
const withoutPrograms = without(
  "without-programs",
  { child_process: ["fork", "spawnSync"], crypto: ["randomBytes"] },
  "Starting programs is left out.",
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

/** The PDF library could load files and addresses, and would take Node for a reason to. It is given bytes only. */
const withoutPlatform = {
  process: "undefined",
  // It would take the messages of a worker for its own.
  self: "undefined",
  fetch: "undefined",
  // What the platform unpacks is not counted; the library's own way is.
  DecompressionStream: "undefined",
  XMLHttpRequest: "undefined",
  "import.meta.url": '"importer.js"',
};

/** Each finished file with the file it starts from. */
export const bundles = [
  {
    ...forNode,
    entryPoints: ["client/src/node/main.ts"],
    outfile: "dist/client.js",
    external: ["vscode"],
    plugins: [...forNode.plugins, withFileOfItsOwn("client/src/node/connection.ts", "./connection.js")],
    // VS Code knows what is required, and not what is imported.
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
  // One script reads documents in a web worker and, with the little that its thread lends it, in Node.
  {
    ...forWeb,
    entryPoints: ["client/src/guidelines/importer/main.ts"],
    outfile: "dist/importer.js",
    format: "iife",
    define: { ...forWeb.define, ...withoutPlatform },
    plugins: [...forWeb.plugins, withPdfLimits],
    // Nobody debugs into the PDF library; its map would be larger than it.
    sourcemap: false,
  },
  {
    ...forNode,
    entryPoints: ["server/src/cli.ts"],
    outfile: "dist/cli.js",
    // A library asks where it is; in a bundle that is where the bundle is.
    define: { "import.meta.url": "bundleUrl" },
    banner: {
      js: `#!/usr/bin/env node\nconst bundleUrl = require("node:url").pathToFileURL(__filename).href;`,
    },
  },
  { ...forNode, entryPoints: ["client/src/node/importerThread.ts"], outfile: "dist/importerThread.js" },
  { ...forNode, entryPoints: ["client/src/node/importerProcess.ts"], outfile: "dist/importerProcess.js" },
];
export const testBundles = [
  {
    ...forNode,
    entryPoints: ["test/workbench/node.ts"],
    outfile: "dist/test/node/index.js",
    external: ["vscode", "mocha"],
    // The tests watch over sockets, so these are the real ones.
    plugins: [],
  },
  {
    ...forWeb,
    entryPoints: ["test/workbench/web.ts"],
    outfile: "dist/test/web/index.js",
    external: ["vscode"],
  },
];

/** The same as it is packaged: minified, without source maps. */
export const forProduction = (bundle) => ({ ...bundle, minify: true, sourcemap: false });

/**
 * What `pdfjs-dist`, which comes bundled itself, holds of others: no file tells esbuild of it. Each with the licences that it
 * comes under, and words by which its code is known.
 */
const inPdfjs = "node_modules/pdfjs-dist";
const wasmLicences = (name) =>
  [`LICENSE_PDFJS_${name}`, `LICENSE_${name}`].map((file) => `${inPdfjs}/wasm/${file}`);
export const heldByOthers = [
  {
    name: "core-js",
    holder: "pdfjs-dist",
    license: "MIT",
    licences: ["scripts/licences/core-js.txt"],
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
    licences: wasmLicences(name.toUpperCase()),
    sign: `./external/${name}/`,
  })),
];

const textIn = (file) => readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n").trim();

/** The packages whose code is in bundles, by esbuild's account of what went into each: name, version, licence, its text. */
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
  const held = heldByOthers.flatMap(({ name, holder, license, licences }) => {
    const by = packages.find((one) => one.name === holder);
    if (by === undefined) return [];
    const text = licences.map(textIn).join("\n\n");
    return [{ name, version: `in ${holder} ${by.version}`, license, text, holder }];
  });
  return [...packages, ...held].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The notices that the package carries; packages under the same text share it. */
export function noticesOf(packages) {
  const byText = groupedByText(packages);
  const parts = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version, license }) => `${name} ${version} (${license})`).join("\n");
    return `${names}\n\n${text}\n`;
  });
  const intro = "IMR Letters contains code of these packages.\n";
  return [intro, ...parts].join(`\n${"-".repeat(80)}\n\n`);
}

function groupedByText(packages) {
  const groups = new Map();
  for (const one of packages) groups.set(one.text, [...(groups.get(one.text) ?? []), one]);
  return groups;
}

/**
 * `node scripts/boundaries.mjs [folder]`: checks the imports of the project, or of a folder with the same layout. Files
 * import only from their own floor and those below, there are no import cycles, and code that runs anywhere uses nothing
 * from a platform.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * The floors of each folder, the lowest first. A folder or file imports only from its own floor and those below. Entries in
 * a nested list share a floor and don't import each other. `*` is the floor of everything that isn't listed; without it,
 * everything must be.
 */
const floorsOf = {
  "server/src": [
    "base",
    ["letter", "knowledge"],
    ["packs", "analysis"],
    "review",
    "features",
    "report",
    "protocol",
    "cli",
    ["server.ts", "cli.ts"],
    ["node", "browser"],
  ],
  "server/src/features": ["types.ts", "guidelines", "reading", ["drafting", "workspace"]],
  "server/src/review": ["laws.ts", "fixes", "types.ts", "rules", "*"],
  "server/src/protocol": [
    "extensions.ts",
    "lsp",
    "state",
    "diagnostics",
    "workspace",
    "serverContext.ts",
    "handlers",
  ],
  "reader/src": ["messages.ts", ["documentKind.ts", "words.ts", "reader.ts"], ["worker", "node"]],
  "writer/src": ["writer.ts", ["worker", "node"]],
  "server/src/cli": [
    "usageError.ts",
    "pluralize.ts",
    "io",
    "formats",
    "commands",
    "pool",
    "run.ts",
    "inputOptions.ts",
    "ruleOptions.ts",
  ],
};

/** Rooms that run anywhere: they use no packages and nothing from a platform. */
const coreRooms = ["base", "letter", "knowledge", "analysis", "review", "features", "report"];

/** Code that may use Node.js. */
const nodeOnly = [
  "server/src/node/",
  "client/src/node/",
  "reader/src/node/",
  "writer/src/node/",
  "server/src/cli/",
  "server/src/cli.ts",
];

/** The only server file that the client and the writer import. */
const sharedWithClient = "server/src/protocol/extensions.ts";

const importPattern = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g;

/** The module specifiers that a file imports. */
const importsIn = (text) => [...text.matchAll(importPattern)].map(([, name]) => name);

/** Resolves a relative import of `file` to a path in the project. */
const targetOf = (file, name) => path.posix.join(path.posix.dirname(file), name);

const isFile = (name) => name.startsWith(".");

/** The next segment of a path after `folder`: "letter" for server/src/letter/dates.ts in server/src. */
const segmentIn = (folder, file) => file.slice(folder.length + 1).split("/")[0];

/** Code that may read documents. It never imports the reader's worker, which is a bundle of its own. */
const readsDocuments = ["client/src/", "server/src/cli/", "reader/src/"];
const readerWorker = "reader/src/worker/";

/** The same for code that writes Word files. */
const writesDocuments = ["client/src/", "server/src/cli/", "writer/src/"];
const writerWorker = "writer/src/worker/";

/** Why `file` may not import the project's file `target`; undefined if it may. */
function fileViolation(file, target) {
  if (target.startsWith("reader/")) {
    if (!readsDocuments.some((start) => file.startsWith(start)))
      return "only the client and the command line read documents";
    if (target.startsWith(readerWorker) && !file.startsWith(readerWorker))
      return "the reader's worker is a separate bundle";
  }
  if (target.startsWith("writer/")) {
    if (!writesDocuments.some((start) => file.startsWith(start)))
      return "only the client and the command line write documents";
    if (target.startsWith(writerWorker) && !file.startsWith(writerWorker))
      return "the writer's worker is a separate bundle";
  }
  if (file.startsWith("writer/")) {
    if (target.startsWith("writer/") || target === sharedWithClient) return undefined;
    return `the writer imports nothing from the client and the server except ${sharedWithClient}`;
  }
  if (file.startsWith("reader/") && !target.startsWith("reader/"))
    return "the reader imports nothing from the client and the server";
  if (file.startsWith("client/")) {
    if (/^(?:client|reader|writer)\//.test(target) || target === sharedWithClient) return undefined;
    return `the client imports nothing from the server except ${sharedWithClient}`;
  }
  if (target.startsWith("client/")) return "the server doesn't import from the client";
  const room = segmentIn("server/src", file);
  if (!target.startsWith("server/src/") && coreRooms.includes(room))
    return `${room}/ imports only from server/src`;
  for (const folder of Object.keys(floorsOf)) {
    if (![file, target].every((one) => one.startsWith(`${folder}/`))) continue;
    const violation = floorViolation(folder, segmentIn(folder, file), segmentIn(folder, target));
    if (violation) return violation;
  }
  return undefined;
}

/** Why one entry of a folder may not import from another; undefined if it may. */
function floorViolation(folder, from, to) {
  if (from === to) return undefined;
  const floors = floorsOf[folder].map((floor) => [floor].flat());
  const isNamed = (name) => floors.some((floor) => floor.includes(name));
  const floorOf = (name) => floors.findIndex((floor) => floor.includes(isNamed(name) ? name : "*"));
  for (const name of [from, to]) {
    if (floorOf(name) < 0) return `${name} isn't on any floor of ${folder}; see scripts/boundaries.mjs`;
  }
  if (floorOf(to) > floorOf(from)) return `${to} is above ${from}`;
  const areSiblings = floorOf(to) === floorOf(from) && isNamed(to) && isNamed(from);
  return areSiblings ? `${to} and ${from} are on the same floor` : undefined;
}

const isBuiltin = (name) => name.startsWith("node:") || builtinModules.includes(name);

/** Why `file` may not import the package or built-in module `name`; undefined if it may. */
function packageViolation(file, name) {
  const room = file.startsWith("server/src/") ? segmentIn("server/src", file) : undefined;
  if (coreRooms.includes(room)) return `${room}/ uses no packages and nothing from the platform`;
  if (name === "vscode" || name.startsWith("vscode-languageclient")) {
    return file.startsWith("client/") ? undefined : "only the client may use VS Code";
  }
  if (!isBuiltin(name)) return undefined;
  return nodeOnly.some((start) => file.startsWith(start)) ? undefined : "only node/ may use Node.js modules";
}

/** The violations of one file, one line each. `file` is relative to the project, with forward slashes. */
export function violationsIn(file, text) {
  return importsIn(text).flatMap((name) => {
    const violation = isFile(name) ? fileViolation(file, targetOf(file, name)) : packageViolation(file, name);
    return violation ? [`${file} imports ${name}: ${violation}`] : [];
  });
}

/**
 * The groups of files that import each other, directly or indirectly: the strongly connected components of more than one file
 * (Tarjan's algorithm). `files` maps names to texts.
 */
export function circlesIn(files) {
  const seen = new Map();
  const stack = [];
  const circles = [];

  function visit(file) {
    const own = { number: seen.size, lowest: seen.size, isOnStack: true };
    seen.set(file, own);
    stack.push(file);
    for (const name of importsIn(files.get(file)).filter(isFile)) {
      const target = targetOf(file, name);
      if (!files.has(target)) continue;
      if (!seen.has(target)) own.lowest = Math.min(own.lowest, visit(target).lowest);
      else if (seen.get(target).isOnStack) own.lowest = Math.min(own.lowest, seen.get(target).number);
    }
    if (own.lowest === own.number) {
      const circle = stack.splice(stack.indexOf(file));
      for (const member of circle) seen.get(member).isOnStack = false;
      if (circle.length > 1) circles.push(circle);
    }
    return own;
  }

  for (const file of files.keys()) if (!seen.has(file)) visit(file);
  return circles;
}

/** All violations in the project, one line each. */
export function allViolations(project = root) {
  const files = sourcesIn(project);
  return [
    ...[...files].flatMap(([file, text]) => violationsIn(file, text)),
    ...circlesIn(files).map((circle) => `These files import each other: ${circle.join(", ")}`),
  ];
}

function sourcesIn(project) {
  const files = new Map();
  for (const folder of ["client/src", "reader/src", "server/src", "writer/src"]) {
    if (!existsSync(path.join(project, folder))) continue;
    for (const name of readdirSync(path.join(project, folder), { recursive: true }).sort()) {
      if (!name.endsWith(".ts")) continue;
      const file = `${folder}/${name.replaceAll("\\", "/")}`;
      files.set(file, readFileSync(path.join(project, file), "utf8"));
    }
  }
  return files;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const violations = allViolations(process.argv[2]);
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) process.exitCode = 1;
}

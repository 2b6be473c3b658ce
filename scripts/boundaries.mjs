/**
 * `node scripts/boundaries.mjs [folder]`: checks who imports whom, in the project or in another folder laid out like it.
 * Each import goes down, from a floor to one below; no file imports itself by way of others; and what is to run anywhere
 * uses nothing of a platform's.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

/**
 * The floors of each folder, the lowest first: what stands on one imports only from its own and from those below.
 * Several in a list stand side by side and do not know each other. `*` stands for all that is not named; without it,
 * everything in the folder has to be.
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
  "server/src/cli": ["usageError.ts", "pluralize.ts", "io", "formats", "commands", "pool", "run.ts"],
};

/** These run anywhere: they use no package, and nothing of a platform's. */
const coreRooms = ["base", "letter", "knowledge", "analysis", "review", "features", "report"];

/** These may use Node. */
const nodeOnly = ["server/src/node/", "client/src/node/", "server/src/cli/", "server/src/cli.ts"];

/** All that the client takes from the server. */
const sharedWithClient = "server/src/protocol/extensions.ts";

const importPattern = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g;

/** What a file imports, as it is written there. */
const importsIn = (text) => [...text.matchAll(importPattern)].map(([, name]) => name);

/** The project's file that an import of `file` names. */
const targetOf = (file, name) => path.posix.join(path.posix.dirname(file), name);

const isFile = (name) => name.startsWith(".");

/** The step of a path behind `folder`: "letter" for server/src/letter/dates.ts in server/src. */
const stepIn = (folder, file) => file.slice(folder.length + 1).split("/")[0];

/** Why `file` may not import the project's file `target`; undefined where it may. */
function objectionToFile(file, target) {
  if (file.startsWith("client/")) {
    if (target.startsWith("client/") || target === sharedWithClient) return undefined;
    return `the client takes nothing from outside but ${sharedWithClient}`;
  }
  if (target.startsWith("client/")) return "the server knows nothing of the client";
  const room = stepIn("server/src", file);
  if (!target.startsWith("server/src/") && coreRooms.includes(room))
    return `${room}/ imports only from the rooms`;
  for (const folder of Object.keys(floorsOf)) {
    if (![file, target].every((one) => one.startsWith(`${folder}/`))) continue;
    const objection = objectionToStep(folder, stepIn(folder, file), stepIn(folder, target));
    if (objection) return objection;
  }
  return undefined;
}

/** The same of what stands in one folder. */
function objectionToStep(folder, from, to) {
  if (from === to) return undefined;
  const floors = floorsOf[folder].map((floor) => [floor].flat());
  const isNamed = (name) => floors.some((floor) => floor.includes(name));
  const floorOf = (name) => floors.findIndex((floor) => floor.includes(isNamed(name) ? name : "*"));
  for (const name of [from, to]) {
    if (floorOf(name) < 0) return `${name} is on no floor of ${folder}, see scripts/boundaries.mjs`;
  }
  if (floorOf(to) > floorOf(from)) return `${to} stands above ${from}`;
  const areSiblings = floorOf(to) === floorOf(from) && isNamed(to) && isNamed(from);
  return areSiblings ? `${to} and ${from} stand side by side` : undefined;
}

const isBuiltin = (name) => name.startsWith("node:") || builtinModules.includes(name);

/** Why `file` may not import the package or built-in module `name`; undefined where it may. */
function objectionToPackage(file, name) {
  const room = file.startsWith("server/src/") ? stepIn("server/src", file) : undefined;
  if (coreRooms.includes(room)) return `${room}/ uses no package and nothing of the platform's`;
  if (name === "vscode" || name.startsWith("vscode-languageclient")) {
    return file.startsWith("client/") ? undefined : "only the client knows VS Code";
  }
  if (!isBuiltin(name)) return undefined;
  return nodeOnly.some((start) => file.startsWith(start)) ? undefined : "Node's modules are for node/ only";
}

/** What one file imports against the rules, one line each. `file` is relative to the project, with slashes. */
export function violationsIn(file, text) {
  return importsIn(text).flatMap((name) => {
    const objection = isFile(name)
      ? objectionToFile(file, targetOf(file, name))
      : objectionToPackage(file, name);
    return objection ? [`${file} imports ${name}: ${objection}`] : [];
  });
}

/**
 * The groups of files that import each other, directly or by way of others: Tarjan's strongly connected components of
 * more than one file. `files` has the text of each file by its name.
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

/** What is wrong in a project's client and server, one line each. */
export function allViolations(project = root) {
  const files = sourcesIn(project);
  return [
    ...[...files].flatMap(([file, text]) => violationsIn(file, text)),
    ...circlesIn(files).map((circle) => `These files import each other: ${circle.join(", ")}`),
  ];
}

function sourcesIn(project) {
  const files = new Map();
  for (const folder of ["client/src", "server/src"]) {
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

/**
 * Checks who imports whom. The rooms of the server stand on each other in this order, and import only what stands
 * below them; all but the last know neither the protocol nor the platform, so that they run anywhere.
 */
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./project.mjs";

const rooms = ["base", "letter", "knowledge", "analysis", "review", "features", "report", "protocol"];
const coreRooms = rooms.slice(0, -1);
const sharedWithClient = "server/src/protocol/extensions.ts";

const importPattern = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"']+)["']/g;

/** "letter" for server/src/letter/dates.ts; undefined outside the rooms. */
const roomOf = (file) => rooms.find((room) => file.startsWith(`server/src/${room}/`));

const isBuiltin = (name) => name.startsWith("node:") || builtinModules.includes(name);

/** Why `file` may not import the project's file `target`; undefined where it may. */
function objectionToFile(file, target) {
  const from = roomOf(file);
  const to = roomOf(target);
  if (file.startsWith("client/")) {
    if (target.startsWith("client/") || target === sharedWithClient) return undefined;
    return `the client takes nothing from outside but ${sharedWithClient}`;
  }
  if (target.startsWith("client/")) return "the server knows nothing of the client";
  if (!from) return undefined;
  if (!to) return `${from}/ imports only from the rooms`;
  if (rooms.indexOf(to) > rooms.indexOf(from)) return `${to}/ stands above ${from}/`;
  return undefined;
}

/** Why `file` may not import the package or built-in module `name`; undefined where it may. */
function objectionToPackage(file, name) {
  if (coreRooms.includes(roomOf(file)))
    return `${roomOf(file)}/ uses no package and nothing of the platform's`;
  if (name === "vscode" || name.startsWith("vscode-languageclient")) {
    return file.startsWith("client/") ? undefined : "only the client knows VS Code";
  }
  if (!isBuiltin(name)) return undefined;
  const mayUseNode = file.startsWith("server/src/node/") || file.startsWith("client/src/node/");
  const isCommandLine = file === "server/src/cli.ts" || file.startsWith("server/src/cli/");
  return mayUseNode || isCommandLine ? undefined : "Node's modules are for node/ only";
}

/** What one file imports against the rules, one line each. `file` is relative to the project, with slashes. */
export function violationsIn(file, text) {
  const found = [];
  for (const [, name] of text.matchAll(importPattern)) {
    const target = path.posix.join(path.posix.dirname(file), name);
    const objection = name.startsWith(".") ? objectionToFile(file, target) : objectionToPackage(file, name);
    if (objection) found.push(`${file} imports ${name}: ${objection}`);
  }
  return found;
}

/** The same for all of the client and the server. */
export function allViolations() {
  return ["client/src", "server/src"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => {
        const file = `${folder}/${name.replaceAll("\\", "/")}`;
        return violationsIn(file, readFileSync(path.join(root, file), "utf8"));
      }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const violations = allViolations();
  for (const violation of violations) console.error(violation);
  if (violations.length > 0) process.exitCode = 1;
}

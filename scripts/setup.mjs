/** Installs the packages that a fresh clone needs. Runs before anything is installed, so it imports only Node.js modules. */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { at, run } from "./project.mjs";

/** Whether nothing is installed in the folder, or its lock file has changed since. */
function isStale(folder) {
  const installed = `${folder}/node_modules/.package-lock.json`;
  return (
    !existsSync(installed) || statSync(installed).mtimeMs < statSync(`${folder}/package-lock.json`).mtimeMs
  );
}

/** The npm program and its first arguments; under `npm run`, the same npm. */
function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js")) return { command: process.execPath, args: [script], shell: false };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

async function install(folder, what, ...flags) {
  if (!isStale(folder)) return;
  console.log(`Installing ${what} …`);
  const { command, args, shell } = npm();
  const options = { cwd: folder, shell };
  const code = await run(command, [...args, "ci", "--ignore-scripts", "--loglevel=error", ...flags], options);
  if (code !== 0) throw new Error(`npm couldn't install ${what}.`);
}

/** Installs the packages that building and testing need. */
export const ensureDependencies = () => install(at(), "the project's packages");

/** Installs the VS Code that runs in a browser, for tests and for computers without VS Code desktop. */
export const ensureVscodeHost = () =>
  install(at("tools/vscode-host"), "VS Code for the browser", "--omit=dev");

/** Installs the newest VS Code that runs in a browser. */
export const ensureVscodeNewest = () =>
  install(at("tools/vscode-newest"), "the newest VS Code for the browser", "--omit=dev");

/** The path of Node.js 24 or later: this one, or else one that is installed from npm. */
export async function ensureNode24() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  const folder = at("tools/node24");
  await install(folder, "Node.js 24");
  const program = process.platform === "win32" ? "bin/node.exe" : "bin/node";
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const file = path.join(folder, "node_modules", name, program);
  if (!existsSync(file)) throw new Error(`npm has no Node.js 24 for ${process.platform} on ${process.arch}.`);
  return file;
}

/** Installs the programs that `npm run bench` and `npm run throughput` compare with. */
export const ensurePeers = () => install(at("tools/bench"), "the programs to compare with");

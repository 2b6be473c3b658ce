/**
 * Installs what a fresh clone lacks. Runs before anything is installed, so it imports nothing but Node's own.
 */
import { existsSync, statSync } from "node:fs";
import { at, run } from "./project.mjs";

/** True where nothing is installed in the folder, or its lock file has changed since. */
function isStale(folder) {
  const installed = `${folder}/node_modules/.package-lock.json`;
  return (
    !existsSync(installed) || statSync(installed).mtimeMs < statSync(`${folder}/package-lock.json`).mtimeMs
  );
}

/** `npm` as a program and its first arguments: under `npm run`, the very npm that runs this. */
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
  if (code !== 0) throw new Error(`npm could not install ${what}.`);
}

/** The packages that building and testing need. */
export const ensureDependencies = () => install(at(), "the project's packages");

/** The VS Code that runs in a browser, for tests and for machines without a desktop one. */
export const ensureVscodeHost = () => install(at("tools/vscode-host"), "a VS Code to run in", "--omit=dev");

/** The programs that `npm run bench` and `npm run throughput` measure beside. */
export const ensurePeers = () => install(at("tools/bench"), "programs to compare with");

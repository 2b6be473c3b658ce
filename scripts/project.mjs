/** Where the project's parts are, and how to run a command in it. Needs nothing but Node. */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../..");

export const at = (...parts) => path.join(root, ...parts);

/** Runs a program to its end, its output shown; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs one of the project's own scripts: `runScript("build.mjs", "--tests")`. */
export const runScript = (script, ...args) => run(process.execPath, [at("scripts", script), ...args]);

/** The program that a package in node_modules brings, as arguments for Node: `bin("vitest", "vitest.mjs")`. */
export const bin = (name, file) => at("node_modules", name, file);

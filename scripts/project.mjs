/** Paths in the project, and how to run commands in it. Needs only Node.js. */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../..");

/** The absolute path of a file in the project: `at("server", "src")`. */
export const at = (...parts) => path.join(root, ...parts);

/** Runs a program and shows its output; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", ...options });
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs one of the project's own scripts: `runScript("build.mjs", "--tests")`. */
export const runScript = (script, ...args) => run(process.execPath, [at("scripts", script), ...args]);

/** The path of a script in a package: `bin("vitest", "vitest.mjs")`. */
export const bin = (name, file) => at("node_modules", name, file);

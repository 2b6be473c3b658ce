/** The built command line, run as a program in a folder that each test has for itself. */
import { type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";

export const program = path.resolve(import.meta.dirname, "../../dist/cli.js");
export const sound = letterWith(...mri);
export const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));

let own: string;
export const folder = (): string => own;

beforeEach(() => {
  own = mkdtempSync(path.join(tmpdir(), "imr-cli-"));
});

afterEach(() => rmSync(own, { recursive: true, force: true }));

/** Writes files, each by its path in the folder. */
export function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(own, name)), { recursive: true });
    writeFileSync(path.join(own, name), content);
  }
}

/** So many files with names in order. */
export const copies = (count: number, content: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${String(index).padStart(5, "0")}.imr`, content]),
  );

export interface Run {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

export const run = (args: readonly string[], input = ""): Promise<Run> => {
  const { child, ended } = begin(process.execPath, [program, ...args]);
  child.stdin?.end(input);
  return ended;
};

/** Any program in the folder, while it runs and when it has ended. */
export function begin(command: string, args: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(command, args, { cwd: own, ...options });
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  // It may end before it has read all of it.
  child.stdin?.on("error", () => {});
  const ended = new Promise<Run>((resolve) => {
    child.once("close", (code) => resolve({ out, err, code }));
  });
  return { child, ended };
}

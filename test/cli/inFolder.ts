/** Runs the built command line as a program, in a temporary folder for each test. */
import { type SpawnOptions, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";

// Starting a program may take long on a busy computer. This only limits how long a test can hang.
vi.setConfig({ testTimeout: 180_000 });

export const program = path.resolve(import.meta.dirname, "../../dist/cli.js");
export const sound = letterWith(...mri);
export const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));

let current: string;
export const folder = (): string => current;
export const at = (name: string): string => path.join(current, name);

beforeEach(() => {
  current = mkdtempSync(path.join(tmpdir(), "imr-cli-"));
});

afterEach(() => rmSync(current, { recursive: true, force: true }));

/** Writes files into the folder, by relative path. Copies of a letter get case numbers of their own. */
export function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  let number = firstNumber;
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    const isLetter = content === sound || content === undecided;
    writeFileSync(
      at(name),
      isLetter ? content.replace(`CM15-0${firstNumber}`, `CM15-0${number++}`) : content,
    );
  }
}

/** That of the letters above. */
const firstNumber = 990001;

/** Files with the same content and consecutive names, for `put`. */
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

/** Starts the command line after a script that changes its environment, such as `process.on("worker", …)`. */
export function beginAfter(script: string, args: readonly string[]) {
  put({ "preload.cjs": script });
  return begin(process.execPath, ["--require", at("preload.cjs"), program, ...args]);
}

/** Starts any program in the folder. */
export function begin(command: string, args: readonly string[], options: SpawnOptions = {}) {
  const child = spawn(command, args, { cwd: current, ...options });
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    err += chunk;
  });
  // It may exit before it has read all of it.
  child.stdin?.on("error", () => {});
  const ended = new Promise<Run>((resolve) => {
    child.once("close", (code) => resolve({ out, err, code }));
  });
  return { child, ended };
}

/** What the suites of `npm run attack` share. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "vitest";
import { begin, type Run } from "../cli/inFolder.ts";

/** How often what is left to chance is tried. */
export const runs = Number(process.env.IMR_ATTACK_RUNS ?? 300);

declare module "vitest" {
  interface TaskMeta {
    /** How many attacks a test tried; one where it does not say. */
    attacks?: number;
    /** The most memory that a process took which was attacked, in bytes. */
    memory?: number;
  }
}

/** Notes attacks for the table at the end. */
export function note({ task }: TestContext, attacks: number, memory = 0): void {
  task.meta.attacks = (task.meta.attacks ?? 0) + attacks;
  task.meta.memory = Math.max(task.meta.memory ?? 0, memory);
}

/** Runs a program in the test's folder, and tells the most memory that it took; 0 where the system does not tell. */
export async function watched(
  command: string,
  args: readonly string[],
  options?: Parameters<typeof begin>[2],
): Promise<Run & { readonly memory: number }> {
  const { child, ended } = begin(command, args, options);
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, peakOf(child));
  }, 20);
  child.stdin?.end();
  // What hangs is ended, and has no exit code.
  const late = setTimeout(() => child.kill("SIGKILL"), 60_000);
  try {
    return { ...(await ended), memory };
  } finally {
    clearInterval(watch);
    clearTimeout(late);
  }
}

function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** A folder outside of the test's own, that goes when it is disposed. */
export function elsewhere(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "imr-elsewhere-"));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

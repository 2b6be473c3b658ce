/** Shared helpers for the suites of `npm run attack`. */
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestContext } from "vitest";
import { begin, type Run } from "../cli/inFolder.ts";

/** The number of random tries. */
export const runs = Number(process.env.IMR_ATTACK_RUNS ?? 300);

declare module "vitest" {
  interface TaskMeta {
    /** The number of attacks that a test tried; one if undefined. */
    attacks?: number;
    /** The peak memory of an attacked process, in bytes. */
    memory?: number;
  }
}

/** Records attacks for the table at the end. */
export function recordAttacks({ task }: TestContext, attacks: number, memory = 0): void {
  task.meta.attacks = (task.meta.attacks ?? 0) + attacks;
  task.meta.memory = Math.max(task.meta.memory ?? 0, memory);
}

/** Runs a program in the test's folder, and measures its peak memory in bytes: 0 if the system doesn't report it. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  options?: Parameters<typeof begin>[2],
): Promise<Run & { readonly memory: number }> {
  const { child, ended } = begin(command, args, options);
  let memory = 0;
  const measureTimer = setInterval(() => {
    memory = Math.max(memory, peakOf(child));
  }, 20);
  child.stdin?.end();
  // A program that hangs is killed and has no exit code.
  const killTimer = setTimeout(() => child.kill("SIGKILL"), 120_000);
  try {
    return { ...(await ended), memory };
  } finally {
    clearInterval(measureTimer);
    clearTimeout(killTimer);
  }
}

function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** A temporary folder outside of the test's own, deleted when it's disposed. */
export function outsideFolder(): Disposable & { readonly folder: string } {
  const folder = mkdtempSync(path.join(tmpdir(), "imr-outside-"));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The command line is killed at any moment: its output is the old file or the complete new one. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { begin, copies, folder, program, put, run, sound } from "../cli/inFolder.ts";
import { recordAttacks, runs } from "./attack.ts";

test("an output is the old file or complete, and the next run leaves only it", {
  timeout: 3_600_000,
}, async (context) => {
  const args = ["export", "letters", "-o", "out/issues.ndjson", "--jobs", "1"];
  put({ "out/keep.txt": "" });
  for (const [name, text] of Object.entries(copies(300, sound))) put({ [`letters/${name}`]: text });
  const started = performance.now();
  expect((await run(args)).code).toBe(0);
  const durationMs = performance.now() - started;
  const file = path.join(folder(), "out/issues.ndjson");
  const expected = readFileSync(file, "utf8");
  const counts = { old: 0, complete: 0 };
  for (let index = 0; index < runs; index++) {
    put({ "out/issues.ndjson": "old\n" });
    const { child, ended } = begin(process.execPath, [program, ...args]);
    // Most often near the end, when the file is replaced.
    const delayMs = durationMs * (1 - Math.random() ** 2 * 0.9);
    const kill = setTimeout(() => child.kill("SIGKILL"), delayMs);
    await ended;
    clearTimeout(kill);
    const text = readFileSync(file, "utf8");
    expect(["old\n", expected]).toContain(text);
    counts[text === expected ? "complete" : "old"]++;
  }
  // Otherwise, all runs were killed too late.
  expect(counts.old).toBeGreaterThan(0);
  expect((await run(args)).code).toBe(0);
  expect(readdirSync(path.join(folder(), "out")).sort()).toEqual(["issues.ndjson", "keep.txt"]);
  recordAttacks(context, runs);
});

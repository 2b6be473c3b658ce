/** The command line is killed at any moment: its output is the old file or the complete new one. */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { begin, copies, folder, program, put, run, sound } from "../cli/inFolder.ts";
import { pdf } from "../cli/letterFiles.ts";
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

test("a cache of documents has only whole entries, and the next run uses them", {
  timeout: 3_600_000,
}, async (context) => {
  const args = ["export", "letters", "--cache", "cache", "--jobs", "2"];
  for (let index = 0; index < 12; index++)
    put({ [`letters/${index}.pdf`]: pdf(`${sound}\nLetter ${index} of these.`) });
  const started = performance.now();
  const expected = await run(args);
  const durationMs = performance.now() - started;
  const cache = path.join(folder(), "cache");
  const filesIn = (): readonly string[] =>
    existsSync(cache)
      ? readdirSync(cache, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !entry.name.endsWith(".segment"))
          .map((entry) => path.join(entry.parentPath, entry.name))
      : [];
  const isPart = (file: string) => file.endsWith(".part");
  const whole = new Map(filesIn().map((file) => [file, readFileSync(file, "utf8")]));
  expect(whole.size).toBe(12);

  const tries = Math.ceil(runs / 10);
  let killed = 0;
  for (let index = 0; index < tries; index++) {
    rmSync(cache, { recursive: true, force: true });
    // Two programs at a time, one of which is killed.
    const [{ child, ended }, other] = [begin(process.execPath, [program, ...args]), run(args)];
    const kill = setTimeout(() => child.kill("SIGKILL"), durationMs * (0.2 + Math.random() * 1.5));
    if ((await ended).code === null) killed++;
    clearTimeout(kill);
    expect(await other).toEqual(expected);
    for (const file of filesIn()) if (!isPart(file)) expect(readFileSync(file, "utf8")).toBe(whole.get(file));
    expect(await run(args)).toEqual(expected);
  }
  expect(killed).toBeGreaterThan(0);
  expect(
    filesIn()
      .filter((file) => !isPart(file))
      .sort(),
  ).toEqual([...whole.keys()].sort());
  recordAttacks(context, tries);
});

/** The same moments in each run: numbers from 0 to 1. */
function createMoments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("a run that is killed and resumed until it's complete gives what one run does", {
  timeout: 3_600_000,
}, async (context) => {
  const longAgo = new Date("2024-03-01T12:00:00Z");
  for (const name of Object.keys(copies(600, sound))) {
    put({ [`letters/${name}`]: `${sound}\nThis is in ${name}.` });
    utimesSync(path.join(folder(), "letters", name), longAgo, longAgo);
  }
  const started = performance.now();
  const expected = (await run(["export", "letters", "--jobs", "2"])).out;
  const durationMs = performance.now() - started;
  const args = ["export", "letters", "--jobs", "2", "--resume", "--output", "out/issues.ndjson"];
  const momentOf = createMoments(23);
  const tries = Math.ceil(runs / 30);
  let kills = 0;
  for (let index = 0; index < tries; index++) {
    put({ "out/keep.txt": "", "out/issues.ndjson": "old\n" });
    let code: number | null = null;
    for (let attempt = 0; code === null && attempt < 20; attempt++) {
      expect(readFileSync(path.join(folder(), "out/issues.ndjson"), "utf8")).toBe("old\n");
      const { child, ended } = begin(process.execPath, [program, ...args]);
      // At some time, each run is fast enough.
      const delayMs = durationMs * (0.2 + momentOf() * (1 + attempt / 4));
      const kill = setTimeout(() => child.kill("SIGKILL"), delayMs);
      ({ code } = await ended);
      clearTimeout(kill);
      if (code === null) kills++;
      // It may be killed between its last step and its exit.
      if (readFileSync(path.join(folder(), "out/issues.ndjson"), "utf8") === expected) break;
    }
    expect((await run(args)).code).toBe(0);
    expect(readFileSync(path.join(folder(), "out/issues.ndjson"), "utf8")).toBe(expected);
    expect(readdirSync(path.join(folder(), "out")).sort()).toEqual(["issues.ndjson", "keep.txt"]);
  }
  expect(kills).toBeGreaterThan(0);
  recordAttacks(context, kills);
});

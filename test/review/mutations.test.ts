/**
 * Mutation tests of the rules: sound letters are broken in one place at a time, and the review has to find it.
 *
 * The samples are always tested. Real letters are tested if a folder of them is next to the project, or IMR_LETTERS names
 * one: every fifth of their mutants, or all with IMR_MUTATIONS=all.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { knowledge } from "./knowledge.ts";
import { operators } from "./mutations/operators.ts";
import { type Source, type Tally, table, tally } from "./mutations/run.ts";
import { soundSamples } from "./samples.ts";

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
const present = existsSync(folder);
if (!present) console.log(`Skipped: no real letters in ${folder}. Set IMR_LETTERS to another folder.`);

const stride = process.env.IMR_MUTATIONS === "all" ? 1 : 5;
const minutes = 60_000;

const lettersIn = (rendition: string): readonly Source[] =>
  readdirSync(path.join(folder, rendition))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => ({ name, text: readFileSync(path.join(folder, rendition, name), "utf8") }));

const made = (tallies: readonly Tally[]) => tallies.reduce((sum, t) => sum + t.made, 0);
const found = (tallies: readonly Tally[]) =>
  made(tallies) - tallies.reduce((sum, t) => sum + t.missed.length, 0);

test(
  "at least 98 of 100 broken samples are found, by operators of many kinds",
  () => {
    const tallies = tally(operators, soundSamples, knowledge);
    console.log(`Mutants of ${soundSamples.length} samples:\n${table(tallies)}`);
    expect(tallies.filter((t) => t.made > 0).length).toBeGreaterThanOrEqual(25);
    expect(made(tallies)).toBeGreaterThan(1000);
    expect(found(tallies) / made(tallies)).toBeGreaterThanOrEqual(0.98);
  },
  3 * minutes,
);

test.skipIf(!present)(
  "at least 98 of 100 broken real letters are found",
  () => {
    const letters = ["layout", "seeds"].flatMap(lettersIn);
    const tallies = tally(operators, letters, knowledge, stride);
    const which = stride === 1 ? "All mutants" : `Every ${stride}th mutant`;
    console.log(`${which} of ${letters.length} real letters:\n${table(tallies)}`);
    expect(found(tallies) / made(tallies)).toBeGreaterThanOrEqual(0.98);
  },
  5 * minutes,
);

test(
  "operators have unique names, and break something",
  () => {
    expect(new Set(operators.map((o) => o.name)).size).toBe(operators.length);
    // Those that make no mutants of the samples make some of the real letters.
    const idle = tally(operators, soundSamples, knowledge, 50).filter((t) => t.made === 0);
    expect(idle.length).toBeLessThan(operators.length / 8);
  },
  minutes,
);

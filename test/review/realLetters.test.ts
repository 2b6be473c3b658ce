/**
 * No false alarm on real letters: a folder of them beside the project, or the one that IMR_LETTERS names. Without it
 * these tests are skipped.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../server/src/review/rules.ts";
import { findingsIn } from "./findings.ts";

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
const present = existsSync(folder);
if (!present) console.log(`Skipped: no real letters in ${folder}. IMR_LETTERS names another folder.`);

/** Findings on real letters that are right: "folder/file rule". */
const allowed: ReadonlySet<string> = new Set<string>();

const filesIn = (rendition: string): readonly string[] =>
  readdirSync(path.join(folder, rendition))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => `${rendition}/${name}`);

test.skipIf(!present)("no rule finds anything in a real letter that was not looked at", () => {
  const files = ["seeds", "layout", "raw"].flatMap(filesIn);
  const found = files.flatMap((file) =>
    findingsIn(readFileSync(path.join(folder, file), "utf8")).map((finding) => ({ file, ...finding })),
  );
  const counts = rules.map(
    ({ id }) => `${String(found.filter((f) => f.rule === id).length).padStart(5)}  ${id}`,
  );
  console.log(`Findings in ${files.length} real letters:\n${counts.join("\n")}`);

  expect(files.length).toBeGreaterThan(0);
  const unexpected = found.filter(({ file, rule }) => !allowed.has(`${file} ${rule}`));
  expect(unexpected.map(({ file, rule, message }) => `${file} ${rule}: ${message}`)).toEqual([]);
  const seen = new Set(found.map(({ file, rule }) => `${file} ${rule}`));
  expect([...allowed].filter((each) => !seen.has(each))).toEqual([]);
});

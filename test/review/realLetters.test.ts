/**
 * No false alarms on real letters: a folder of them next to the project, or the one that IMR_LETTERS names. Without one,
 * these tests are skipped. Every finding that remains is explained in docs/real-letters.md.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/review/rules.ts";
import { findingsIn } from "./findings.ts";

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
const present = existsSync(folder);
if (!present) console.log(`Skipped: no real letters in ${folder}. Set IMR_LETTERS to another folder.`);

/** "letter rule severity", from the table in that document. */
const explained: ReadonlySet<string> = new Set(
  [
    ...readFileSync(path.resolve(import.meta.dirname, "../../docs/real-letters.md"), "utf8").matchAll(
      /^\| (\S+) \| `([\w/-]+)` \| (\w+) \|/gm,
    ),
  ].map(([, letter, rule, severity]) => `${letter} ${rule} ${severity}`),
);

const filesIn = (rendition: string): readonly string[] =>
  readdirSync(path.join(folder, rendition))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => `${rendition}/${name}`);

describe.skipIf(!present)("over real letters", () => {
  const files = present ? ["seeds", "layout", "raw"].flatMap(filesIn) : [];
  const found = files.flatMap((file) =>
    findingsIn(readFileSync(path.join(folder, file), "utf8")).map((finding) => ({
      letter: path.basename(file, ".txt"),
      ...finding,
    })),
  );
  const count = (severity: string) => found.filter((finding) => finding.severity === severity).length;

  test("every finding is explained, and nothing else is", () => {
    const counts = rules.map(
      ({ id }) => `${String(found.filter((f) => f.rule === id).length).padStart(5)}  ${id}`,
    );
    console.log(`Findings in ${files.length} real letters:\n${counts.join("\n")}`);
    expect(files.length).toBeGreaterThan(0);
    const remaining = new Set(found.map(({ letter, rule, severity }) => `${letter} ${rule} ${severity}`));
    expect([...remaining].filter((each) => !explained.has(each))).toEqual([]);
    expect([...explained].filter((each) => !remaining.has(each))).toEqual([]);
  });

  test("there are at most six warnings in all, and half an information finding per letter", () => {
    expect(count("error")).toBe(0);
    expect(count("warning")).toBeLessThanOrEqual(6);
    expect(count("information")).toBeLessThanOrEqual(files.length / 2);
  });
});

/**
 * No false alarm on real letters: a folder of them beside the project, or the one that IMR_LETTERS names. Without it
 * these tests are skipped. Every finding that stands is explained in docs/real-letters.md.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/review/rules.ts";
import { findingsIn } from "./findings.ts";

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
const present = existsSync(folder);
if (!present) console.log(`Skipped: no real letters in ${folder}. IMR_LETTERS names another folder.`);

/** "letter rule severity", as the table of the document explains them. */
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

  test("every finding was looked at and is explained, and nothing else is", () => {
    const counts = rules.map(
      ({ id }) => `${String(found.filter((f) => f.rule === id).length).padStart(5)}  ${id}`,
    );
    console.log(`Findings in ${files.length} real letters:\n${counts.join("\n")}`);
    expect(files.length).toBeGreaterThan(0);
    const stand = new Set(found.map(({ letter, rule, severity }) => `${letter} ${rule} ${severity}`));
    expect([...stand].filter((each) => !explained.has(each))).toEqual([]);
    expect([...explained].filter((each) => !stand.has(each))).toEqual([]);
  });

  test("there are at most six warnings in all, and half an information a letter", () => {
    expect(count("error")).toBe(0);
    expect(count("warning")).toBeLessThanOrEqual(6);
    expect(count("information")).toBeLessThanOrEqual(files.length / 2);
  });
});

import { describe, expect, test } from "vitest";
import { notStatedFrames } from "../../server/src/analysis/statements/recordDetails.ts";
import { recordTopics } from "../../server/src/analysis/statements/recordTopics.ts";
import { inLowerCase } from "../../server/src/base/matchAll.ts";
import { RowsByWord } from "../../server/src/base/rowsByWord.ts";
import { matchesWithout } from "../matchesWithout.ts";

describe("rows by word", () => {
  const rows = [
    { name: "x-ray", words: "xray x" },
    { name: "scan", words: "scan scans ct" },
  ];
  const namesIn = (lower: string) => new RowsByWord(rows).in(lower).map(({ name }) => name);

  test("are those that have a word of the text, in the order of the table", () => {
    expect(namesIn("a ct scan, and an x-ray")).toEqual(["x-ray", "scan"]);
    expect(namesIn("the ct's date")).toEqual(["scan"]);
    expect(namesIn("scanned")).toEqual([]);
  });
});

test("a match without any of the words is noticed", () => {
  const source = "\\b(?:an? )?(?<!no )(?:plain )?x[- ]?rays{0,1}\\b(?! of)|cts? scan";
  expect(matchesWithout(source, ["x", "xray", "xrays", "scan"])).toEqual([]);
  expect(matchesWithout(source, ["x", "xray", "scan"])).toContain("plain xrays");
  expect(matchesWithout(source, ["x", "xray", "xrays"])).toEqual(["ct scan", "cts scan"]);
});

describe("every match of a row's expression has one of its words", () => {
  const tables = [
    ...recordTopics.map((row) => ({ ...row, pattern: inLowerCase(row.pattern) })),
    ...notStatedFrames,
  ];
  test.each(tables)("$example", ({ pattern, words, example }) => {
    expect(matchesWithout(pattern.source, words.split(" "))).toEqual([]);
    expect(new RowsByWord([{ words }]).in(example.toLowerCase())).toHaveLength(1);
  });
});

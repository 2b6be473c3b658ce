import { expect, test } from "vitest";
import {
  asides,
  requestInConclusion,
  requestPhrases,
  requestStops,
  withoutAside,
  withoutAssociatedService,
} from "../../server/src/analysis/request.ts";
import { flatten } from "../../server/src/base/flatText.ts";
import type { PatternRow } from "../../server/src/base/matchAll.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { letterWith } from "../fixture/letter.ts";

/** The rows that have a word of the text. */
const rowsIn = (rows: readonly PatternRow[], text: string): readonly PatternRow[] =>
  rows.filter(({ pattern }) => new RegExp(`\\b(?:${pattern.source})\\b`, "i").test(text));

test.each([
  [
    "Therefore, the request for Norco 10/325mg #60 is not medically necessary.",
    "request for Norco 10/325mg #60",
    true,
  ],
  ["As it failed, six visits are not medically necessary.", "six visits", true],
  ["The MTUS supports tramadol and is not necessary.", "The MTUS supports tramadol and", false],
])("finds the request in a conclusion: %s", (sentence, words, isNamed) => {
  const found = requestInConclusion(flatten(sentence, { start: 0, end: sentence.length }));
  expect(found.request.words.replace(/^, /, "").trim()).toBe(words);
  expect(found.isNamed).toBe(isNamed);
});

test("leaves out words that aren't part of the request", () => {
  expect(withoutAside("Physical therapy after surgery")).toBe("Physical therapy ");
  expect(withoutAside("Physical therapy")).toBe("Physical therapy");
  expect(withoutAssociatedService("Associated surgical service: Cold therapy unit")).toBe(
    "Cold therapy unit",
  );
});

test.each(asides)("cuts the request before: $example", (row) => {
  expect(withoutAside(row.example).trim()).toBe("Physical therapy");
  expect(rowsIn(asides, row.example)).toEqual([row]);
});

test.each(requestStops)("ends the name of the request: $example", (row) => {
  const text = letterWith("Cane: Upheld", "", `Decision rationale: ${row.example}`);
  const [issue] = parse(text).issues;
  const phrases = requestPhrases(text, issue!.rationale!.body, issue!);
  expect(phrases.map(({ start, end }) => text.slice(start, end))).toEqual(["The request for a cane"]);
  expect(rowsIn(requestStops, row.example)).toEqual([row]);
});

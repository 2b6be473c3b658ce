import { expect, test } from "vitest";
import {
  asides,
  requestInConclusion,
  requestPhrases,
  requestStops,
  withoutAside,
  withoutAssociatedService,
} from "../../server/src/analysis/request.ts";
import { sameStrength, sameThing } from "../../server/src/analysis/sameQuantity.ts";
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

test("reads the quantities of the request, but not those before it", () => {
  const text = "After 12 visits, the request for Norco 1,000mg #60 is not medically necessary.";
  const { request } = requestInConclusion(flatten(text, { start: 0, end: text.length }));
  expect(request.strengths().map(({ values, unit }) => [values, unit])).toEqual([[[1000], "mg"]]);
  expect(request.counts().map(({ value, unit }) => [value, unit])).toEqual([[60, "unit"]]);
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

test("compares strengths and counts, however they are written", () => {
  const at = { start: 0, end: 0 };
  const strength = (unit: string, ...values: number[]) => ({ span: at, values, unit });
  expect(sameStrength(strength("mg", 10, 325), strength("mg", 10))).toBe(true);
  expect(sameStrength(strength("g", 0.5), strength("mg", 500))).toBe(true);
  expect(sameStrength(strength("mcg", 25), strength("mg", 25))).toBe(false);
  expect(sameStrength(strength("%", 5), strength("mg", 5))).toBe(false);
  const count = (unit: string) => ({ span: at, value: 6, unit });
  expect(sameThing(count("visit"), count("session"))).toBe(true);
  expect(sameThing(count("visit"), count("unit"))).toBe(false);
});

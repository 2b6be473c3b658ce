/** Word lists: each row has an example that needs it. */
import { describe, expect, test } from "vitest";
import { commonWordRows, isCommonWord } from "../../server/src/analysis/commonWords.ts";
import { kindsIn, regionsIn } from "../../server/src/analysis/treatmentAttributes.ts";
import { regions, treatmentKinds } from "../../server/src/analysis/treatmentKinds.ts";
import { createPhrases, phrasesIn } from "../../server/src/base/phraseMatcher.ts";

describe("kinds of treatment", () => {
  test.each(treatmentKinds)("$kind: $example", ({ kind, words, example }) => {
    expect(kindsIn(example)[0]?.kind).toBe(kind);
    expect(phrasesIn(example, createPhrases(words)).size).toBeGreaterThan(0);
  });
});

describe("regions of the body", () => {
  test.each(regions)("$region: $example", ({ region, words, example }) => {
    expect(regionsIn(example)).toEqual([region]);
    expect(phrasesIn(example, createPhrases(words)).size).toBeGreaterThan(0);
  });
});

describe("words that name no treatment", () => {
  test.each(commonWordRows)("$example", ({ words, example }) => {
    const own = example.toLowerCase().match(/[a-z]{4,}/g) ?? [];
    expect(own.filter(isCommonWord)).toEqual(own);
    expect(own.filter((word) => words.includes(word))).toEqual(own);
    expect(own).not.toEqual([]);
  });

  test("are in only one row, and none is too short to be looked up", () => {
    const all = commonWordRows.flatMap(({ words }) => words);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((word) => !/^[a-z]{4,}$/.test(word))).toEqual([]);
  });
});

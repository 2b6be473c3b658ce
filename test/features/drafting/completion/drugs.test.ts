import { describe, expect, test } from "vitest";
import { type Asked, suggestionsAt } from "../../../../server/src/features/drafting/completion.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { letterWith } from "../../../fixture/letter.ts";
import { accept, atMark, knowledge } from "./suggested.ts";

describe("drugs", () => {
  const rationale = (words: string): string =>
    letterWith(`Norco 10/325mg #60: Upheld\n\nDecision rationale: The patient takes ${words}`);
  const drugs = (marked: string, asked: Asked = "byHand") =>
    atMark(marked, asked, ({ kind, label, detail }) =>
      kind === "drug" ? [`${label}: ${detail}`] : [],
    ).flat();

  test("by their names, with what they are", () => {
    expect(drugs(rationale("Flex|"))).toContain("Flexeril: muscle relaxant; brand of cyclobenzaprine");
    expect(drugs(rationale("cyclob|"))).toContain("cyclobenzaprine: muscle relaxant");
  });

  test("of two words from the first one", () => {
    expect(accept(rationale("MS Con|"), "MS Contin", "byHand")).toContain("takes MS Contin|");
  });

  test("with a capital in a heading and at the start of a sentence", () => {
    expect(drugs(letterWith("cyclob|"))[0]).toMatch(/^Cyclobenzaprine:/);
    expect(drugs(letterWith("Norco #60: Upheld\n\nDecision rationale: Cyclob|"))[0]).toMatch(
      /^Cyclobenzaprine:/,
    );
    expect(accept(letterWith("cyclob|"), "Cyclobenzaprine", "byHand")).toContain("\nCyclobenzaprine|");
  });

  test("with nothing typed, those of the letter first", () => {
    expect(drugs(rationale("|")).slice(0, 1)[0]).toMatch(/opioid/);
    expect(drugs(rationale("|")).join()).toContain("naproxen");
    const { items, isComplete } = (() => {
      const [before = "", after = ""] = rationale("|").split("|");
      return suggestionsAt(parse(before + after), knowledge, before.length, "byHand");
    })();
    expect(items).toHaveLength(200);
    expect(isComplete).toBe(false);
  });

  test("in brackets, without a space", () => {
    expect(accept(rationale("an opioid (|"), "Norco", "byHand")).toContain("opioid (Norco|");
  });

  test("narrowed as the word grows", () => {
    expect(drugs(rationale("na|"), "again").join()).toContain("naproxen");
  });

  test.each([
    ["one or two letters, as editors ask at every key", rationale("na|"), "byHand"],
    ["a key in prose", rationale("Flexeril |"), "typed"],
    ["the middle of a word", rationale("Fle|xeril"), "byHand"],
    ["the how-section", letterWith("").replace("MAXIMUS Federal", "Flex| MAXIMUS Federal"), "byHand"],
    ["a guideline part", letterWith("Norco #60: Upheld\n\nMAXIMUS guideline: Flex|"), "byHand"],
  ] as const)("none for %s", (_, marked, asked) => {
    expect(drugs(marked, asked)).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { folds } from "../../../server/src/features/reading/folding.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { lineOf } from "../../fixture/marks.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";

/** Each fold as "first line-last line: the words that stay visible". */
const shown = ({ text }: Letter, { start, end }: { start: number; end: number }): string => {
  const firstLine = text.slice(start).split(/[\r\n]/, 1)[0] ?? "";
  return `${lineOf(text, start)}-${lineOf(text, end)}: ${firstLine.slice(0, 30)}`;
};

const foldsOf = (letter: Letter): string[] => folds(letter).map((fold) => shown(letter, fold));

test("front matter, sections, issues, and parts fold, with any line ends", () => {
  for (const found of withEachLineEnd(letterWith(...flexeril, "", ...mri), foldsOf)) {
    expect(found).toEqual([
      "1-2: Case Number: CM15-0990001",
      "4-9: HOW THE IMR FINAL DETERMINATIO",
      "11-15: CLINICAL CASE SUMMARY",
      "17-37: IMR ISSUES, DECISIONS AND RATI",
      "20-28: Flexeril 7.5mg, #90: Upheld",
      "22-23: Claims Administrator guideline",
      "27-28: Decision rationale: The MTUS r",
      "30-37: MRI of the lumbar spine: Overt",
      "32-33: Claims Administrator guideline",
    ]);
  }
});

test("single lines don't fold", () => {
  const found = foldsOf(parse(letterWith(...flexeril)));
  expect(found.filter((fold) => fold.includes("MAXIMUS"))).toEqual([]);
});

test("a fold ends with its last words, not with the blank lines below", () => {
  const text = `${letterWith(...flexeril)}\n\n\n`;
  for (const fold of folds(parse(text))) expect(text.slice(0, fold.end)).toMatch(/\S$/);
});

test("nothing folds in a text that isn't a letter", () => {
  expect(folds(parse(""))).toEqual([]);
});

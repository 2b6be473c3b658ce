/** What suggestions are made from. */
import { describe, expect, test } from "vitest";
import { CompletionContext } from "../../../../server/src/features/drafting/completion/context.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { letterWith } from "../../../fixture/letter.ts";
import { byPages, knowledge } from "./suggested.ts";

function contextAt(marked: string): CompletionContext | undefined {
  const [before = "", after = ""] = marked.split("|");
  return CompletionContext.at(parse(before + after), knowledge, before.length, "byHand");
}

describe("the context of suggestions", () => {
  test("is none in the middle of a word", () => {
    expect(contextAt(letterWith("Nor|co #60: Upheld"))).toBeUndefined();
    expect(contextAt(letterWith("Norco| #60: Upheld"))).toBeDefined();
  });

  test("knows the citation that is begun, of the letter as far as the cursor", () => {
    const words = " Decision based on MTUS Chronic Pain Treatment Guidelines Opioids";
    const context = contextAt(byPages(`${words}| Page(s): 78.`));
    expect(context?.begun?.guideline.id).toBe("chronic-pain-2009");
    expect(context?.citing?.part.citations.map(({ pages }) => pages)).toEqual([[]]);
    expect(context?.subject.topics).toContain("Cyclobenzaprine (Flexeril)");
    expect(context?.heading).toBeUndefined();
  });

  test("knows the heading at the cursor and the one above", () => {
    const heading = contextAt(letterWith("Norco #60|"))?.heading;
    expect(heading?.end).toBe(contextAt(letterWith("Norco #60|"))?.offset);
    const below = contextAt(letterWith("Norco #60\n\n  C|").trimEnd());
    expect(below?.lineBefore).toBe("  C");
    expect(below && below.offset - below.firstWord).toBe(1);
    expect(below?.headingAbove).toBeDefined();
    expect(below?.headingAbove?.end).toBe(below?.endOfWordsAbove);
  });

  test("finds each thing once", () => {
    const context = contextAt(byPages(" Decision based on MTUS |"));
    expect(context?.citing).toBeDefined();
    expect(context?.citing).toBe(context?.citing);
    expect(context?.subject).toBe(context?.subject);
  });
});

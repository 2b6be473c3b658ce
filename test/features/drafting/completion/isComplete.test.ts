/** Whether the editor may filter a list itself as the user types on. */
import { expect, test } from "vitest";
import { suggestionsAt } from "../../../../server/src/features/drafting/completion.ts";
import { createKnowledge } from "../../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../../server/src/letter/parse.ts";

const before = `Case Number: CM16-0990077
Decision Date: 06/10/2016

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Cyclobenzaprine 7.5mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS`;

const isComplete = (typed: string): boolean => {
  const text = before + typed;
  const suggestions = suggestionsAt(parse(text), createKnowledge(), text.length, "byHand");
  expect(suggestions.items.length).toBeGreaterThan(0);
  return suggestions.isComplete;
};

test.each(["", " Chronic Pain Medical Treatment 2009"])("right after %j, it may", (typed) => {
  expect(isComplete(typed)).toBe(true);
});

test.each([" ", " Chronic", " Chronic Pain Medical Treatment 2009, Section(s): Musc"])(
  "after %j, it asks",
  (typed) => {
    expect(isComplete(typed)).toBe(false);
  },
);

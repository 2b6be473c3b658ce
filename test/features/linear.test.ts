/** The review and every feature take time in proportion to the letter, and to the number of letters in the file. */
import { describe, expect, it, test } from "vitest";
import { cleanUpEdits } from "../../server/src/features/drafting/cleanUpText.ts";
import { suggestionsAt } from "../../server/src/features/drafting/completion.ts";
import { renamingAt } from "../../server/src/features/drafting/rename.ts";
import { issueLenses } from "../../server/src/features/reading/codeLens.ts";
import { definitionAt } from "../../server/src/features/reading/definition.ts";
import { folds } from "../../server/src/features/reading/folding.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { inlayHints } from "../../server/src/features/reading/inlayHints.ts";
import { links } from "../../server/src/features/reading/links.ts";
import { outline } from "../../server/src/features/reading/outline.ts";
import { issueOverview } from "../../server/src/features/reading/overview.ts";
import { highlightsAt, referencesAt } from "../../server/src/features/reading/references.ts";
import { selectionRanges } from "../../server/src/features/reading/selectionRanges.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import { issueSymbols } from "../../server/src/features/workspace/workspaceSymbols.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter } from "../../server/src/letter/types.ts";
import { review } from "../../server/src/review/review.ts";
import { typeset } from "../fixture/typeset.ts";
import { isLinear, repeat } from "../growth.ts";

const knowledge = createKnowledge();
const everyHint = { missing: true, drugs: true, topics: true, guidelines: true };

/** On the letter, with the cursor at the last drug that is in dispute. */
const features: Readonly<Record<string, (letter: Letter, at: number) => unknown>> = {
  review: (one) => review(one, knowledge, { severities: {} }),
  semanticTokens: (one) => semanticTokens(one, knowledge),
  outline,
  folds,
  issueOverview: (one) => issueOverview(one, knowledge),
  issueLenses: (one) => issueLenses(one, knowledge),
  issueSymbols: (one) => issueSymbols(one, knowledge, "opioid"),
  inlayHints: (one) => inlayHints(one, knowledge, everyHint, { start: 0, end: one.text.length }),
  links: (one) => links(one, knowledge),
  cleanUpEdits: (one) => cleanUpEdits(one.text, one),
  selectionRanges: (one, at) => selectionRanges(one, knowledge, [at]),
  hoverAt: (one, at) => hoverAt(one, knowledge, at),
  definitionAt: (one, at) => definitionAt(one, knowledge, at),
  referencesAt: (one, at) => referencesAt(one, knowledge, at),
  highlightsAt: (one, at) => highlightsAt(one, knowledge, at),
  suggestionsAt: (one, at) => suggestionsAt(one, knowledge, at, "byHand"),
  renamingAt: (one, at) => renamingAt(one, knowledge, at),
};

const text = typeset();
const heading = "Tramadol 50mg #90: Upheld";
const issuesAt = text.indexOf(heading);

const texts: Readonly<Record<string, (length: number) => string>> = {
  "letter after letter": (length) => repeat(text, length),
  "issue after issue": (length) => text.slice(0, issuesAt) + repeat(text.slice(issuesAt), length),
};

test("work that is not linear would be noticed", { timeout: 120_000 }, () => {
  const pairs = (words: string) => () => {
    const all = words.split(" ");
    let same = 0;
    for (const one of all) for (const other of all) if (one === other) same++;
    return same;
  };
  expect(() => isLinear((length) => repeat("considerable ", length), pairs)).toThrow(/less than 2/);
});

describe.each(Object.entries(texts))("%s", (_, of) => {
  it.each(Object.entries(features))("%s is linear", (_, feature) => {
    isLinear(of, (whole) => {
      const one = parse(whole);
      const at = whole.lastIndexOf(heading) + 2;
      return () => feature(one, at);
    });
  });
});

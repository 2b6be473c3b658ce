import { guidelineOf, guidelineParts, guidelineWords } from "../../../analysis/citedGuidelines.ts";
import { officialPage } from "../../../knowledge/officialDocument.ts";
import type { Guideline, Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter } from "../../../letter/types.ts";
import { shortenLabel, type WordHint, wordEnd } from "./hint.ts";

/**
 * After the name of a cited chapter: the guideline that it belongs to, "ACOEM chapter 12, 2nd ed.", once per issue. MTUS
 * chapters that are separate guidelines, and sources that name their publisher, have no hint.
 */
export function guidelineHints(letter: Letter, issue: Issue, knowledge: Knowledge): readonly WordHint[] {
  const shown = new Set<string>();
  return guidelineParts(issue)
    .flatMap((part) => part.citations)
    .flatMap((citation) => {
      const words = guidelineWords(letter.text, citation);
      const guideline = guidelineOf(citation, knowledge);
      if (words === undefined || guideline === undefined || shown.has(guideline.id)) return [];
      shown.add(guideline.id);
      const label = belonging(guideline, knowledge);
      const cited = letter.text.slice(Math.max(0, words.start - before), words.end);
      if (label === undefined || saysPublisher.test(cited)) return [];
      const at = wordEnd(letter.text, words.end);
      return [
        {
          kind: "guidelines",
          at,
          label,
          about: words.start,
          goTo: undefined,
          url: officialPage(guideline)?.url,
        } as const,
      ];
    });
}

/** "MTUS ACOEM Low Back Complaints": the publisher may be before the chapter's name. */
const before = "ACOEM, ".length;
const saysPublisher = /\b(?:ACOEM|American\s+College|Occupational\s+Medicine)\b/i;

/** What is in parentheses after its name: "Low Back Complaints (ACOEM chapter 12)", "Low Back Disorders Guideline (ACOEM)". */
function belonging({ name, years }: Guideline, knowledge: Knowledge): string | undefined {
  const inParentheses = /\((ACOEM\b[^)]*)\)$/.exec(name)?.[1];
  if (inParentheses === undefined) return undefined;
  if (inParentheses === "ACOEM") return "ACOEM guideline";
  const book = knowledge.guidelineNamed("ACOEM");
  const edition = /\b(\d(?:st|nd|rd|th)) ed/.exec(book?.name ?? "")?.[1];
  const ofBook = edition !== undefined && years.some((year) => book?.years.includes(year));
  return shortenLabel(ofBook ? `${inParentheses}, ${edition} ed.` : inParentheses);
}

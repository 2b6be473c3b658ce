import {
  chapterInPlaceOfTopic,
  guidelineMeant,
  guidelineParts,
  guidelineWords,
} from "../../../analysis/citedGuidelines.ts";
import type { Span } from "../../../base/span.ts";
import { covers } from "../../../base/span.ts";
import { editionInForce, editionNamed } from "../../../knowledge/editions.ts";
import type { Guideline, Knowledge } from "../../../knowledge/types.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import type { Letter } from "../../../letter/types.ts";
import { guidelineText } from "../../guidelines/topicText.ts";
import type { CitedEdition, Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A guideline or chapter: as a citation names it, or by its common name anywhere in an issue. */
export const guidelineHover = (context: HoverContext): Hover | undefined =>
  citedGuideline(context) ?? guidelineByName(context);

function citedGuideline({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    const named = [guidelineWords(letter.text, citation), chapterInPlaceOfTopic(citation)?.span];
    const words = named.find((span) => span && covers(span, offset));
    if (words === undefined) continue;
    const guideline = guidelineMeant(citation, knowledge);
    if (guideline === undefined) return undefined;
    const says = guidelineText(guideline, issue.heading.treatment, knowledge);
    return hover(words, guideline, says, citedEdition(citation.year?.value, guideline, letter, knowledge));
  }
  return undefined;
}

/** Any other words of a citation outside the MTUS: what its source is. */
export function sourceHover({ issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    const words = citation.topics.find(({ span }) => covers(span, offset))?.span;
    if (words === undefined || citation.kind === "mtus") continue;
    const guideline = guidelineMeant(citation, knowledge);
    return guideline && hover(words, guideline, guidelineText(guideline, issue.heading.treatment, knowledge));
  }
  return undefined;
}

function citedEdition(
  year: number | undefined,
  guideline: Guideline,
  letter: Letter,
  { guidelines }: Knowledge,
): CitedEdition | undefined {
  if (year === undefined || guideline.editions.length === 0) return undefined;
  const decided = decisionDay(letter);
  return {
    year,
    edition: editionNamed(guideline, year),
    decided,
    inForce: decided === undefined ? undefined : editionInForce(guideline, decided, guidelines),
  };
}

/** Names that letters use in running text, as patterns because a line may end inside them. */
const names =
  /\b(?:MTUS|ACOEM|ODG|Official\s+Disability\s+Guidelines|Medical\s+Treatment\s+Utilization\s+Schedule)\b/g;

/** Longer than the longest of the names, even across a page break. */
const maxNameLength = 80;

function guidelineByName({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  const from = Math.max(issue.span.start, offset - maxNameLength);
  const around = letter.text.slice(from, Math.min(issue.span.end, offset + maxNameLength));
  for (const match of around.matchAll(names)) {
    const words = { start: from + match.index, end: from + match.index + match[0].length };
    if (!covers(words, offset)) continue;
    const guideline = named(match[0], knowledge);
    return guideline && hover(words, guideline, []);
  }
  return undefined;
}

const named = (name: string, knowledge: Knowledge): Guideline | undefined =>
  knowledge.guidelineNamed(name.replace(/\s+/g, " "));

const hover = (
  { start, end }: Span,
  guideline: Guideline,
  says: readonly string[],
  cited?: CitedEdition,
): Hover => ({
  start,
  end,
  content: { kind: "guideline", guideline, says, ...(cited ? { cited } : {}) },
});

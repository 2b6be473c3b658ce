import { guidelineOf, guidelineParts, guidelineWords } from "../../../analysis/citedGuidelines.ts";
import type { Span } from "../../../base/span.ts";
import { covers } from "../../../base/span.ts";
import type { Guideline, Knowledge } from "../../../knowledge/types.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A guideline or chapter: as a citation names it, or by its common name anywhere in an issue. */
export const guidelineHover = (context: HoverContext): Hover | undefined =>
  citedGuideline(context) ?? guidelineByName(context);

function citedGuideline({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    const words = guidelineWords(letter.text, citation);
    if (words === undefined || !covers(words, offset)) continue;
    return hover(words, guidelineOf(citation, knowledge));
  }
  return undefined;
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
    if (covers(words, offset)) return hover(words, named(match[0], knowledge));
  }
  return undefined;
}

const named = (name: string, knowledge: Knowledge): Guideline | undefined =>
  knowledge.guidelineNamed(name.replace(/\s+/g, " "));

const hover = ({ start, end }: Span, guideline: Guideline | undefined): Hover | undefined =>
  guideline && { start, end, content: { kind: "guideline", guideline } };

import { guidelineOf } from "../../../analysis/citedGuidelines.ts";
import type { Span } from "../../../base/span.ts";
import { covers } from "../../../base/span.ts";
import type { Guideline, Knowledge } from "../../../knowledge/types.ts";
import type { Issue, PageRange } from "../../../letter/types.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";
import { pagesContent, topicsOfTreatment } from "./pages.ts";

/** "page 82", "pages 89-90" in running text. */
const mentions = /\bpages?\s{1,4}(\d{1,4})(?:\s?[-–]\s?(\d{1,4}))?(?!\d)/gi;

/** Words in a sentence that is about another source than the one cited. */
const otherSource = /\b(?:ODG|Official\s+Disability|ACOEM|Chapter|Table|Edition|et\s+al)\b/i;

/**
 * Pages that a rationale mentions, if it is clear which document they belong to: the reviewer cites only one source, its
 * pages are known, the number is one of them, and the sentence isn't about another source.
 */
export function rationalePagesHover({ letter, issue, offset, knowledge }: HoverContext): Hover | undefined {
  const sentence = issue?.rationale?.sentences.find((span) => covers(span, offset));
  if (issue === undefined || sentence === undefined) return undefined;
  const guideline = sourceOfRationale(issue, knowledge);
  if (guideline === undefined) return undefined;
  const range = pagesMentioned(letter.text, sentence, guideline).find((pages) => covers(pages.span, offset));
  const { treatment } = issue.heading;
  return range && pagesContent(range, guideline, topicsOfTreatment(issue, knowledge), treatment, knowledge);
}

/** The only document that pages in a rationale can belong to, if its pages are known. */
export function sourceOfRationale(issue: Issue, knowledge: Knowledge): Guideline | undefined {
  const citations = issue.reviewer?.citations ?? [];
  const [only, ...others] = new Set(citations.map((citation) => guidelineOf(citation, knowledge)));
  return others.length === 0 && only?.pages !== undefined ? only : undefined;
}

/** The pages of that document that a sentence of the rationale mentions. */
export function pagesMentioned(text: string, sentence: Span, { pages }: Guideline): readonly PageRange[] {
  const words = text.slice(sentence.start, sentence.end);
  if (pages === undefined || otherSource.test(words)) return [];
  return [...words.matchAll(mentions)]
    .map((match) => pageRange(match, sentence))
    .filter(({ first, last }) => first >= pages.first && last <= pages.last);
}

function pageRange(match: RegExpMatchArray, sentence: Span): PageRange {
  const start = sentence.start + (match.index ?? 0);
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return { span: { start, end: start + match[0].length }, first, last, of: undefined };
}

/** Where in a letter a template is inserted, and the blank lines that separate the parts of the letter. */
import { isBlank, trim } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { Issue, Letter } from "../../../letter/types.ts";

/** The letter at `offset`, or the last one at the end of the text. */
export const letterFrom = (letter: Letter, offset: number): Letter =>
  lettersIn(letter).findLast((one) => one.span.start <= offset) ?? letter;

/** The issue at `offset` or, between issues, the one above it. */
export const issueFrom = ({ issues }: Letter, offset: number): Issue | undefined =>
  issues.findLast((issue) => issue.span.start <= offset);

/** The end of the last word in the span. If its last part is empty, a span extends to what follows it. */
export const lastWord = (text: string, { start, end }: Span): number => trim(text, start, end).end;

/** The white space between parts of a letter, with "\n" for each line end. */
export interface Gaps {
  readonly betweenIssues: string;
  /** Between a heading and the first part, and between parts. */
  readonly insideIssue: string;
  readonly belowHeading: string;
}

/** The gaps that the letter uses, and the usual ones if it shows none. */
export function gapsOf({ text, issues, sections }: Letter): Gaps {
  const gapBefore = (next: Span, last: Span = next): string | undefined =>
    paragraphGap(text, Math.min(lastWord(text, last), next.start), next.start);
  const betweenSections = shortest(
    sections.slice(1).map(({ span }, i) => gapBefore(span, sections[i]?.span)),
  );
  const paragraph = betweenSections ?? "\n\n";
  const below = sections
    .filter(({ heading, body }) => !isBlank(heading) && !isBlank(body))
    .map(({ heading, body }) => paragraphGap(text, heading.end, body.start));
  const inside = issues.flatMap(({ heading, parts }) =>
    parts.map(({ label }, i) => gapBefore(label, parts[i - 1]?.span ?? heading.span)),
  );
  const between = issues.slice(1).map(({ span }, i) => gapBefore(span, issues[i]?.span));
  return {
    betweenIssues: shortest(between) ?? paragraph,
    insideIssue: shortest(inside) ?? paragraph,
    belowHeading: shortest(below) ?? "\n",
  };
}

/** The gap between two paragraphs. Undefined if they are on the same line, or if a page ends between them. */
export function paragraphGap(text: string, start: number, end: number): string | undefined {
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  if (lines.length < 2 || lines.some((line) => /[^ \t]/.test(line))) return undefined;
  // The spaces at the start and end belong to the lines before and after the gap.
  return `\n${lines
    .slice(1, -1)
    .map((line) => `${line}\n`)
    .join("")}`;
}

/** The shortest gap: gaps left by page breaks are longer. */
const shortest = (gaps: readonly (string | undefined)[]): string | undefined =>
  gaps
    .filter((one) => one !== undefined)
    .reduce<string | undefined>(
      (best, one) => (best === undefined || one.length < best.length ? one : best),
      undefined,
    );

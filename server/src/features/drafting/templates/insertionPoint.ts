/** Where in a letter something new goes, and the blank lines that its parts are set apart with. */
import { isBlank, trim } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { Issue, Letter } from "../../../letter/types.ts";

/** The letter that `offset` lies in; at the end of the text the last one. */
export const letterFrom = (letter: Letter, offset: number): Letter =>
  lettersIn(letter).findLast((one) => one.span.start <= offset) ?? letter;

/** The issue that `offset` lies in or, between issues, the one above it. */
export const issueFrom = ({ issues }: Letter, offset: number): Issue | undefined =>
  issues.findLast((issue) => issue.span.start <= offset);

/** Where the last word in the span ends: what ends with something empty reaches up to what follows. */
export const lastWord = (text: string, { start, end }: Span): number => trim(text, start, end).end;

/** The white space between things, with "\n" for each line end. */
export interface Gaps {
  readonly betweenIssues: string;
  /** Between a heading and its part, and between parts. */
  readonly insideIssue: string;
  readonly belowHeading: string;
}

/** The letter's own gaps; the usual ones where it shows none. */
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

/** What parts two paragraphs; undefined where they stand on one line, or where a page ends between them. */
export function paragraphGap(text: string, start: number, end: number): string | undefined {
  const lines = text.slice(start, end).split(/\r\n|\n|\r/);
  if (lines.length < 2 || lines.some((line) => /[^ \t]/.test(line))) return undefined;
  // The blanks at the ends belong to the lines that they follow and precede.
  return `\n${lines
    .slice(1, -1)
    .map((line) => `${line}\n`)
    .join("")}`;
}

/** A gap that a page break has left is longer than the others. */
const shortest = (gaps: readonly (string | undefined)[]): string | undefined =>
  gaps
    .filter((one) => one !== undefined)
    .reduce<string | undefined>(
      (best, one) => (best === undefined || one.length < best.length ? one : best),
      undefined,
    );

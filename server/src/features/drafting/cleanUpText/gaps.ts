/** The gaps between the lines of a text, and what they show about the paragraphs of the original. */
import { isLineBreak, plainSpaces } from "../../../base/flatText.ts";
import { type Line, type Lines, readLines } from "../../../base/lines.ts";
import type { Letter } from "../../../letter/types.ts";

/** What was between two lines in the PDF, judging only by the gap. `page`: a page break, or the gap that it left. */
export type GapKind = "line" | "page" | "paragraph";

export interface Gap {
  readonly blankLines: number;
  /** Whether one of the blank lines has a space: the sign of an empty paragraph in a double-spaced letter. */
  readonly spaced: boolean;
  readonly page: boolean;
}

export interface GappedLines extends Lines {
  kindBefore(index: number): GapKind;
  gapBefore(index: number): Gap;
}

/** The lines of a letter's text, without its directives. */
export function readGaps({ text }: Letter): GappedLines {
  const lines = readLines(plainSpaces(text));
  const gaps = lines.list.map((line, i) =>
    readGap(text.slice(i === 0 ? 0 : (lines.list[i - 1] as Line).end, line.start)),
  );
  const doubleSpaced = isDoubleSpaced(text, lines.list, gaps);
  const gapBefore = (index: number): Gap => gaps[index] as Gap;
  return {
    ...lines,
    gapBefore,
    kindBefore(index) {
      const { blankLines, spaced, page } = gapBefore(index);
      if (page) return "page";
      if (!doubleSpaced) return blankLines === 0 ? "line" : "paragraph";
      if (blankLines <= 1) return "line";
      return spaced ? "paragraph" : "page";
    },
  };
}

function readGap(gap: string): Gap {
  const lineEnds = gap.match(/\r\n|[\n\r]/g)?.length ?? 0;
  return {
    blankLines: Math.max(0, lineEnds - 1),
    spaced: /[\n\r][^\n\r\f]+[\n\r]/.test(gap),
    page: gap.includes("\f"),
  };
}

/**
 * Whether blank lines interrupt sentences, and so don't show paragraphs. A letter with short paragraphs has just as many
 * blank lines, but its sentences don't continue after them.
 */
function isDoubleSpaced(text: string, lines: readonly Line[], gaps: readonly Gap[]): boolean {
  let single = 0;
  let tight = 0;
  let cut = 0;
  gaps.forEach(({ blankLines }, i) => {
    if (i === 0) return;
    if (blankLines === 0) tight++;
    if (blankLines !== 1) return;
    single++;
    if (startsLower(text, lines[i] as Line)) cut++;
  });
  return cut > single * 0.15 && tight < single;
}

export const startsLower = (text: string, { start }: Line): boolean => /^[a-z]/.test(text.charAt(start));

/** The white space with which a line begins. */
export function indentOf(text: string, { start }: Line): string {
  let from = start;
  while (from > 0 && /\s/.test(text.charAt(from - 1)) && !isLineBreak(text.charCodeAt(from - 1))) from--;
  return text.slice(from, start);
}

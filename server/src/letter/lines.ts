/** The lines of a letter and what separates them: the ground on which headings are told from prose. */
import { firstFrom } from "../base/span.ts";
import { isSpace, trim } from "./flat.ts";
import { firstMark } from "./matches.ts";
import type { Span } from "./types.ts";

export interface Line extends Span {
  /**
   * What stands between this line and the one before:
   * - `line`: a line end
   * - `page`: a page break or the wide gap that a page break leaves: may fall inside a sentence
   * - `paragraph`: a blank line that separates paragraphs
   */
  readonly gap: "line" | "page" | "paragraph";
}

/** The lines that hold something, without the white space around them, in order. */
export interface Lines {
  readonly list: readonly Line[];
  /** The column at which lines wrap, in UTF-16 units; 0 where they do not (each paragraph is one line). */
  readonly width: number;
}

const longestWrapped = 130;

interface RawGap {
  blanks: number;
  spaced: boolean;
  page: boolean;
}

const lineBreaks = ["\n", "\r", "\f"];

export function readLines(text: string): Lines {
  const spans: Span[] = [];
  const gaps: RawGap[] = [];
  let gap: RawGap = { blanks: 0, spaced: false, page: false };
  let single = 0;
  let tight = 0;
  const breakFrom = firstMark(text, lineBreaks);
  let start = 0;
  while (start <= text.length) {
    const end = breakFrom(start);
    const code = text.charCodeAt(end);
    const line = trim(text, start, end);
    if (line.start < line.end) {
      spans.push(line);
      gaps.push(gap);
      if (gap.blanks === 1) single++;
      if (gap.blanks === 0) tight++;
      gap = { blanks: 0, spaced: false, page: false };
    } else if (code !== 12 || end > start) {
      gap.blanks++;
      gap.spaced ||= end > start && isSpace(text.charCodeAt(start));
    }
    if (code === 12) gap.page = true;
    start = end + (code === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  const width = wrapWidth(spans);
  const doubleSpaced =
    width > 0 && spans.length > 4 && tight < spans.length * 0.2 && single > spans.length * 0.4;
  const list = spans.map((span, i): Line => {
    const { blanks, spaced, page } = gaps[i] as RawGap;
    return { start: span.start, end: span.end, gap: kindOfGap(blanks, spaced, page, doubleSpaced) };
  });
  return { list, width };
}

function kindOfGap(blanks: number, spaced: boolean, page: boolean, doubleSpaced: boolean): Line["gap"] {
  if (page) return "page";
  if (!doubleSpaced) return blanks > 0 ? "paragraph" : "line";
  if (blanks <= 1) return "line";
  return spaced ? "paragraph" : "page";
}

/** The column that the longest wrapped lines reach, leaving out the few that were never wrapped. */
function wrapWidth(spans: readonly Span[]): number {
  const lengths = spans.map((s) => s.end - s.start).filter((n) => n >= 40);
  const wrapped = lengths.filter((n) => n <= longestWrapped);
  // By their words, not by their number: among unwrapped paragraphs stand many short ones.
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  if (wrapped.length < 3 || sum(wrapped) < sum(lengths) * 0.6) return 0;
  return wrapped.reduce((a, b) => Math.max(a, b), 0);
}

/** The index of the first line that starts at or after the offset. */
export const lineAt = ({ list }: Lines, offset: number): number => firstFrom(list, offset);

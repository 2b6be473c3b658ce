/** The lines of a text and what separates them. Unlike in flat text, this shows where a heading ends. */

import { isSpace, trim } from "./flatText.ts";
import { createIndexOfAny } from "./matchAll.ts";
import type { Span } from "./span.ts";
import { firstStartingAtOrAfter } from "./span.ts";

export interface Line extends Span {
  /**
   * What separates this line from the one before:
   * - `line`: a line end
   * - `page`: a page break or the wide gap that a page break leaves, possibly inside a sentence
   * - `paragraph`: an empty line that separates paragraphs
   */
  readonly gap: "line" | "page" | "paragraph";
}

/** The lines that aren't empty, without the white space around them, in order. */
export interface Lines {
  readonly list: readonly Line[];
  /** The column at which lines wrap, in UTF-16 units; 0 if they don't, so each paragraph is one line. */
  readonly width: number;
}

/** A longer line was never wrapped. In UTF-16 units. */
const maxWrappedLength = 130;

interface RawGap {
  emptyLines: number;
  spaced: boolean;
  page: boolean;
}

const lineBreaks = ["\n", "\r", "\f"];

export function readLines(text: string): Lines {
  const { spans, gaps, gap, start } = wholeLines(text, { start: 0, end: text.length });
  const last = trim(text, start, text.length);
  if (last.start < last.end) {
    spans.push(last);
    gaps.push(gap);
  }
  const width = wrapWidth(spans);
  const doubleSpaced = isDoubleSpaced(gaps, width);
  const list = spans.map(
    (span, i): Line => ({
      start: span.start,
      end: span.end,
      gap: kindOfGap(gaps[i] as RawGap, doubleSpaced),
    }),
  );
  return { list, width };
}

/** The gap above the line in which the span ends, and the width at which the lines before it wrap. Reads no later line. */
export function gapAbove(text: string, span: Span): Pick<Line, "gap"> & Pick<Lines, "width"> {
  const { spans, gaps, gap } = wholeLines(text, span);
  const width = wrapWidth(spans);
  return { gap: kindOfGap(gap, isDoubleSpaced([...gaps, gap], width)), width };
}

interface WholeLines {
  /** The lines that aren't empty, without the white space around them. */
  readonly spans: Span[];
  /** The gap above each of them. */
  readonly gaps: RawGap[];
  /** The gap below the last one. */
  readonly gap: RawGap;
  /** The start of the last line, which has no line end. */
  readonly start: number;
}

/** The lines that end within the span. */
function wholeLines(text: string, { start: from, end: limit }: Span): WholeLines {
  const spans: Span[] = [];
  const gaps: RawGap[] = [];
  let gap: RawGap = { emptyLines: 0, spaced: false, page: false };
  const breakFrom = createIndexOfAny(text, lineBreaks);
  let start = from;
  for (let end = breakFrom(start); end < limit; end = breakFrom(start)) {
    const code = text.charCodeAt(end);
    const line = trim(text, start, end);
    if (line.start < line.end) {
      spans.push(line);
      gaps.push(gap);
      gap = { emptyLines: 0, spaced: false, page: false };
    } else if (code !== 12 || end > start) {
      gap.emptyLines++;
      gap.spaced ||= end > start && isSpace(text.charCodeAt(start));
    }
    if (code === 12) gap.page = true;
    start = end + (code === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return { spans, gaps, gap, start };
}

function isDoubleSpaced(gaps: readonly RawGap[], width: number): boolean {
  if (width === 0 || gaps.length <= 4) return false;
  const withEmptyLines = (count: number) => gaps.filter((gap) => gap.emptyLines === count).length;
  return withEmptyLines(0) < gaps.length * 0.2 && withEmptyLines(1) > gaps.length * 0.4;
}

function kindOfGap({ emptyLines, spaced, page }: RawGap, doubleSpaced: boolean): Line["gap"] {
  if (page) return "page";
  if (!doubleSpaced) return emptyLines > 0 ? "paragraph" : "line";
  if (emptyLines <= 1) return "line";
  return spaced ? "paragraph" : "page";
}

/** The column that the longest wrapped lines reach. */
function wrapWidth(spans: readonly Span[]): number {
  const lengths = spans.map((s) => s.end - s.start).filter((n) => n >= 40);
  const wrapped = lengths.filter((n) => n <= maxWrappedLength);
  // Compare lengths, not numbers of lines: between unwrapped paragraphs there are many short ones.
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  if (wrapped.length < 3 || sum(wrapped) < sum(lengths) * 0.6) return 0;
  return wrapped.reduce((a, b) => Math.max(a, b), 0);
}

/** The index of the first line that starts at or after the offset. */
export const lineAt = ({ list }: Lines, offset: number): number => firstStartingAtOrAfter(list, offset);

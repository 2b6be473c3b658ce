/**
 * One-line views of a letter's text.
 *
 * Letters come out of PDFs: lines wrap anywhere, may be double-spaced, and words are hyphenated at line ends. Everything
 * that reads for meaning reads a flat view, in which that is gone, and gets its offsets back through the view's map.
 */
import type { Span } from "./types.ts";

export interface Flat {
  /**
   * The text in one line: white space runs are one space, a line-end hyphen is joined to the next line, curly quotes
   * and dashes are the plain ones. Never starts or ends with a space.
   */
  readonly text: string;
  /** The letter's span for `[start, end)` of the flat text. */
  span(start: number, end: number): Span;
}

const plain: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2013": "-",
  "\u2014": "-",
};

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    (code >= 0x80 &&
      (code === 0x85 ||
        code === 0xa0 ||
        (code >= 0x2000 && code <= 0x200b) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}

/** The span without the white space at its ends; empty at `start` where nothing else is in it. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function isEmpty(span: Span): boolean {
  return span.start >= span.end;
}

const hyphen = 45;

function joinsNextLine(text: string, at: number, from: number): boolean {
  return text.charCodeAt(at) === hyphen && at > from && !isSpace(text.charCodeAt(at - 1));
}

/** A flat view of a span. Linear in the span's length. */
export function flatten(text: string, { start, end }: Span): Flat {
  const parts: string[] = [];
  const starts: number[] = [];
  const offsets: number[] = [];
  let length = 0;
  let at = trim(text, start, end).start;
  while (at < end) {
    let word = at;
    while (word < end && !isSpace(text.charCodeAt(word))) word++;
    const piece = text.slice(at, word);
    parts.push(piece);
    starts.push(length);
    offsets.push(at);
    length += piece.length;
    let next = word;
    let breaks = false;
    while (next < end && isSpace(text.charCodeAt(next))) {
      breaks ||= isLineBreak(text.charCodeAt(next));
      next++;
    }
    if (next < end && !(breaks && joinsNextLine(text, word - 1, start))) {
      parts.push(" ");
      length++;
    }
    at = next;
  }
  const flat = parts
    .join("")
    .replace(/[\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u2014]/g, (c) => plain[c] ?? c);

  const offset = (index: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= index) low = middle;
      else high = middle - 1;
    }
    return (offsets[low] ?? start) + index - (starts[low] ?? 0);
  };
  return {
    text: flat,
    span: (from, to) =>
      to > from
        ? { start: offset(from), end: offset(to - 1) + 1 }
        : { start: offset(from), end: offset(from) },
  };
}

/** The span's words in one line, as written: white space collapsed, line-end hyphens joined. */
export function oneLine(text: string, span: Span): string {
  const slice = text.slice(span.start, span.end);
  return slice
    .replace(/[\s\u0085\u200b]+/g, (run, at: number) =>
      /[\n\r\f]/.test(run) && joinsNextLine(slice, at - 1, 0) ? "" : " ",
    )
    .trim();
}

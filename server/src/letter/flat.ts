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

/** The text with every kind of space as the plain one, so that fixed wording can be found. Offsets stay. */
export function plainSpaces(text: string): string {
  return text.replace(/[\u0085\u00a0\u2000-\u200b\u2028\u2029\u202f\u3000\ufeff]/g, " ");
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
/** Marks where a word may be divided; says nothing itself. */
const softHyphen = 0xad;

function joinsNextLine(text: string, at: number, from: number): boolean {
  return text.charCodeAt(at) === hyphen && at > from && !isSpace(text.charCodeAt(at - 1));
}

/** White space and soft hyphens after a word, and whether the word goes on behind them. */
function gapAfter(
  text: string,
  word: number,
  limit: number,
): { readonly end: number; readonly joins: boolean } {
  let end = word;
  let breaks = false;
  let spaced = false;
  let divided = false;
  for (; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (code === softHyphen) divided = true;
    else if (!isSpace(code)) break;
    else {
      spaced = true;
      breaks ||= isLineBreak(code);
    }
  }
  return { end, joins: divided ? breaks || !spaced : breaks && joinsNextLine(text, word - 1, 0) };
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
    while (word < end && !isSpace(text.charCodeAt(word)) && text.charCodeAt(word) !== softHyphen) word++;
    if (word > at) {
      parts.push(text.slice(at, word));
      starts.push(length);
      offsets.push(at);
      length += word - at;
    }
    const gap = gapAfter(text, word, end);
    if (gap.end < end && length > 0 && !gap.joins) {
      parts.push(" ");
      length++;
    }
    at = gap.end;
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

const views = new WeakMap<Span, { readonly text: string; readonly flat: Flat }>();

/**
 * The flat view of a span that the letter itself holds, made once: rule after rule reads the same parts. For a span
 * that is made up on the way, `flatten` is the cheaper one.
 */
export function flatOf(text: string, span: Span): Flat {
  const known = views.get(span);
  if (known && known.text === text) return known.flat;
  const flat = flatten(text, span);
  views.set(span, { text, flat });
  return flat;
}

/** The span's words in one line, as written: white space collapsed, line-end hyphens joined. */
export function oneLine(text: string, span: Span): string {
  const slice = text
    .slice(span.start, span.end)
    .replace(/\u00ad(\s*)/g, (_, space: string) => (/[\n\r\f]/.test(space) ? "" : space));
  return slice
    .replace(/[\s\u0085\u200b]+/g, (run, at: number) =>
      /[\n\r\f]/.test(run) && joinsNextLine(slice, at - 1, 0) ? "" : " ",
    )
    .trim();
}

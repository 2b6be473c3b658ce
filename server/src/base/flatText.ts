/**
 * Flat text: a one-line view of a text, with a map back to its offsets.
 *
 * In text from a PDF, lines wrap anywhere, may be double-spaced, and words are hyphenated at line ends. Everything that
 * reads for meaning reads the flat view, which has none of that.
 */
import { FlatTextBuilder, type MappedText } from "./flatTextBuilder.ts";
import { createIndexOfAny } from "./matchAll.ts";
import { memoizeByText } from "./memoize.ts";
import type { Span } from "./span.ts";

export interface FlatText {
  /**
   * The text in one line: runs of white space are one space, a line-end hyphen is joined to the next line, curly quotes
   * and dashes are plain, and ligatures are spelled out. Never starts or ends with a space.
   */
  readonly text: string;
  /** The source's span for `[start, end)` of the flat text. */
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

/** Characters that a PDF may have as one: "Certi\ufb01cation". */
const ligatures: Readonly<Record<string, string>> = {
  "\ufb00": "ff",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\ufb03": "ffi",
  "\ufb04": "ffl",
};

/** The text with its ligatures spelled out. Offsets change. */
export const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb04]/g, (ligature) => ligatures[ligature] as string);

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

/** Most texts have no wide character. The engine knows that without reading them. */
const wide = /[^\0-\xff]/;

/** The text with every kind of space as a plain one, so fixed wording can be found. Offsets stay the same. */
export function plainSpaces(text: string): string {
  const has = wide.test(text) || text.includes("\u00a0") || text.includes("\u0085");
  return has ? text.replace(/[\u0085\u00a0\u2000-\u200b\u2028\u2029\u202f\u3000\ufeff]/g, " ") : text;
}

export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}

/** The span without the white space at its ends. A span of only white space becomes empty. */
export function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export function isBlank(span: Span): boolean {
  return span.start >= span.end;
}

const space = 32;
const hyphen = 45;
/** Marks where a word may be divided, and isn't part of it. */
const softHyphen = 0xad;

function joinsNextLine(text: string, at: number, from: number): boolean {
  return text.charCodeAt(at) === hyphen && at > from && !isSpace(text.charCodeAt(at - 1));
}

/** White space and soft hyphens after a word, and whether the word continues after them. */
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

/** What may look different in the flat view. */
const uneven = /[^\x20-\x7e]| (?= )/g;
/** The same in a text without wide characters. */
const narrowUneven = ["\n", "\r", "\f", "\t", "\v", "\u0085", "\u00a0", "\u00ad", "  "];

/** Finds the first uneven place at or after an offset, or the text's length. The offset must not decrease from call to call. */
function unevenFrom(text: string): (from: number) => number {
  if (!wide.test(text)) return createIndexOfAny(text, narrowUneven);
  return (from) => {
    uneven.lastIndex = from;
    return uneven.test(text) ? uneven.lastIndex - 1 : text.length;
  };
}

function flattenWhole(text: string): MappedText {
  const { start, end: limit } = trim(text, 0, text.length);
  const builder = new FlatTextBuilder(text, start);
  const next = unevenFrom(text);
  for (let at = next(start); at < limit; at = next(at)) {
    const code = text.charCodeAt(at);
    if (code === softHyphen || isSpace(code)) {
      // A run of white space that begins with a plain space is found at its second character.
      const word = at > start && text.charCodeAt(at - 1) === space ? at - 1 : at;
      const gap = gapAfter(text, word, limit);
      builder.copy(word);
      if (gap.joins || gap.end === limit || builder.isEmpty) builder.skip(gap.end);
      else builder.replace(gap.end, " ");
      at = gap.end;
    } else {
      const mark = plain[text.charAt(at)];
      const spelledOut = ligatures[text.charAt(at)];
      if (mark ?? spelledOut) builder.copy(at);
      if (mark) builder.replace(at + 1, mark);
      if (spelledOut) builder.spellOut(spelledOut);
      at++;
    }
  }
  builder.copy(limit);
  return builder.finish();
}

/** Two: the current text, and the same text before the last change. */
const flatTextOf = memoizeByText(flattenWhole, 2);

/** The flat view of a span: a slice of that of the whole text, which is cached. */
export function flatten(text: string, { start, end }: Span): FlatText {
  const whole = flatTextOf(text);
  const kept = trim(text, start, end);
  let first = whole.indexAt(kept.start);
  let last = whole.indexAt(kept.end);
  while (last > first && whole.text.charCodeAt(last - 1) === space) last--;
  while (first < last && whole.text.charCodeAt(first) === space) first++;
  return {
    text: whole.text.slice(first, last),
    span: (from, to) => {
      const after = (index: number): number => whole.offsetAt(first + index - 1) + 1;
      if (first === last) return { start: start + from, end: to > from ? after(to) : start + from };
      const begins = first + from < last ? whole.offsetAt(first + from) : after(from);
      return { start: begins, end: to > from ? after(to) : begins };
    },
  };
}

/** A span's text in one line: white space is collapsed and line-end hyphens are joined. Everything else is as written. */
export function oneLine(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  if (words.search(uneven) < 0) return words.trim();
  const slice = words.replace(/\u00ad(\s*)/g, (_, space: string) => (/[\n\r\f]/.test(space) ? "" : space));
  return slice
    .replace(/[\s\u0085\u200b]{2,}|[^\S ]|[\u0085\u200b]/g, (run, at: number) =>
      /[\n\r\f]/.test(run) && joinsNextLine(slice, at - 1, 0) ? "" : " ",
    )
    .trim();
}

/** Cuts text into sentences. */

import { flatten } from "./flatText.ts";
import type { Span } from "./span.ts";

const abbreviations = new Set("dr mr mrs ms st vs inc e.g i.e al dept jr sr".split(" "));
/** Abbreviations only if a number follows: "No. 5", "pp. 76-85". */
const numbered = new Set("no nos pg pgs pp p approx fig ed vol ch sec".split(" "));
const longestAbbreviation = Math.max(...[...abbreviations, ...numbered].map((word) => word.length));

/** Offsets into a flat text. `end` is exclusive. */
export interface FlatRange {
  readonly start: number;
  readonly end: number;
}

const anyStop = /[.!?]/g;

/** Most texts only have periods, which are found far faster. */
const nextPeriod = (flat: string, from: number) => flat.indexOf(".", from);

function nextStop(flat: string, from: number): number {
  anyStop.lastIndex = from;
  return anyStop.exec(flat)?.index ?? -1;
}

const space = 32;
const openParenthesis = 40;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isLower = (code: number) => code >= 97 && code <= 122;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** The sentences of a flat text: in order, trimmed, together all of its words. Linear. */
export function sentences(flat: string): readonly FlatRange[] {
  const found: FlatRange[] = [];
  let start = 0;
  const next = flat.includes("!") || flat.includes("?") ? nextStop : nextPeriod;
  for (let at = next(flat, 0); at >= 0; ) {
    let end = at + 1;
    while (end < flat.length && `.!?"')]`.includes(flat[end] as string)) end++;
    if (endsHere(flat, start, at, end)) {
      found.push({ start, end });
      start = flat[end] === " " ? end + 1 : end;
      at = next(flat, end);
    } else at = next(flat, at + 1);
  }
  if (start < flat.length) found.push({ start, end: flat.length });
  return found;
}

/** The sentences in a span of a text, as spans of that text. */
export function sentencesIn(text: string, span: Span): readonly Span[] {
  const flat = flatten(text, span);
  return sentences(flat.text).map(({ start, end }) => flat.span(start, end));
}

function endsHere(flat: string, start: number, dot: number, end: number): boolean {
  if (end >= flat.length) return true;
  const next = flat.charCodeAt(end);
  if (next !== space) {
    // A missing space: "changes.On 10/28/2013". Not "U.S.A", not "drugs.com".
    return isUpper(next) && isLower(flat.charCodeAt(end + 1)) && /[a-z0-9)]/.test(flat[end - 2] ?? "");
  }
  const after = flat.charCodeAt(end + 1);
  if (isLower(after)) return false;
  if (flat[dot] !== ".") return true;
  const word = lastWord(flat, start, dot);
  const first = word.charCodeAt(0);
  // "Harris J. Occupational medicine" has an initial, "vitamin D. The request" ends.
  if (word.length === 1 && isUpper(first)) return isLower(wordBefore(flat, start, dot - 1).charCodeAt(0));
  // "2. Opioids for subacute pain"
  if (dot - word.length === start && isDigit(first)) return false;
  if (word.length > longestAbbreviation) return true;
  const abbreviated = word.toLowerCase();
  if (numbered.has(abbreviated)) return !isDigit(after);
  return !abbreviations.has(abbreviated);
}

function wordBefore(flat: string, start: number, at: number): string {
  return lastWord(flat, start, Math.max(start, at - 1));
}

function lastWord(flat: string, start: number, dot: number): string {
  const from = Math.max(start, dot - 8);
  let at = dot;
  for (; at > from; at--) {
    const code = flat.charCodeAt(at - 1);
    if (code === space || code === openParenthesis) break;
  }
  return flat.slice(at, dot);
}

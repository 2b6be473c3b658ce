/** Compares suggestions with what is already typed, and makes those that complete it. */
import { withoutTabStops } from "../../../base/snippet.ts";
import type { Place } from "./place.ts";
import type { Suggestion } from "./suggestion.ts";

/** Text for comparison: white space collapsed, lower case, straight quotation marks. */
export const plainWords = (words: string): string =>
  words
    .replace(/[\s\u00ad\u200b]+/g, " ")
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

export const sameWords = (a: string, b: string): boolean => plainWords(a).trim() === plainWords(b).trim();

/** The text from `start` to the cursor. */
export const typedFrom = ({ letter, offset }: Place, start: number): string =>
  letter.text.slice(start, offset);

/** No suggestion is longer, even with extra white space. */
const maxTypedLength = 600;

/** Whether the words begin with what is typed. */
export const startsWithIgnoreCase = (words: string, typed: string): boolean =>
  typed.length <= maxTypedLength && plainWords(words).startsWith(plainWords(typed).trimStart());

/** Whether the words, from the first or any other word, begin with what is typed: "Back" matches "Low Back". */
export function matchesPrefix(words: string, typed: string): boolean {
  if (typed.length > maxTypedLength) return false;
  const sought = plainWords(typed).trimStart();
  const all = plainWords(words);
  return all.startsWith(sought) || all.includes(` ${sought}`) || all.includes(`(${sought}`);
}

/** The same for words that may match by other words than their first: the editor is told that what is typed matches. */
export const suggestMatch = (
  place: Place,
  start: number,
  words: string,
  typed: string,
  rest: Omit<Suggestion, "start" | "text" | "filter">,
): readonly Suggestion[] =>
  suggest(place, start, words, rest).map((one) =>
    matchesPrefix(words, typed) ? one : { ...one, filter: `${typed.trimStart()} ${one.filter}` },
  );

/** The offset of the first character at or after `start` that isn't white space, or of the cursor if there is none. */
export function skipSpace({ letter, offset }: Place, start: number): number {
  let at = start;
  while (at < offset && /\s/.test(letter.text.charAt(at))) at++;
  return at;
}

/**
 * The suggestion of `words`, whose beginning may be typed from `start` on. What is typed in earlier lines stays there,
 * because editors replace text within one line. Adds a space if the words would run into those before them. Empty if all
 * of it is typed.
 */
export function suggest(
  place: Place,
  start: number,
  words: string,
  rest: Omit<Suggestion, "start" | "text" | "filter">,
): readonly Suggestion[] {
  const { letter, line, offset } = place;
  if (start < line) {
    const above = plainWords(letter.text.slice(start, line)).trim();
    if (!plainWords(words).startsWith(above) || rest.snippet) return [];
    const text = words.slice(above.length).trimStart();
    return text === "" ? [] : [{ ...rest, start: skipSpace(place, line), text, filter: text }];
  }
  if (sameWords(words, typedFrom(place, start))) return [];
  const before = letter.text.charAt(start - 1);
  const touches = start === offset && /[^\s(/]/.test(before) && /^[^\s,.:;(]/.test(words);
  const filter = (rest.snippet ? withoutTabStops(words) : words).trimStart();
  return [{ ...rest, start, text: touches ? ` ${words}` : words, filter }];
}

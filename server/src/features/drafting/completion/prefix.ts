/** What stands of a suggestion already, and what of it is still to be put there. */
import { withoutTabStops } from "../../../base/snippet.ts";
import type { Place } from "./place.ts";
import type { Suggestion } from "./suggestion.ts";

/** Words as they are compared: white space collapsed, lower case, plain quotes. */
export const plainWords = (words: string): string =>
  words
    .replace(/[\s\u00ad\u200b]+/g, " ")
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase();

export const sameWords = (a: string, b: string): boolean => plainWords(a).trim() === plainWords(b).trim();

/** What stands from `start` to the cursor. */
export const typedFrom = ({ letter, offset }: Place, start: number): string =>
  letter.text.slice(start, offset);

/** Nothing that is suggested is longer, however the white space in it is stretched. */
const longest = 600;

/** True where the words begin with what is typed. */
export const startsWithIgnoreCase = (words: string, typed: string): boolean =>
  typed.length <= longest && plainWords(words).startsWith(plainWords(typed).trimStart());

/** True where the words, or some word of theirs and those after it, begin with what is typed: "Back" of "Low Back". */
export function matchesPrefix(words: string, typed: string): boolean {
  if (typed.length > longest) return false;
  const sought = plainWords(typed).trimStart();
  const all = plainWords(words);
  return all.startsWith(sought) || all.includes(` ${sought}`) || all.includes(`(${sought}`);
}

/** The offset of the first character at or after `start` that is no white space; the cursor where there is none. */
export function skipSpace({ letter, offset }: Place, start: number): number {
  let at = start;
  while (at < offset && /\s/.test(letter.text.charAt(at))) at++;
  return at;
}

/**
 * The suggestion of `words` whose beginning stands from `start`. What an earlier line holds of it stays there: editors
 * replace within one line. Words that would touch those before them get a space. None where all of it stands there.
 */
export function suggest(
  place: Place,
  start: number,
  words: string,
  rest: Omit<Suggestion, "start" | "text" | "filter">,
): readonly Suggestion[] {
  const { letter, line, offset } = place;
  if (start < line) {
    const there = plainWords(letter.text.slice(start, line)).trim();
    if (!plainWords(words).startsWith(there) || rest.snippet) return [];
    const text = words.slice(there.length).trimStart();
    return text === "" ? [] : [{ ...rest, start: skipSpace(place, line), text, filter: text }];
  }
  if (sameWords(words, typedFrom(place, start))) return [];
  const before = letter.text.charAt(start - 1);
  const touches = start === offset && /[^\s(/]/.test(before) && /^[^\s,.:;(]/.test(words);
  const filter = (rest.snippet ? withoutTabStops(words) : words).trimStart();
  return [{ ...rest, start, text: touches ? ` ${words}` : words, filter }];
}

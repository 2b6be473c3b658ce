/** Small numbers in words: "twelve sessions". */

import type { Span } from "../base/span.ts";
import { numberWords } from "./quantities.ts";

/** The number that a word or digits stand for; undefined if it isn't a number. */
export function toNumber(written: string): number | undefined {
  return /^\d{1,4}$/.test(written) ? Number(written) : numberWords.get(written.toLowerCase());
}

/** Where the text has that number, in digits or in words. */
export function numberIn(text: string, value: number): Span | undefined {
  for (const match of text.matchAll(/\d+|[a-z]+(?:-[a-z]+)?/gi)) {
    if (toNumber(match[0]) === value) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The number written like `like`: in digits, or in a word if there is one, in the same case. */
export function writtenLike(like: string, value: number): string {
  const word = [...numberWords].find(([, number]) => number === value)?.[0];
  if (/^\d/.test(like) || word === undefined) return String(value);
  if (like === like.toUpperCase()) return word.toUpperCase();
  return like.charAt(0) === like.charAt(0).toUpperCase()
    ? word.charAt(0).toUpperCase() + word.slice(1)
    : word;
}

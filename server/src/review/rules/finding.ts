import { shortenAtWord } from "../../base/shorten.ts";
import type { Span } from "../../base/span.ts";
import type { Fix } from "../fixes/fix.ts";
import type { Finding, Related } from "../types.ts";

export function createFinding(
  { start, end }: Span,
  message: string,
  related: readonly Related[] = [],
  fixes: readonly Fix[] = [],
): Finding {
  return { start, end, message, related, fixes };
}

/** The findings on each item of a list. `flatMap` is slow at joining lists, and these are nearly always empty. */
export function matchFindings<T>(
  list: readonly T[],
  match: (item: T) => readonly Finding[],
): readonly Finding[] {
  const found: Finding[] = [];
  for (const item of list) {
    for (const finding of match(item)) found.push(finding);
  }
  return found;
}

/** The longest message that VS Code's Problems view shows whole, in UTF-16 code units. */
export const maxMessageLength = 100;

/**
 * The message about words of the letter, each cut at a word if the message would be longer than `maxMessageLength`
 * otherwise. Long words give up room before short ones do.
 */
export function fitMessage<Words extends readonly string[]>(
  words: Words,
  message: (...words: Words) => string,
): string {
  const whole = message(...words);
  if (whole.length <= maxMessageLength) return whole;
  let room = maxMessageLength - (whole.length - words.join("").length);
  const fitted: string[] = [...words];
  const shortestFirst = [...words.keys()].sort((a, b) => fitted[a]!.length - fitted[b]!.length);
  shortestFirst.forEach((index, done) => {
    const share = Math.floor(room / (words.length - done));
    const own = fitted[index]!;
    if (own.length > share) fitted[index] = shortenAtWord(own, Math.max(0, share - ellipsis.length));
    room -= fitted[index]!.length;
  });
  return message(...(fitted as unknown as Words));
}

/** What `shortenAtWord` appends. */
const ellipsis = " …";

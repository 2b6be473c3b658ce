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

/** In characters: VS Code's Problems view shows about as many in one line, and doesn't wrap. */
export const maxMessageLength = 100;

/**
 * The message that `write` makes of names from a letter or a guideline, which may have any length: they are shortened
 * just enough to keep the message within `maxMessageLength`, the longest first.
 */
export function messageNaming(names: readonly string[], write: (...names: string[]) => string): string {
  const fitted = [...names];
  let room = maxMessageLength - write(...names.map(() => "")).length;
  const shortestFirst = [...names.entries()].sort(([, a], [, b]) => a.length - b.length);
  for (const [rank, [index, name]] of shortestFirst.entries()) {
    const share = Math.floor(room / (names.length - rank));
    const shown = name.length <= share ? name : shortenAtWord(name, share - " …".length);
    fitted[index] = shown;
    room -= shown.length;
  }
  return write(...fitted);
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

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

/** What is found in each thing of a list. `flatMap` is slow at joining lists, and these are nearly always empty. */
export function matchFindings<T>(
  list: readonly T[],
  look: (thing: T) => readonly Finding[],
): readonly Finding[] {
  const found: Finding[] = [];
  for (const thing of list) {
    for (const one of look(thing)) found.push(one);
  }
  return found;
}

import type { DrugMention, Knowledge } from "../knowledge/types.ts";
import type { Span } from "../letter/types.ts";

/** No drug's name, with the words that tell it from ordinary English, is longer. */
const reach = 200;

/**
 * The drugs named in `text` whose names touch `span`, with offsets into `text`. Looks a little past the span, so
 * that a name which straddles its edge is found whole, but never outside `bounds`.
 */
export function drugMentions(
  text: string,
  span: Span,
  bounds: Span,
  knowledge: Knowledge,
): readonly DrugMention[] {
  const from = wordStart(text, Math.max(bounds.start, span.start - reach), bounds.start);
  const to = Math.min(bounds.end, span.end + reach);
  return knowledge
    .drugsIn(text.slice(from, to))
    .map(({ start, end, drug, form }) => ({ start: start + from, end: end + from, drug, form }))
    .filter((mention) => mention.start < span.end && mention.end > span.start);
}

/** Cutting into a word could make a drug of its rest. */
function wordStart(text: string, offset: number, least: number): number {
  const lowest = Math.max(least, offset - reach);
  let at = offset;
  while (at > lowest && !/\s/.test(text.charAt(at - 1))) at--;
  return at;
}

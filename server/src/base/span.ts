/** Spans of a text, and how they relate to each other. */

/** UTF-16 offsets into a text. `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True if the character at `offset` belongs to the span. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** True if a cursor at `offset` is in the span or right after it. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

export const inside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True if two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The same, but also true if one begins where the other ends. */
export const touchesSpan = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The index of the first span that starts at or after `offset`, or the number of spans. The spans must be in order. */
export function firstStartingAtOrAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last span that starts at or before `offset`, or -1. The spans must be in order. */
export const lastStartingAtOrBefore = (spans: readonly Span[], offset: number): number =>
  firstStartingAtOrAfter(spans, offset + 1) - 1;

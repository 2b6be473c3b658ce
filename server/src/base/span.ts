/** Stretches of a text, and how they lie to each other. */

/** UTF-16 offsets into a text: `start` is the first, `end` the one behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True where the character at `offset` belongs to the span. */
export const covers = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

/** True where a cursor at `offset` stands in the words or directly behind them. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

export const inside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The same, also where one only begins at the other's end. */
export const touchesSpan = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The index of the first of the spans, which come in order, that starts at or after the offset; their number where none does. */
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

/** The index of the last of the spans, which come in order, that starts at or before the offset; -1 where none does. */
export const lastStartingAtOrBefore = (spans: readonly Span[], offset: number): number =>
  firstStartingAtOrAfter(spans, offset + 1) - 1;

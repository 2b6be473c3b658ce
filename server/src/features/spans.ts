import type { Span } from "../letter/types.ts";

export const inside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** True where a cursor at `offset` stands in the words or directly behind them. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The index of the last of the spans, which come in order, that starts at or before `offset`; -1 where none does. */
export function lastFrom(spans: readonly Span[], offset: number): number {
  let low = -1;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

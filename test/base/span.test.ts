import { expect, test } from "vitest";
import {
  covers,
  firstStartingAtOrAfter,
  inside,
  lastStartingAtOrBefore,
  overlaps,
  type Span,
  touches,
  touchesSpan,
} from "../../server/src/base/span.ts";

const word: Span = { start: 10, end: 15 };

test("a span covers the offsets of its characters, and also touches the one after them", () => {
  const offsets = [9, 10, 14, 15, 16];
  expect(offsets.filter((offset) => covers(word, offset))).toEqual([10, 14]);
  expect(offsets.filter((offset) => touches(word, offset))).toEqual([10, 14, 15]);
});

test("spans overlap if they share a character, and touch if they are adjacent", () => {
  const others: Record<string, Span> = {
    before: { start: 4, end: 9 },
    adjoining: { start: 4, end: 10 },
    overlapping: { start: 4, end: 11 },
    within: { start: 11, end: 13 },
    after: { start: 15, end: 20 },
  };
  const named = (holds: (a: Span, b: Span) => boolean): string[] =>
    Object.keys(others).filter((name) => holds(others[name]!, word));
  expect(named(overlaps)).toEqual(["overlapping", "within"]);
  expect(named(touchesSpan)).toEqual(["adjoining", "overlapping", "within", "after"]);
  expect(named(inside)).toEqual(["within"]);
});

test("finds spans by an offset", () => {
  const spans = [2, 5, 9].map((start) => ({ start, end: start + 2 }));
  const offsets = [0, 2, 3, 5, 9, 10];
  expect(offsets.map((offset) => firstStartingAtOrAfter(spans, offset))).toEqual([0, 0, 1, 1, 2, 3]);
  expect(offsets.map((offset) => lastStartingAtOrBefore(spans, offset))).toEqual([-1, 0, 0, 1, 2, 2]);
  expect([firstStartingAtOrAfter([], 4), lastStartingAtOrBefore([], 4)]).toEqual([0, -1]);
});

/** The parts in which a letter tells of the case: the summary and the rationales. */
import type { FlatText } from "../../base/flatText.ts";
import { lazy, memoize } from "../../base/memoize.ts";
import { type FlatRange, sentences } from "../../base/sentences.ts";
import type { Span } from "../../base/span.ts";
import type { Assertion } from "../../letter/context/assertion.ts";
import { assertionAt, scopesIn } from "../../letter/context/scopes.ts";
import { type Dated, datesIn, type FlatDate } from "../../letter/dates.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Statement } from "./statement.ts";

export interface Narrative extends Dated {
  readonly place: "summary" | "rationale";
  readonly issue: Issue | undefined;
}

/** The summary first. */
export const narrativesOf = memoize(({ text, summary, issues }: Letter): readonly Narrative[] => {
  const rationales = issues.flatMap((issue) =>
    issue.rationale ? [{ ...datesIn(text, issue.rationale.body), place: "rationale" as const, issue }] : [],
  );
  if (!summary) return rationales;
  return [{ ...datesIn(text, summary.narrative), place: "summary", issue: undefined }, ...rationales];
});

const sentencesOf = memoize((flat: FlatText) => sentences(flat.text));

/** The sentence around an offset of the flat text. */
export function sentenceAt(flat: FlatText, at: number): FlatRange {
  const all = sentencesOf(flat);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] as FlatRange).end <= at) low = middle + 1;
    else high = middle;
  }
  return all[low] ?? { start: at, end: flat.text.length };
}

/** In UTF-16 units: a text without a period isn't read again and again for each of its dates. */
const maxReach = 500;

/** The part of the sentence that is near a range of the flat text. */
export function contextOf(flat: FlatText, { start, end }: Span): FlatRange {
  const sentence = sentenceAt(flat, start);
  return {
    start: Math.max(sentence.start, start - maxReach),
    end: Math.min(Math.max(sentence.end, end), end + maxReach),
  };
}

/** What the sentence says about some of its words. */
export function assertionOf(flat: FlatText, range: Span): Assertion {
  const { start, end } = contextOf(flat, range);
  const scopes = scopesIn(flat.text.slice(start, end));
  return assertionAt(scopes, range.start - start, range.end - start);
}

/** The words of the sentence before and after an offset, at most that many characters. */
export const wordsBefore = (flat: FlatText, at: number, max: number): string =>
  flat.text.slice(Math.max(sentenceAt(flat, at).start, at - max), at);
export const wordsAfter = (flat: FlatText, end: number, max: number): string =>
  flat.text.slice(end, Math.min(sentenceAt(flat, end - 1).end, end + max));

export const rangeOf = ({ at, end }: FlatDate): Span => ({ start: at, end });

/** A statement of the words in a range of the narrative's flat text. Its assertion is read when it's asked for. */
export function statementIn<T>({ flat, place, issue }: Narrative, range: Span, value: T): Statement<T> {
  const { start, end } = flat.span(range.start, range.end);
  const source = place === "summary" ? "summary" : "reviewer";
  const assertion = lazy(() => assertionOf(flat, range));
  return {
    start,
    end,
    value,
    place,
    issue,
    source,
    get assertion() {
      return assertion();
    },
  };
}

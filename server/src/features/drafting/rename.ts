/** Renames a strength or count of the disputed treatment wherever its issue states it. */

import { type Quantity, statements } from "../../analysis/statedQuantities.ts";
import type { WrittenNumber } from "../../analysis/treatment/quantity.ts";
import type { Edit } from "../../base/edits.ts";
import { oneLine } from "../../base/flatText.ts";
import { toNumber, writtenLike } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import { touches } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { type RenamedQuantity, readNewNumbers } from "./newNumbers.ts";

/** What can be renamed at an offset. */
export interface Renaming extends RenamedQuantity {
  /** The number at the offset: "60", or all of "10/325". */
  readonly span: Span;
  /** The numbers to change in each place that states them, in the order in which they are written. */
  readonly places: readonly (readonly WrittenNumber[])[];
}

/**
 * The strength or count at `offset`. Undefined if there is none, or it isn't one of a disputed treatment. The case summary
 * may state that of any issue.
 */
export function renamingAt(letter: Letter, knowledge: Knowledge, offset: number): Renaming | undefined {
  const one = letterAt(letter, offset);
  if (one === undefined) return undefined;
  const own = issueAt(one, offset);
  for (const issue of own ? [own] : one.issues) {
    const renaming = renamingIn(one, issue, knowledge, offset);
    if (renaming !== undefined) return renaming;
  }
  return undefined;
}

function renamingIn(
  letter: Letter,
  issue: Issue,
  knowledge: Knowledge,
  offset: number,
): Renaming | undefined {
  const { all, alike } = statements(letter, issue, knowledge);
  for (const here of all) {
    const run = runAt(letter.text, here, offset);
    const same = run ? alike(here) : [];
    if (run === undefined || same.length === 0) continue;
    const span = spanOf(here.numbers.slice(run.from, run.to));
    const places = same.map((place) => place.numbers.slice(run.from, run.to));
    const { what, measure } = here;
    return { what, measure, span, written: oneLine(letter.text, span), places: unique(places) };
  }
  return undefined;
}

/** Which numbers of the quantity at the offset are changed together: both in "10/325mg", one in "10mg/1ml". */
function runAt(
  text: string,
  here: Quantity,
  offset: number,
): { readonly from: number; readonly to: number } | undefined {
  const { numbers } = here;
  const joined = (i: number): boolean => {
    const [before, after] = [numbers[i - 1], numbers[i]];
    return (
      before !== undefined && after !== undefined && /^\s*[/-]\s*$/.test(text.slice(before.end, after.start))
    );
  };
  let from = 0;
  for (let to = 1; to <= numbers.length; to++) {
    if (joined(to)) continue;
    if (touches(spanOf(numbers.slice(from, to)), offset)) return { from, to };
    from = to;
  }
  return numbers.every((_, i) => i === 0 || joined(i)) && isBeside(text, here, offset)
    ? { from: 0, to: numbers.length }
    : undefined;
}

/** At the unit or the sign, in one word with the numbers: a double click on "10mg" leaves the cursor behind "mg". */
function isBeside(text: string, here: Quantity, offset: number): boolean {
  const { start, end } = spanOf(here.numbers);
  const between = offset < start ? text.slice(offset, start) : text.slice(end, offset);
  return touches(here, offset) && !/\s/.test(between);
}

/** "#60 grams" is parsed as a count and as a strength, but each number is changed only once. */
function unique(places: readonly (readonly WrittenNumber[])[]): readonly (readonly WrittenNumber[])[] {
  const seen = new Set<number>();
  return places.filter(([first]) => {
    if (first === undefined || seen.has(first.start)) return false;
    seen.add(first.start);
    return true;
  });
}

const spanOf = (numbers: readonly Span[]): Span => ({
  start: numbers[0]?.start ?? 0,
  end: numbers.at(-1)?.end ?? 0,
});

/**
 * The edits that write the new name in all places, or what it needs, in words. At the cursor, digits are written as typed;
 * elsewhere, a count stays in digits or words.
 */
export function rename(
  letter: Letter,
  renaming: Renaming,
  newName: string,
): { readonly edits: readonly Edit[] } | { readonly problem: string } {
  const read = readNewNumbers(newName, renaming);
  if ("problem" in read) return read;
  const { what, span, places } = renaming;
  const count = (before: string, at: number, name: string): string =>
    at === span.start && /^\d/.test(name) ? name : writtenLike(before, toNumber(name) ?? 0);
  const edits = places.flatMap((numbers) =>
    numbers.flatMap(({ start, end }, i) => {
      const before = letter.text.slice(start, end);
      const name = read.numbers[i] ?? before;
      const text = what === "count" ? count(before, start, name) : name;
      return text === before ? [] : [{ start, end, text }];
    }),
  );
  return { edits: edits.sort((a, b) => a.start - b.start) };
}

/** The places that write the number at `offset` in the same characters, if there are several. */
export function linkedNumbers(letter: Letter, knowledge: Knowledge, offset: number): readonly Span[] {
  const renaming = renamingAt(letter, knowledge, offset);
  if (renaming === undefined) return [];
  const charactersOf = ({ start, end }: Span): string => letter.text.slice(start, end);
  const own = charactersOf(renaming.span);
  const alike = renaming.places.map(spanOf).filter((span) => charactersOf(span) === own);
  return alike.length < 2 ? [] : alike.sort((a, b) => a.start - b.start);
}

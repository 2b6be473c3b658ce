/** Whether two strengths or counts are the same, however they are written. */
import type { Letter, Quantity, Strength } from "../letter/types.ts";

/** "10/325mg" and "10-325 mg" are one strength, and "Norco 10mg" is short for it. */
export function sameStrength(a: Strength, b: Strength): boolean {
  const isShare = (s: Strength) => s.unit === "%";
  return (
    isShare(a) === isShare(b) &&
    startAlike(a.values, b.values, (x, y) => milligrams(x, a.unit) === milligrams(y, b.unit))
  );
}

/** Whether the shorter of the lists is the beginning of the other. */
export function startAlike<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (!same(a[i] as T, b[i] as T)) return false;
  return true;
}

function milligrams(value: number, unit: string): number {
  return unit === "g" ? value * 1000 : unit === "mcg" ? value / 1000 : value;
}

const visitUnits = new Set(["session", "visit", "treatment"]);

/** What is counted; words for the same are one. */
export const countedThing = (of: string): string => (visitUnits.has(of) ? "session" : of);

export const sameThing = (a: Quantity, b: Quantity): boolean => countedThing(a.unit) === countedThing(b.unit);

/** "2 times a week for 6 weeks" is 12 sessions, where no other number of them is given. */
export function withTotal({ text }: Letter, counts: readonly Quantity[]): readonly Quantity[] {
  const often = counts.filter(({ unit: of }) => of === "time a week");
  const weeks = counts.filter(({ unit: of }) => of === "week");
  const [times, long] = [often[0], weeks[0]];
  if (!times || !long || often.length > 1 || weeks.length > 1) return counts;
  if (counts.some(({ unit: of }) => visitUnits.has(of))) return counts;
  if ([times, long].some(({ span }) => endsRange.test(text.slice(Math.max(0, span.start - 6), span.start)))) {
    return counts;
  }
  const [start, end] = [Math.min(times.span.start, long.span.start), Math.max(times.span.end, long.span.end)];
  return [...counts, { span: { start, end }, value: times.value * long.value, unit: "session" }];
}

/** "2 to", "4-": what follows is the higher number of a range. */
const endsRange = /(?:\b(?:to|or)|[-\u2010-\u2014])\s*$/i;

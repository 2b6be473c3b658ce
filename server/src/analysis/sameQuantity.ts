/** Compares strengths and counts, however they are written. */
import type { Letter, Quantity, Strength } from "../letter/types.ts";

/** "10/325mg" and "10-325 mg" are the same strength, and "Norco 10mg" is short for it. */
export function sameStrength(a: Strength, b: Strength): boolean {
  const isPercentage = (s: Strength) => s.unit === "%";
  return (
    isPercentage(a) === isPercentage(b) &&
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

/** What is counted. Different words for the same thing become one. */
export const countedThing = (unit: string): string => (visitUnits.has(unit) ? "session" : unit);

export const sameThing = (a: Quantity, b: Quantity): boolean => countedThing(a.unit) === countedThing(b.unit);

/** The counts with their total: "2 times a week for 6 weeks" is 12 sessions, unless a number of sessions is given. */
export function withTotal({ text }: Letter, counts: readonly Quantity[]): readonly Quantity[] {
  const [timesAWeek, ...otherTimes] = counts.filter(({ unit }) => unit === "time a week");
  const [weeks, ...otherWeeks] = counts.filter(({ unit }) => unit === "week");
  if (!timesAWeek || !weeks || otherTimes.length > 0 || otherWeeks.length > 0) return counts;
  if (counts.some(({ unit }) => visitUnits.has(unit))) return counts;
  if (
    [timesAWeek, weeks].some(({ span }) =>
      endsRange.test(text.slice(Math.max(0, span.start - 6), span.start)),
    )
  ) {
    return counts;
  }
  const start = Math.min(timesAWeek.span.start, weeks.span.start);
  const end = Math.max(timesAWeek.span.end, weeks.span.end);
  return [...counts, { span: { start, end }, value: timesAWeek.value * weeks.value, unit: "session" }];
}

/** "2 to", "4-": the next number is the higher one of a range. */
const endsRange = /(?:\b(?:to|or)|[-\u2010-\u2014])\s*$/i;

/** ISO dates, such as "2016-12-05", which can be compared as text. */
import type { DateMention, Letter } from "./types.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** The ISO date; the first of the month if the letter gives no day. */
export const dayOf = ({ year, month, day }: DateMention): string => `${year}-${two(month)}-${two(day ?? 1)}`;

/** The ISO date of the decision: "2016-12-05". Undefined if the letter doesn't state it. */
export function decisionDay({ frontMatter }: Letter): string | undefined {
  const date = frontMatter?.decisionDate?.date;
  return date && dayOf(date);
}

/** The ISO date as far as the letter gives it: "2016-12-05", "2016-12". */
export const writtenDay = ({ year, month, day }: DateMention): string =>
  [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [two(part)]))].join("-");

/** The user's current calendar day, in days since January 1, 1970. Letters have dates without time zones. */
export const calendarDay = (now: Date): number =>
  Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;

/** The ISO date of a calendar day: "2016-12-05". */
export const dayInWords = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Days as the guidelines give those on which they came and went: "2016-12-05", to be compared as text. */
import type { DateMention } from "./types.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** The day of a date; the first of the month where none is written. */
export const dayOf = ({ year, month, day }: DateMention): string => `${year}-${two(month)}-${two(day ?? 1)}`;

/** The day as far as the letter gives it: "2016-12-05", "2016-12". */
export const writtenDay = ({ year, month, day }: DateMention): string =>
  [String(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [two(part)]))].join("-");

/** The calendar day where the user is, in days since 1970: letters write dates without a time zone. */
export const calendarDay = (now: Date): number =>
  Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;

/** "2016-12-05", of a day that is counted so. */
export const dayInWords = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

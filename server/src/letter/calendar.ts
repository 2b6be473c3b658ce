/** Years, months, and days. */

/** A day, or a month or a year as a whole. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The source of an expression that matches the name of a month, whole or abbreviated, as its group. */
export const monthName =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

/** 1 to 12. */
export function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The year that four or two digits stand for. */
export function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

export function isOnCalendar(year: number, month: number, day: number | undefined): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return false;
  if (day === undefined || day <= 28) return day !== 0;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days since 1970 (UTC). A month or a year counts as its first day. In plain arithmetic, because dates are compared often. */
export function dayOf({ year, month = 1, day = 1 }: CalendarDate): number {
  // Years that begin in March have the leap day at their end.
  const y = month > 2 ? year : year - 1;
  const daysBeforeMonth = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leapDays + daysBeforeMonth + day - 719_469;
}

/** The last day of a month or a year, in days since 1970 (UTC). */
export function lastDayOf({ year, month = 12, day }: CalendarDate): number {
  if (day !== undefined) return dayOf({ year, month, day });
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return dayOf({ ...next, day: 1 }) - 1;
}

/** Whether the dates are the same day or, as far as both state it, the same month and year. */
export function sameDate(a: CalendarDate, b: CalendarDate): boolean {
  const same = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined || x === y;
  return a.year === b.year && same(a.month, b.month) && same(a.day, b.day);
}

/** The date as letters write it: "04/12/2016", "04/2016" without a day, "2016" without a month. */
export function written({ year, month, day }: CalendarDate): string {
  return [month, day]
    .filter((part) => part !== undefined)
    .map((part) => `${String(part).padStart(2, "0")}/`)
    .concat(String(year))
    .join("");
}

const monthNames =
  "January February March April May June July August September October November December".split(" ");

/** The day in the style of other words for a date: "April 12, 2016" like "May 3, 2015", "4-12-16" like "5-3-15". */
export function writtenLike(like: string, date: CalendarDate): string {
  const { year, month, day } = date;
  if (month === undefined || day === undefined) return written(date);
  if (/^[a-z]/i.test(like)) return `${monthNames[month - 1]} ${day}, ${year}`;
  if (/[a-z]/i.test(like)) return `${day} ${monthNames[month - 1]} ${year}`;
  const [mark = "/"] = /[-/.]/.exec(like) ?? [];
  const twoDigits = (part: number) => String(part).padStart(/^0|^\d{4}|\D0/.test(like) ? 2 : 1, "0");
  if (/^\d{4}/.test(like)) return [year, twoDigits(month), twoDigits(day)].join(mark);
  return [twoDigits(month), twoDigits(day), /\D\d\d$/.test(like) ? String(year).slice(2) : year].join(mark);
}

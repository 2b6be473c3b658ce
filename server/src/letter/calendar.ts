/** Years, months, and days. */

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

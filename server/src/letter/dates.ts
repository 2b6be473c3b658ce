/** Reads dates, however letters write them: 01/08/2011, 3-1-08, January 8, 2011, 2016-01-08, 08-2016. */
import { type FlatText, flatten } from "../base/flatText.ts";
import { matchAll } from "../base/matchAll.ts";
import { memoizeWith } from "../base/memoize.ts";
import type { Span } from "../base/span.ts";
import type { DateMention } from "./types.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthName =
  "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";

/** Not a dose, a page range, or a vertebral level: no number may be right next to it. */
const numericDate = new RegExp(
  [
    // Two dates may be joined: "10/17/16-10/20/16".
    "(?<![\\w./]|(?<!/\\d\\d|/\\d{4})-)(?:",
    "(\\d{4})-(\\d{1,2})-(\\d{1,2})",
    "|(\\d{1,2})[-/] ?(\\d{1,2})[-/] ?(\\d{4}|\\d{2})",
    "|(\\d{1,2})[-/]((?:19|20)\\d{2})",
    ")(?![\\w/]|-(?!\\d{1,2}/\\d{1,2}/)|\\.\\d| ?(?:mg|mcg|ml|g|minutes|degrees|percent|%)(?!\\w))",
  ].join(""),
  "g",
);
/** The year of a date with the name of its month. Most texts only have numeric dates. */
const yearAfterSpace = / ((?:19|20|21)\d\d)(?!\d)/g;
/** What precedes that year: "January 8,", "8th of January", "Jan.". */
const dayAndMonth = new RegExp(
  `\\b(?:${monthName} (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${monthName}|${monthName}),?$`,
  "i",
);
const maxDayAndMonthLength = 24;

/** A date with its offsets in the flat text. */
export interface FlatDate extends DateMention {
  readonly at: number;
  readonly end: number;
}

/** A part's flat view and the dates in it. */
export interface Dated {
  readonly flat: FlatText;
  /** In order. */
  readonly dates: readonly FlatDate[];
  /** Numeric month, day, and four-digit year that aren't on the calendar, such as 02/30/2016: ranges of the flat text. */
  readonly impossible: readonly Span[];
}

/** The dates in a span of a parsed letter. Cached for the span object, because several rules need them. */
export const datesIn = (text: string, span: Span): Dated => datesOfSpan(span, text);

const datesOfSpan = memoizeWith((span: Span, text: string): Dated => {
  return findDates(flatten(text, span));
});

/** The dates in a flat text. */
export function findDates(flat: FlatText): Dated {
  const found: FlatDate[] = [];
  const impossible: Span[] = [];
  const add = (at: number, length: number, itsYear: string, month: number, itsDay: string | undefined) => {
    const year = fullYear(itsYear);
    const day = itsDay === undefined ? undefined : Number(itsDay);
    const isDate = isOnCalendar(year, month, day);
    if (isDate) found.push({ year, month, day, span: flat.span(at, at + length), at, end: at + length });
    return isDate;
  };
  for (const m of matchAll(numericDate, flat.text)) {
    const [all, isoYear, isoMonth, isoDay, month, day, year, onlyMonth, itsYear] = m;
    if (isoYear) add(m.index, all.length, isoYear, Number(isoMonth), isoDay);
    else if (year) {
      const isDate = add(m.index, all.length, year, Number(month), day);
      if (!isDate && /^(?:19|20)\d\d$/.test(year))
        impossible.push({ start: m.index, end: m.index + all.length });
    } else if (itsYear) add(m.index, all.length, itsYear, Number(onlyMonth), undefined);
  }
  const numeric = found.length;
  for (const { index, 0: all, 1: year } of matchAll(yearAfterSpace, flat.text)) {
    const m = dayAndMonth.exec(flat.text.slice(Math.max(0, index - maxDayAndMonthLength), index));
    if (!m) continue;
    const [words, month, day, day2, month2, month3] = m;
    const named = (month ?? month2 ?? month3) as string;
    add(index - words.length, words.length + all.length, year as string, monthNumber(named), day ?? day2);
  }
  if (numeric < found.length) found.sort((a, b) => a.at - b.at);
  return { flat, dates: found, impossible };
}

function monthNumber(name: string): number {
  return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function fullYear(year: string): number {
  const value = Number(year);
  if (year.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

function isOnCalendar(year: number, month: number, day: number | undefined): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return false;
  if (day === undefined || day <= 28) return day !== 0;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

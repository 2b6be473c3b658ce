/** Reads dates, however letters write them: 01/08/2011, 3-1-08, 03.01.2008, January 8, 2011, 8-Jan-11, 2016-01-08, 08-2016. */
import { type FlatText, flatten } from "../base/flatText.ts";
import { matchAll } from "../base/matchAll.ts";
import { memoizeWith } from "../base/memoize.ts";
import type { Span } from "../base/span.ts";
import { fullYear, isOnCalendar, monthName, monthNumber } from "./calendar.ts";
import type { DateMention } from "./types.ts";

/** Not a dose, a page range, or a vertebral level: no number may be right next to it. */
const numericDate = new RegExp(
  [
    // Two dates may be joined: "10/17/16-10/20/16".
    "(?<![\\w./]|(?<![/.]\\d\\d|[/.]\\d{4})-)(?:",
    "(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})",
    "|(\\d{1,2})(?:[-/]| /) ?(\\d{1,2})(?:[-/]| /) ?(\\d{4}|\\d{2})",
    "|(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})",
    "|(\\d{1,2})[-/]((?:19|20)\\d{2})",
    ")(?![\\w/]|-(?!\\d{1,2}[/.]\\d{1,2}[/.])|\\.\\d| ?(?:mg|mcg|ml|g|minutes|degrees|percent|%)(?!\\w))",
  ].join(""),
  "g",
);
/** The year of a date with the name of its month. Most texts only have numeric dates. */
const yearAfterMonth = /[ ,/-]((?:19|20|21)\d\d)(?!\d)/g;
/** What precedes that year: "January 8,", "8th of January", "Jan.", "8-Jan". */
const dayAndMonth = new RegExp(
  `\\b(?:${monthName}[ /-]?(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)?[ /-]?(?:(?:day )?of )?${monthName}|${monthName})(?:,| of)?$`,
  "i",
);
const maxDayAndMonthLength = 28;
/** "8-Jan-11". */
const dayMonthShortYear = new RegExp(`(?<![\\w./-])(\\d{1,2})([-/])${monthName}\\2(\\d\\d)(?![\\w/-])`, "gi");

/** A date with its offsets in the flat text. */
export interface FlatDate extends DateMention {
  readonly at: number;
  readonly end: number;
}

/** Words of a flat text that are written like a date, and the numbers in them. */
export interface WrittenDate extends Span {
  readonly words: string;
  /** In digits, two or four. */
  readonly year: string;
  readonly month: number;
  readonly day: number | undefined;
}

/** A part's flat view and the dates in it. */
export interface Dated {
  readonly flat: FlatText;
  /** In order. */
  readonly dates: readonly FlatDate[];
  /** Those that the calendar doesn't have, such as 02/30/2016. Scores and codes may look like them: see `impossibleDates.ts`. */
  readonly notOnCalendar: readonly WrittenDate[];
}

/** The dates in a span of a parsed letter. Cached for the span object, because several rules need them. */
export const datesIn = (text: string, span: Span): Dated => datesOfSpan(span, text);

const datesOfSpan = memoizeWith((span: Span, text: string): Dated => {
  return findDates(flatten(text, span));
});

/** The dates in a flat text. */
export function findDates(flat: FlatText): Dated {
  const dates: FlatDate[] = [];
  const notOnCalendar: WrittenDate[] = [];
  const add = (start: number, words: string, itsYear: string, month: number, itsDay: string | undefined) => {
    const year = fullYear(itsYear);
    const day = itsDay === undefined ? undefined : Number(itsDay);
    const end = start + words.length;
    if (!isOnCalendar(year, month, day)) notOnCalendar.push({ start, end, words, year: itsYear, month, day });
    else dates.push({ year, month, day, span: flat.span(start, end), at: start, end });
  };
  for (const m of matchAll(numericDate, flat.text)) {
    const [words, isoYear, , isoMonth, isoDay, m1, d1, y1, m2, d2, y2, onlyMonth, itsYear] = m;
    const year = (isoYear ?? y1 ?? y2 ?? itsYear) as string;
    add(m.index, words, year, Number(isoMonth ?? m1 ?? m2 ?? onlyMonth), isoDay ?? d1 ?? d2);
  }
  const numeric = dates.length;
  for (const { index, 0: all, 1: year } of matchAll(yearAfterMonth, flat.text)) {
    const before = flat.text.slice(Math.max(0, index - maxDayAndMonthLength), index);
    const m = dayAndMonth.exec(before);
    if (!m) continue;
    const [words, month, day, day2, month2, month3] = m;
    const named = (month ?? month2 ?? month3) as string;
    add(index - words.length, words + all, year as string, monthNumber(named), day ?? day2);
  }
  for (const { index, 0: words, 1: day, 3: month, 4: year } of matchAll(dayMonthShortYear, flat.text))
    add(index, words, year as string, monthNumber(month as string), day);
  if (numeric < dates.length) dates.sort((a, b) => a.at - b.at);
  return { flat, dates, notOnCalendar };
}

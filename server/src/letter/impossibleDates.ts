/** Finds what is written like a date but isn't one: 02/30/2016, April 31, 2016, 13-5-2016, O9/14/2015. */
import { matchAll } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import { fullYear, isOnCalendar } from "./calendar.ts";
import type { Dated, WrittenDate } from "./dates.ts";

/** A range of the flat text. */
export interface ImpossibleDate extends Span {
  readonly words: string;
  readonly problem: "notOnCalendar" | "dayFirst" | "letterForDigit";
  /** The date as it was probably meant, if that's clear: "09/14/2015". */
  readonly meant: string | undefined;
}

/** A letter that a scan has in place of a digit, at either end of a month, a day, or a year: "O9/14/2015". */
const scannedDate =
  /(?<![\w./-])[\dOoQDlIi|SBZ]{1,2}([-/.]) ?[\dOoQDlIi|SBZ]{1,2}\1 ?(?:[\dOoQDlIi|SBZ]{4}|[\dOoQDlIi|SBZ]{2})(?![\w/-])/y;
/** Its end. Few places of a text look like it, and the engine finds them faster than the whole. */
const endOfScannedDate = /([-/.]) ?[\dOoQDlIi|SBZ]{1,2}\1 ?[\dOoQDlIi|SBZ]{2}/g;
const digits: Readonly<Record<string, string>> = {
  ...{ O: "0", o: "0", Q: "0", D: "0", l: "1", I: "1", i: "1", "|": "1", S: "5", B: "8", Z: "2" },
};
/** A year with a digit too few or too many, or without its slash: 03/04/216, 03/04/20166, 03/042016. */
const wrongYear = /(\d{1,2})\/(\d{1,2})(?:\/([12]\d{2}|(?:19|20)\d{3})|((?:19|20)\d\d))(?![\w/-]|\.\d)/g;
/** A day that its month never has, in a date without a year. */
const noSuchDay =
  /\b(?:Feb(?:ruary|\.)? 3[01]|(?:Apr(?:il|\.)?|June|Sept(?:ember|\.)?|Nov(?:ember|\.)?) 31)(?:st|th)?\b(?!,? ?\d{4})/g;
/** The words before what can only be a date. */
const leadsToDate =
  /\b(?:on|in|dated?|since|until|till|through|thru|from|before|after|as of|DOI|DOS|DOB)(?: (?:of|is|was))?:? \(?$/i;

/** The impossible dates of a part, in no order. */
export function impossibleDates({ flat: { text }, notOnCalendar }: Dated): readonly ImpossibleDate[] {
  const found: ImpossibleDate[] = [];
  const follows = ({ start }: Span) => leadsToDate.test(text.slice(Math.max(0, start - 24), start));
  for (const date of notOnCalendar) {
    const dayFirst = isDayFirst(date);
    if (!isMeantAsDate(date, dayFirst, follows(date))) continue;
    const { start, end, words } = date;
    if (dayFirst) {
      const [day, month, year] = words.split(/ ?[-/.] ?/);
      const meant = `${month}/${day}/${year}`;
      found.push({ start, end, words, problem: "dayFirst", meant });
    } else found.push({ start, end, words, problem: "notOnCalendar", meant: undefined });
  }
  const add = (m: RegExpExecArray, problem: ImpossibleDate["problem"], meant?: string) => {
    const words = m[0];
    found.push({ start: m.index, end: m.index + words.length, words, problem, meant });
  };
  for (const { index } of matchAll(endOfScannedDate, text)) {
    const month = /[\dOoQDlIi|SBZ]{1,2}$/.exec(text.slice(Math.max(0, index - 2), index));
    if (!month) continue;
    scannedDate.lastIndex = index - month[0].length;
    const m = scannedDate.exec(text);
    if (!m || !/[A-Za-z|]/.test(m[0]) || m[0].replace(/\D/g, "").length < 3) continue;
    const meant = m[0].replace(/[OoQDlIi|SBZ]/g, (letter) => digits[letter] as string);
    const [itsMonth, day, year] = meant.split(/[-/.] ?/) as [string, string, string];
    if (isOnCalendar(fullYear(year), Number(itsMonth), Number(day))) add(m, "letterForDigit", meant);
  }
  for (const m of matchAll(wrongYear, text)) {
    const { 1: month, 2: day, 3: year } = m;
    if (/[\w./-]/.test(text.charAt(m.index - 1))) continue;
    if (!isOnCalendar(2016, Number(month), Number(day))) continue;
    if (year?.length !== 3 || follows({ start: m.index, end: m.index })) add(m, "notOnCalendar");
  }
  if (text.includes(" 30") || text.includes(" 31"))
    for (const m of matchAll(noSuchDay, text)) add(m, "notOnCalendar");
  return found;
}

/** Whether it's a date with the day before the month, as elsewhere in the world: "13-5-2016". */
function isDayFirst({ words, year, month, day }: WrittenDate): boolean {
  return (
    day !== undefined && month > 12 && /^\d{1,2}\D/.test(words) && isOnCalendar(fullYear(year), day, month)
  );
}

/** Whether the words can't be a score, a ratio, or a code. */
function isMeantAsDate(
  { words, year, month, day }: WrittenDate,
  dayFirst: boolean,
  follows: boolean,
): boolean {
  // The name of a month, which may also be a verb: "may 100 2016".
  if (/[a-z]/i.test(words)) return day === undefined || day < 100;
  const isLong = year.length === 4;
  if (day === undefined) return follows && isLong && words.includes("/");
  if (/^\d{4}/.test(words)) return /^(?:19|20)/.test(year) && month <= 31 && day <= 31;
  if (isLong && /^(?:19|20)/.test(year)) return true;
  if (month > 12 || day > 31) return dayFirst && (isLong || follows);
  // The year isn't one ("3/4/2106"), or the month doesn't have the day ("4/31/16").
  return isLong ? words.includes("/") : words.includes("/") || follows;
}

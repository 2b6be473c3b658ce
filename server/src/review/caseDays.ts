/** The days between the dates of a case, and the last day to appeal, for tables and hovers. Nothing in them is a guess. */
import { memoize } from "../base/memoize.ts";
import { dayOf } from "../letter/calendar.ts";
import { dayInWords } from "../letter/isoDate.ts";
import type { FrontMatterField, Letter } from "../letter/types.ts";
import { injuryDates, reviewDates } from "./rules/consistencyDates.ts";

/**
 * Numbers of days between two dates of the case details, and an ISO date. Null if a date is missing, has no day, or contradicts
 * another date of the case details or what the letter says about it elsewhere.
 */
export interface CaseDays {
  readonly daysInjuryToDenial: number | null;
  readonly daysDenialToApplication: number | null;
  readonly daysApplicationToDecision: number | null;
  /**
   * Labor Code 4610.6(h): an appeal is due within 30 days of the mailing of the determination. Letters don't say when they were
   * mailed, so this counts from the date of the decision, the first day on which it can have been. It isn't moved for a later
   * mailing, for service by mail, or for weekends and holidays.
   */
  readonly lastDayToAppeal: string | null;
}

/** In days. */
const timeToAppeal = 30;

/** In the order in which they must occur. */
const datesInOrder = [
  "dateOfInjury",
  "urDenialDate",
  "applicationReceived",
  "dateAssigned",
  "decisionDate",
] as const satisfies readonly FrontMatterField[];

type DateField = (typeof datesInOrder)[number];

export const caseDaysOf = memoize((letter: Letter): CaseDays => {
  const days = soundDays(letter);
  const between = (from: DateField, to: DateField): number | null => {
    const [first, last] = [days.get(from), days.get(to)];
    return first === undefined || last === undefined ? null : last - first;
  };
  const decided = days.get("decisionDate");
  return {
    daysInjuryToDenial: between("dateOfInjury", "urDenialDate"),
    daysDenialToApplication: between("urDenialDate", "applicationReceived"),
    daysApplicationToDecision: between("applicationReceived", "decisionDate"),
    lastDayToAppeal: decided === undefined ? null : dayInWords(decided + timeToAppeal),
  };
});

/** The complete dates that nothing contradicts, in days since 1970 (UTC). */
function soundDays(letter: Letter): ReadonlyMap<DateField, number> {
  const { frontMatter } = letter;
  const complete = datesInOrder.flatMap((field) => {
    const date = frontMatter?.[field]?.date;
    return date?.day === undefined ? [] : [{ field, day: dayOf(date) }];
  });
  const isInOrder = (at: number): boolean =>
    complete.every(({ day }, other) => {
      const own = complete[at]?.day ?? day;
      return other < at ? day <= own : own <= day;
    });
  const isStatedOtherwise: Partial<Record<DateField, () => boolean>> = {
    dateOfInjury: () => injuryDates(letter).length > 0,
    urDenialDate: () => reviewDates(letter).length > 0,
  };
  return new Map(
    complete.flatMap(({ field, day }, at) =>
      isInOrder(at) && !isStatedOtherwise[field]?.() ? [[field, day] as const] : [],
    ),
  );
}

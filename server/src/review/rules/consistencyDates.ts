/** Checks whether the letter states one date of injury, and one of the utilization review. */
import {
  type InjuryDate,
  injuryDateInDetails,
  injuryDatesOf,
  type Period,
  sameInjury,
} from "../../analysis/statements/injuryDates.ts";
import {
  type ReviewDate,
  reviewDateInDetails,
  reviewDatesOf,
} from "../../analysis/statements/reviewDates.ts";
import type { Statement } from "../../analysis/statements/statement.ts";
import { dayOf, sameDate, written, writtenLike } from "../../letter/calendar.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { type Agreement, disagreement } from "./agreement.ts";
import { isLastWord } from "./lastWord.ts";

/** In days: the review and its notice are often dated a few days apart. */
const maxDaysBetweenReviewAndNotice = 31;

const injury: Agreement<InjuryDate> = {
  agree: sameInjury,
  name: ({ periods }) => periods.map(nameOf).join(" and "),
  message: (stated, reference, where) =>
    `The date of injury is ${stated} here, but ${reference} in ${where}.`,
  related: (where) => `The date of injury in ${where}.`,
  replace: ({ periods }, { periods: others, words }) => {
    const [one, ...more] = periods;
    const isDay = (period: Period | undefined) =>
      period?.first.day !== undefined && period.last === period.first;
    if (!one || more.length > 0 || others.length > 1 || !isDay(one) || !isDay(others[0])) return undefined;
    return writtenLike(words, one.first);
  },
};

const review: Agreement<ReviewDate> = {
  agree: (a, b) => sameDate(a.date, b.date),
  name: ({ date }) => written(date),
  message: (stated, reference, where) =>
    `The date of the utilization review is ${stated} here, but ${reference} in ${where}.`,
  related: (where) => `The date of the utilization review in ${where}.`,
  downgraded: (a, b) => Math.abs(dayOf(a.date) - dayOf(b.date)) <= maxDaysBetweenReviewAndNotice,
  replace: ({ date }, { date: other, words }) =>
    date.day === undefined || other.day === undefined ? undefined : writtenLike(words, date),
};

function nameOf({ first, last }: Period): string {
  if (first === last) return written(first);
  return `${written(first)}-${last ? written(last) : "present"}`;
}

export const injuryDates = (letter: Letter): readonly Finding[] =>
  compare(letter, injury, injuryDateInDetails(letter), injuryDatesOf(letter).own);

export const reviewDates = (letter: Letter): readonly Finding[] =>
  compare(letter, review, reviewDateInDetails(letter), reviewDatesOf(letter));

/**
 * The findings on the first statement of each narrative that doesn't agree with the case details or, without them, with the
 * first statement. A narrative that states the right date too may tell of another injury or review.
 */
function compare<T extends { readonly isDefinite: boolean }>(
  letter: Letter,
  row: Agreement<T>,
  details: Statement<T> | undefined,
  statements: readonly Statement<T>[],
): readonly Finding[] {
  const stated = statements.filter((one) => !isLastWord(letter, one));
  const reference = details ?? stated[0];
  if (!reference) return [];
  const findings: Finding[] = [];
  for (const issue of new Set(stated.map((one) => one.issue))) {
    const own = stated.filter((one) => one.issue === issue);
    const isRight = own.some((one) => row.agree(one.value, reference.value));
    const wrong = own.find(
      (one) => !row.agree(one.value, reference.value) && (one.value.isDefinite || !isRight),
    );
    const finding = wrong && disagreement(row, wrong, reference);
    if (finding) findings.push(finding);
  }
  return findings;
}

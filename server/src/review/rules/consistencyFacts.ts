/** Checks whether summary, rationales, and case details agree about the dates of the injury and the review. */

import { type FlatText, isBlank, trim } from "../../base/flatText.ts";
import { memoize } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import { readFacts } from "../../letter/caseFacts.ts";
import { datesIn } from "../../letter/dates.ts";
import type { CaseFacts, DateMention, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding } from "./finding.ts";

/** A part of the letter that states these dates. */
interface FactSource {
  /** As messages name it: "the case summary". */
  readonly where: string;
  readonly flat: FlatText;
  readonly facts: CaseFacts;
}

/** The parts of a letter that state these dates, the summary first. */
const factSources = memoize(readFactSources);

function readFactSources({ text, summary, issues }: Letter): readonly FactSource[] {
  const sources: FactSource[] = [];
  if (summary) {
    sources.push({ where: "the case summary", flat: datesIn(text, summary.narrative).flat, facts: summary });
  }
  for (const { rationale, index } of issues) {
    if (!rationale) continue;
    const dated = datesIn(text, rationale.body);
    sources.push({
      where: `the rationale of issue ${index + 1}`,
      flat: dated.flat,
      facts: readFacts(dated),
    });
  }
  return sources;
}

export function injuryDates(letter: Letter): readonly Finding[] {
  return dates(letter, letter.frontMatter?.dateOfInjury?.date, (f) => f.dateOfInjury, "date of injury");
}

export function reviewDates(letter: Letter): readonly Finding[] {
  const found = dates(
    letter,
    letter.frontMatter?.urDenialDate?.date,
    (facts) => facts.utilizationReview,
    "date of the utilization review",
  );
  // The review and its notice are often dated a few days apart.
  return found.map(
    (finding): Finding => ({ ...finding, downgraded: finding.daysApart <= maxDaysBetweenReviewAndNotice }),
  );
}

type DateFinding = Finding & { readonly daysApart: number };

const maxDaysBetweenReviewAndNotice = 31;

function dates(
  letter: Letter,
  header: DateMention | undefined,
  fact: (facts: CaseFacts) => DateMention | undefined,
  name: string,
): readonly DateFinding[] {
  const findings: DateFinding[] = [];
  let first = header && { where: "the case details", date: header };
  for (const { where, facts } of factSources(letter)) {
    const date = fact(facts);
    if (!date || isLastWord(letter, date.span)) continue;
    first ??= { where, date };
    if (sameDate(date, first.date)) continue;
    findings.push({
      ...createFinding(
        date.span,
        `The ${name} is ${written(date)} here, but ${written(first.date)} in ${first.where}.`,
        [{ ...first.date.span, message: `The ${name} in ${first.where}.` }],
      ),
      daysApart: Math.abs(dayOf(date) - dayOf(first.date)),
    });
  }
  return findings;
}

/** Whether nothing follows in the letter: "08/02/20" may still become 08/02/2016. */
export function isLastWord({ text, span }: Letter, { end }: Span): boolean {
  return isBlank(trim(text, end, span.end));
}

/** Whether the dates are the same day or, if one has no day, the same month. */
function sameDate(a: DateMention, b: DateMention): boolean {
  return (
    a.year === b.year &&
    a.month === b.month &&
    (a.day === undefined || b.day === undefined || a.day === b.day)
  );
}

/** The date as letters write it: "04/12/2016", or "04/2016" if it has no day. */
export function written({ year, month, day }: DateMention): string {
  const twoDigits = (part: number): string => String(part).padStart(2, "0");
  const days = day === undefined ? "" : `${twoDigits(day)}/`;
  return `${twoDigits(month)}/${days}${year}`;
}

/** Days since 1970 (UTC). A date without a day counts as the first of its month. */
export function dayOf({ year, month, day }: DateMention): number {
  return Math.floor(Date.UTC(year, month - 1, day ?? 1) / 86_400_000);
}

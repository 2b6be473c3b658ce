/** Checks whether the letter's dates are in a possible order. */

import { assertionOf, passagesOf } from "../../analysis/passages.ts";
import { type DatedEvent, datedEvents } from "../../analysis/statements/datedEvents.ts";
import { injuryDateInDetails, injuryDatesOf, tellsOfEarlier } from "../../analysis/statements/injuryDates.ts";
import { reviewDatesOf } from "../../analysis/statements/reviewDates.ts";
import type { Statement } from "../../analysis/statements/statement.ts";
import { timesSinceInjuryOf } from "../../analysis/statements/timeSinceInjury.ts";
import { flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import { type CalendarDate, dayOf, written } from "../../letter/calendar.ts";
import { datesIn, findDates } from "../../letter/dates.ts";
import { type ImpossibleDate, impossibleDates } from "../../letter/impossibleDates.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { DateMention, FrontMatter, FrontMatterField, Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { injuryDates, reviewDates } from "./consistencyDates.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";
import { isLastWord } from "./lastWord.ts";

/** The dates of the case details, in the order in which they must occur. */
const inOrder: readonly { readonly field: FrontMatterField; readonly name: string }[] = [
  { field: "dateOfInjury", name: "injury" },
  { field: "urDenialDate", name: "utilization review" },
  { field: "applicationReceived", name: "application" },
  { field: "dateAssigned", name: "assignment" },
  { field: "decisionDate", name: "decision" },
];

/** `today` is in days since 1970 (UTC). The caller provides it, as the core has no clock. */
export function chronology(letter: Letter, today: number | undefined): readonly Finding[] {
  const misplaced = misplacedDates(letter);
  const decided = letter.frontMatter?.decisionDate?.date;
  // If the decision date itself is wrong, only that is reported, and not every date after it.
  const decision = misplaced.some(({ date }) => date === decided) ? undefined : decided;
  const injury = firstInjury(letter, misplaced);
  return [
    ...invalidDates(letter),
    ...missingDates(letter),
    ...misplaced.map(({ finding }) => finding),
    ...afterDecision(letter, decision),
    ...beforeInjury(letter, injury),
    ...afterReview(letter, misplaced, decision),
    ...timesSinceInjury(letter, injury, decision),
    ...laterEditions(letter, decision),
    ...laterStudies(letter, decision),
    ...laterYears(letter, decision),
    ...(today === undefined ? [] : inFuture(letter, today)),
  ];
}

/** What is written like a date but isn't one: "02/30/2016". */
function invalidDates(letter: Letter): readonly Finding[] {
  const { text, frontMatter } = letter;
  const fields = matchFindings(inOrder, ({ field }) => {
    const value = frontMatter?.[field];
    if (!value || value.text === "" || value.date) return [];
    const dated = findDates(flatten(text, value.value));
    const [found] = impossibleDates(dated);
    return [invalidDate(value.value, found ?? { words: value.text })];
  });
  const inProse = matchFindings(datedParts(letter), (span) => {
    const dated = datesIn(text, span);
    return impossibleDates(dated).map((found) => invalidDate(dated.flat.span(found.start, found.end), found));
  });
  return [...fields, ...inProse].filter((finding) => !isLastWord(letter, finding));
}

/** The parts that may state a date: headings state dates of service, and citations when a page was accessed. */
function datedParts(letter: Letter): readonly Span[] {
  const others = letter.issues.flatMap(({ heading, claims, reviewer }) =>
    [heading.request, claims?.body, reviewer?.body].filter((span) => span !== undefined),
  );
  const mayHaveDate = ({ start, end }: Span) => looksLikeDate.test(letter.text.slice(start, end));
  return [...passagesOf(letter).map(({ span }) => span), ...others.filter(mayHaveDate)];
}

const looksLikeDate = /\d[-/.]\s?[\dOolI]{1,2}[-/.]\s?\d|(?:Feb|Apr|Jun|Sep|Nov)[a-z]*\.?\s(?:29|3\d)/;

function invalidDate(
  at: Span,
  { words, problem, meant }: Partial<ImpossibleDate> & { words: string },
): Finding {
  const why = {
    notOnCalendar: "",
    dayFirst: ": the month comes first",
    letterForDigit: `: it has the letter ${/[a-z|]/i.exec(words)?.[0]}`,
  }[problem ?? "notOnCalendar"];
  const message = messageNaming([words], (date) => `${date} isn't a valid date${why}.`);
  const fixes = meant === undefined ? [] : [replacement(`Change to ${meant}`, at, meant, "alternative")];
  return createFinding(at, message, [], fixes);
}

/** Labels of the case details without a date, reported once a rationale is written: until then, they may be placeholders. */
function missingDates({ text, frontMatter, issues }: Letter): readonly Finding[] {
  if (!inOrder.some(({ field }) => frontMatter?.[field]?.text === "")) return [];
  if (!issues.some(({ rationale }) => rationale?.conclusion)) return [];
  const fields = inOrder.flatMap(({ field, name }) => {
    const value = frontMatter?.[field];
    if (!value) return [];
    const after = text.slice(value.label.end, value.label.end + 200).split(/[\n\r\f]/, 1)[0] ?? "";
    return [{ name, ...value, after: after.replace(/^\s?:/, "").trim() }];
  });
  // If the columns of the table were extracted one after the other, there is no telling which date is missing.
  if (!fields.some(({ date, text: written, after }) => date && after.startsWith(written))) return [];
  return fields
    .filter(({ text: written, after }) => written === "" && (after === "" || nextLabel.test(after)))
    .map(({ label, name }) => createFinding(label, `The date of the ${name} is missing.`));
}

const nextLabel = /^(?:[A-Z][A-Za-z ]{2,20}:|Application\b)/;

/** Editions that weren't published yet on the decision date. */
function laterEditions({ issues }: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  const findings: Finding[] = [];
  for (const { claims, reviewer } of issues) {
    for (const part of [claims, reviewer]) {
      for (const { year } of part?.citations ?? []) {
        if (!year || year.value <= decided.year) continue;
        const message = `An edition from ${year.value} is cited, but the decision is from ${decided.year}.`;
        findings.push(
          createFinding(year.span, message, [{ ...decided.span, message: "The decision date." }]),
        );
      }
    }
  }
  return findings;
}

/** A year by itself, of something that has happened. */
const sinceYear =
  /\b(?:has|had|have|was|were|did|used|taken|taking|began|started|underwent|injured)\b[^.;]{0,60}? (?:since|in|from) (?:(?:the )?(?:early|late|mid|spring|summer|fall|winter|[A-Z][a-z]{2,8})(?: of)? )?(20\d\d)(?![\d/-]| edition| guideline)/g;

const anyYear = /\b20\d\d\b/g;

/** Years by themselves that are after the decision: "has taken it since early 2018". */
function laterYears(letter: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  const later = passagesOf(letter).filter(({ flat }) =>
    matchAll(anyYear, flat.text).some(([year]) => Number(year) > decided.year),
  );
  return matchFindings(later, (passage) =>
    matchAll(sinceYear, passage.flat.text).flatMap((m) => {
      if (Number(m[1]) <= decided.year || /\b(?:MTUS|ODG|ACOEM|will|plan\w*)\b/.test(m[0])) return [];
      const end = m.index + m[0].length;
      const at = passage.flat.span(end - 4, end);
      const { temporality, certainty } = assertionOf(passage, { start: end - 4, end });
      if (temporality === "planned" || certainty === "conditional" || isLastWord(letter, at)) return [];
      const message = `${m[1]} is after the decision date, ${written(decided)}.`;
      return [createFinding(at, message, [{ ...decided.span, message: "The decision date." }])];
    }),
  );
}

/** A study that the text tells of. */
const studyYear =
  /\b(?:trial|study|review|meta-analysis|article|paper|series|survey)s?\b(?: [a-z-]+){0,4}? (?:of|in|from|published|dated|\() ?(?:in )?(20\d\d)\b(?![/-])/gi;

/** Studies that weren't published yet on the decision date. */
function laterStudies(letter: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  return matchFindings(letter.issues, ({ rationale }) => {
    if (!rationale) return [];
    const flat = flatten(letter.text, rationale.body);
    return matchAll(studyYear, flat.text)
      .filter(
        (m) =>
          Number(m[1]) > decided.year &&
          !/\butilization\b/i.test(flat.text.slice(Math.max(0, m.index - 14), m.index)),
      )
      .map((m) => {
        const end = m.index + m[0].length;
        const message = `A study from ${m[1]} is named, but the decision is from ${decided.year}.`;
        return createFinding(flat.span(end - 4, end), message, [
          { ...decided.span, message: "The decision date." },
        ]);
      });
  });
}

interface Misplaced {
  readonly date: DateMention;
  readonly finding: Finding;
}

/** The dates of the case details that are out of order: first the one that conflicts with most others, then the later. */
function misplacedDates({ frontMatter }: Letter): readonly Misplaced[] {
  if (isInOrder(frontMatter)) return [];
  const found: Misplaced[] = [];
  let dated = inOrder.flatMap(({ field, name }, place) => {
    const date = frontMatter?.[field]?.date;
    return date ? [{ place, name, date, day: dayOf(date) }] : [];
  });
  for (;;) {
    const [worst] = dated
      .map((one) => ({
        one,
        others: dated.filter((other) => (one.place - other.place) * (one.day - other.day) < 0),
      }))
      .sort((a, b) => b.others.length - a.others.length || b.one.place - a.one.place);
    const other = worst?.others[0];
    if (!worst || !other) return found;
    const { one } = worst;
    const side = one.day < other.day ? "before" : "after";
    const message = `The date of the ${one.name}, ${written(one.date)}, is ${side} the ${other.name}, ${written(other.date)}.`;
    const related = [{ ...other.date.span, message: `The ${other.name}.` }];
    found.push({ date: one.date, finding: createFinding(one.date.span, message, related) });
    dated = dated.filter((each) => each !== one);
  }
}

function isInOrder(frontMatter: FrontMatter | undefined): boolean {
  let latest = Number.NEGATIVE_INFINITY;
  for (const { field } of inOrder) {
    const date = frontMatter?.[field]?.date;
    if (!date) continue;
    if (dayOf(date) < latest) return false;
    latest = dayOf(date);
  }
  return true;
}

/** Dates of past events that are after the decision date. */
function afterDecision(letter: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  const decisionDay = dayOf(decided);
  const later = datedEvents(letter, (date) => dayOf(date) > decisionDay).filter(
    (event) =>
      event.assertion.temporality !== "planned" &&
      event.assertion.certainty !== "conditional" &&
      event.value.hasHappened &&
      !isLastWord(letter, event),
  );
  if (later.length === 0) return [];
  // A date that contradicts the case details is already reported.
  const contradicting = [...injuryDates(letter), ...reviewDates(letter)];
  return later
    .filter(({ start }) => !contradicting.some((other) => other.start === start))
    .map((event) =>
      createFinding(event, `${written(event.value.date)} is after the decision date, ${written(decided)}.`, [
        { ...decided.span, message: "The decision date." },
      ]),
    );
}

interface Injury extends Span {
  readonly date: CalendarDate;
}

/** The first day that the letter gives for the injury; undefined if something may well be older. */
function firstInjury(letter: Letter, misplaced: readonly Misplaced[]): Injury | undefined {
  const { own } = injuryDatesOf(letter);
  const details = injuryDateInDetails(letter);
  const stated = [...(details ? [details] : []), ...own];
  const injuries = stated
    .flatMap(({ start, end, value }) =>
      value.periods.map(({ first, last }) => ({ start, end, date: first, last })),
    )
    .sort((a, b) => dayOf(a.date) - dayOf(b.date));
  const [first] = injuries;
  if (!first || injuries.some(({ date, last }) => date !== last)) return undefined;
  const isMisplaced = misplaced.some(({ date }) => date === letter.frontMatter?.dateOfInjury?.date);
  return isMisplaced ? undefined : first;
}

/** Visits, requests, and studies before the injury. */
function beforeInjury(letter: Letter, injury: Injury | undefined): readonly Finding[] {
  if (!injury) return [];
  const isBefore = ({
    value: { kind },
    assertion: { experiencer, temporality, certainty },
  }: Statement<DatedEvent>) =>
    kind !== undefined &&
    (temporality === "current" || temporality === "planned") &&
    certainty !== "conditional" &&
    (experiencer === "employee" || experiencer === "provider");
  const injuryDay = dayOf(injury.date);
  const early = datedEvents(letter, (date) => dayOf(date) < injuryDay).filter(
    (event) => isBefore(event) && !isLastWord(letter, event),
  );
  if (early.length === 0 || tellsOfEarlier(letter)) return [];
  // The date of the injury or of the review is compared with the case details.
  const compared = [...injuryDatesOf(letter).own, ...reviewDatesOf(letter)];
  return early
    .filter(({ start }) => !compared.some((other) => other.start === start))
    .map((event) =>
      createFinding(
        event,
        `${written(event.value.date)} is before the date of injury, ${written(injury.date)}.`,
        [{ start: injury.start, end: injury.end, message: "The date of injury." }],
      ),
    );
}

/** Words for a request that isn't the one that was reviewed. */
const laterRequest =
  /\b(?:appeal\w*|reconsider\w*|resubmi\w*|second|another|new|again|renew\w*|later|subsequent\w*|repeat\w*|additional|further|updated|revised|amended|after)\b/i;

/** Requests for authorization that are dated after the review that decided on them. */
function afterReview(
  letter: Letter,
  misplaced: readonly Misplaced[],
  decided: DateMention | undefined,
): readonly Finding[] {
  const reviewed = letter.frontMatter?.urDenialDate?.date;
  if (!reviewed || misplaced.some(({ date }) => date === reviewed)) return [];
  const [from, to] = [dayOf(reviewed), decided ? dayOf(decided) : Number.POSITIVE_INFINITY];
  return datedEvents(letter, (date) => dayOf(date) > from && dayOf(date) <= to)
    .filter(({ start, end, value: { kind }, assertion }) => {
      if (kind !== "request") return false;
      if (assertion.temporality !== "current") return false;
      return !laterRequest.test(letter.text.slice(Math.max(0, start - 120), end + 120));
    })
    .map((event) =>
      createFinding(
        event,
        `The request, ${written(event.value.date)}, is after the utilization review, ${written(reviewed)}.`,
        [{ ...reviewed.span, message: "The utilization review." }],
      ),
    );
}

/** In days: less isn't worth mentioning. */
const minDifference = 30;

/** Times since the injury that are more than twice what the dates say, or less than half. */
function timesSinceInjury(
  letter: Letter,
  injury: Injury | undefined,
  decided: DateMention | undefined,
): readonly Finding[] {
  if (!injury || !decided) return [];
  const { own } = injuryDatesOf(letter);
  const from = dayOf(injury.date);
  const reviewed = letter.frontMatter?.urDenialDate?.date ?? decided;
  const times = timesSinceInjuryOf(letter);
  if (times.length === 0 || tellsOfEarlier(letter)) return [];
  return matchFindings(times, (stated) => {
    const { days, words, when } = stated.value;
    const { experiencer, temporality, certainty } = stated.assertion;
    if (experiencer !== "employee" || temporality === "otherClaim" || certainty === "conditional") return [];
    if (typeof when === "object" && own.some(({ start }) => start === when.span.start)) return [];
    const then = typeof when === "object" ? when : decided;
    const most = dayOf(then) - from;
    const least = typeof when === "object" ? most : when === "now" ? dayOf(reviewed) - from : 0;
    const isTooLong = days > 2 * most && days - most > minDifference;
    const isTooShort = 2 * days < least && least - days > minDifference;
    if (most < 0 || (!isTooLong && !isTooShort)) return [];
    const message = messageNaming(
      [words],
      (time) =>
        `“${time}” doesn't fit: the injury was on ${written(injury.date)}, ${durationOf(most)} before.`,
    );
    const related = [
      { start: injury.start, end: injury.end, message: "The date of injury." },
      { ...(typeof when === "object" ? when.span : decided.span), message: "The date that it's counted to." },
    ];
    return [createFinding(stated, message, related)];
  });
}

/** "5 days", "3 months", "2 years". */
function durationOf(days: number): string {
  const [count, unit] =
    days < 60 ? [days, "day"] : days < 730 ? [days / 30.4, "month"] : [days / 365.25, "year"];
  const rounded = Math.round(count);
  return `${rounded} ${unit}${rounded === 1 ? "" : "s"}`;
}

/** Whether a date is in the future, which it isn't anymore on a later day. `today` is as for `chronology`. */
export const hasFutureDate = (letter: Letter, today: number): boolean =>
  lettersIn(letter).some((one) => inFuture(one, today).length > 0);

function inFuture({ frontMatter }: Letter, today: number): readonly Finding[] {
  return inOrder.flatMap(({ field, name }) => {
    const date = frontMatter?.[field]?.date;
    if (!date || dayOf(date) <= today + 1) return [];
    return [createFinding(date.span, `The date of the ${name}, ${written(date)}, is in the future.`)];
  });
}

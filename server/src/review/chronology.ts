/** Whether the letter's dates can have come in their order. */
import { findDates } from "../letter/dates.ts";
import { flatOf } from "../letter/flat.ts";
import { matches } from "../letter/matches.ts";
import type { DateMention, FrontMatterField, Letter, Span } from "../letter/types.ts";
import { dayOf, isLastWord, written } from "./consistencyFacts.ts";
import { finding, findingsIn } from "./finding.ts";
import type { Finding } from "./types.ts";

/** The dates of the case details, in the order in which they come about. */
const inOrder: readonly { readonly field: FrontMatterField; readonly name: string }[] = [
  { field: "dateOfInjury", name: "injury" },
  { field: "urDenialDate", name: "utilization review" },
  { field: "applicationReceived", name: "application" },
  { field: "dateAssigned", name: "assignment" },
  { field: "decisionDate", name: "decision" },
];

/** `today` (days since 1970, UTC) is given by the caller, as the core knows no clock. */
export function chronology(letter: Letter, today: number | undefined): readonly Finding[] {
  return [
    ...noDates(letter),
    ...caseDetails(letter),
    ...afterDecision(letter),
    ...laterEditions(letter),
    ...(today === undefined ? [] : inFuture(letter, today)),
  ];
}

/** "02/30/2016": dates of the case details that the calendar does not have. */
function noDates(letter: Letter): readonly Finding[] {
  const at = letter.sections.findIndex((section) => section.kind === "frontMatter");
  const start = letter.sections[at]?.span.start;
  if (start === undefined) return [];
  const end = letter.sections[at + 1]?.span.start ?? letter.span.end;
  const region = { start, end };
  return findingsIn(matches(numbersOfDate, letter.text.slice(start, end)), ({ index, 0: words }) => {
    const span = { start: start + index, end: start + index + words.length };
    if (isOfField(letter, span)) return [];
    if (findDates(flatOf(letter.text, region)).some((date) => date.span.start === span.start)) return [];
    return [finding(span, `${words} is no date that the calendar has.`)];
  });
}

const numbersOfDate = /(?<!\d)\d{1,2}\/\d{1,2}\/\d{4}(?!\d)/g;

/** Whether the date of a field stands just there. */
function isOfField({ frontMatter }: Letter, { start, end }: Span): boolean {
  return inOrder.some(({ field }) => {
    const span = frontMatter?.[field]?.date?.span;
    return span !== undefined && span.start === start && span.end === end;
  });
}

/** An edition that had not appeared when the letter was decided. */
function laterEditions({ frontMatter, issues }: Letter): readonly Finding[] {
  const decided = frontMatter?.decisionDate?.date;
  if (!decided) return [];
  const findings: Finding[] = [];
  for (const { claims, reviewer } of issues) {
    for (const part of [claims, reviewer]) {
      for (const { year } of part?.citations ?? []) {
        if (!year || year.value <= decided.year) continue;
        const message = `An edition of ${year.value} is cited, but the decision is of ${decided.year}.`;
        findings.push(finding(year.span, message, [{ ...decided.span, message: "The decision date." }]));
      }
    }
  }
  return findings;
}

function caseDetails({ frontMatter }: Letter): readonly Finding[] {
  const findings: Finding[] = [];
  const before: { readonly name: string; readonly date: DateMention; readonly day: number }[] = [];
  for (const { field, name } of inOrder) {
    const date = frontMatter?.[field]?.date;
    if (!date) continue;
    const day = dayOf(date);
    const later = before.find((one) => one.day > day);
    if (later) {
      const message = `The date of the ${name}, ${written(date)}, is before the ${later.name}, ${written(later.date)}.`;
      findings.push(finding(date.span, message, [{ ...later.date.span, message: `The ${later.name}.` }]));
    }
    before.push({ name, date, day });
  }
  return findings;
}

/** Words that speak of what is to come, and may carry a later date. */
const ahead = /\b(?:scheduled|planned|upcoming|will|until|through|expires?|due)\b/i;

/** What a letter tells has happened before it was decided. */
function afterDecision(letter: Letter): readonly Finding[] {
  const decided = letter.frontMatter?.decisionDate?.date;
  if (!decided) return [];
  const decisionDay = dayOf(decided);
  const tellings = [letter.summary?.narrative, ...letter.issues.map((i) => i.rationale?.body)];
  return findingsIn(tellings, (span) => {
    if (!span) return [];
    const flat = flatOf(letter.text, span);
    return findDates(flat)
      .filter((d) => d.day !== undefined && dayOf(d) > decisionDay && !isLastWord(letter, d.span))
      .filter((d) => !ahead.test(flat.text.slice(Math.max(0, d.at - 60), d.at)))
      .map((d) =>
        finding(d.span, `${written(d)} is after the decision of ${written(decided)}.`, [
          { ...decided.span, message: "The decision date." },
        ]),
      );
  });
}

function inFuture({ frontMatter }: Letter, today: number): readonly Finding[] {
  return inOrder.flatMap(({ field, name }) => {
    const date = frontMatter?.[field]?.date;
    if (!date || dayOf(date) <= today + 1) return [];
    return [finding(date.span, `The date of the ${name}, ${written(date)}, is in the future.`)];
  });
}

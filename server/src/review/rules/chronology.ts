/** Whether the letter's dates can have come in their order. */

import { narratives } from "../../analysis/narratives.ts";
import type { Span } from "../../base/span.ts";
import { datesIn } from "../../letter/dates.ts";
import type { DateMention, FrontMatter, FrontMatterField, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { dayOf, injuryDates, isLastWord, reviewDates, written } from "./consistencyFacts.ts";
import { createFinding, matchFindings } from "./finding.ts";

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
  const misplaced = misplacedDates(letter);
  const decided = letter.frontMatter?.decisionDate?.date;
  // What is wrong with the decision's own date is said once, and not of all that is told.
  const decision = misplaced.some(({ date }) => date === decided) ? undefined : decided;
  return [
    ...noDates(letter),
    ...emptyDates(letter),
    ...misplaced.map(({ finding }) => finding),
    ...afterDecision(letter, decision),
    ...laterEditions(letter, decision),
    ...(today === undefined ? [] : inFuture(letter, today)),
  ];
}

/** "02/30/2016": what was meant for a date, of which the calendar knows nothing. */
function noDates(letter: Letter): readonly Finding[] {
  const fields = matchFindings(inOrder, ({ field }) => {
    const value = letter.frontMatter?.[field];
    return value && value.text !== "" && !value.date ? [noDate(value.value, value.text)] : [];
  });
  const told = matchFindings(narratives(letter), (span) => {
    const { flat, impossible } = datesIn(letter.text, span);
    return impossible.map(({ start, end }) => noDate(flat.span(start, end), flat.text.slice(start, end)));
  });
  return [...fields, ...told].filter((one) => !isLastWord(letter, one));
}

const noDate = (at: Span, words: string): Finding => createFinding(at, `${words} isn't a valid date.`);

/** Labels of the case details with nothing behind them, told once a rationale is written: till then they may be blanks. */
function emptyDates({ text, frontMatter, issues }: Letter): readonly Finding[] {
  if (!inOrder.some(({ field }) => frontMatter?.[field]?.text === "")) return [];
  if (!issues.some(({ rationale }) => rationale?.conclusion)) return [];
  const fields = inOrder.flatMap(({ field, name }) => {
    const value = frontMatter?.[field];
    if (!value) return [];
    const behind = text.slice(value.label.end, value.label.end + 200).split(/[\n\r\f]/, 1)[0] ?? "";
    return [{ name, ...value, behind: behind.replace(/^\s?:/, "").trim() }];
  });
  // Where the columns of the table came out one after the other, none can be told to be the one that is missing.
  if (!fields.some(({ date, text: written, behind }) => date && behind.startsWith(written))) return [];
  return fields
    .filter(({ text: written, behind }) => written === "" && (behind === "" || nextLabel.test(behind)))
    .map(({ label, name }) => createFinding(label, `The date of the ${name} is missing.`));
}

const nextLabel = /^(?:[A-Z][A-Za-z ]{2,20}:|Application\b)/;

/** An edition that had not appeared when the letter was decided. */
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

interface Misplaced {
  readonly date: DateMention;
  readonly finding: Finding;
}

/** The dates of the case details that are out of order: of those that clash, the one that clashes most, then the later. */
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

/** Words that speak of what is to come, and may carry a later date. */
const ahead = /\b(?:scheduled|planned|next|upcoming|will|until|through|expires?|due)\b/i;

/** What a letter tells has happened before it was decided. */
function afterDecision(letter: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  const decisionDay = dayOf(decided);
  const later = matchFindings(narratives(letter), (span) => {
    const { flat, dates } = datesIn(letter.text, span);
    return dates
      .filter((d) => d.day !== undefined && dayOf(d) > decisionDay && !isLastWord(letter, d.span))
      .filter((d) => !ahead.test(flat.text.slice(Math.max(0, d.at - 60), d.at)))
      .map((d) =>
        createFinding(d.span, `${written(d)} is after the decision date, ${written(decided)}.`, [
          { ...decided.span, message: "The decision date." },
        ]),
      );
  });
  if (later.length === 0) return later;
  // Of a date that contradicts the case details, that is said.
  const contradicting = [...injuryDates(letter), ...reviewDates(letter)];
  return later.filter(({ start }) => !contradicting.some((one) => one.start === start));
}

function inFuture({ frontMatter }: Letter, today: number): readonly Finding[] {
  return inOrder.flatMap(({ field, name }) => {
    const date = frontMatter?.[field]?.date;
    if (!date || dayOf(date) <= today + 1) return [];
    return [createFinding(date.span, `The date of the ${name}, ${written(date)}, is in the future.`)];
  });
}

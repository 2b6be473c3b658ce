/** Checks whether the letter's dates are in a possible order. */

import { narratives } from "../../analysis/narratives.ts";
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { datesIn, findDates } from "../../letter/dates.ts";
import { type ImpossibleDate, impossibleDates } from "../../letter/impossibleDates.ts";
import type { DateMention, FrontMatter, FrontMatterField, Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { dayOf, injuryDates, isLastWord, reviewDates, written } from "./consistencyFacts.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

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
  return [
    ...invalidDates(letter),
    ...missingDates(letter),
    ...misplaced.map(({ finding }) => finding),
    ...afterDecision(letter, decision),
    ...laterEditions(letter, decision),
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
const datedParts = (letter: Letter): readonly Span[] => [
  ...narratives(letter),
  ...letter.issues.flatMap(({ heading, claims, reviewer }) =>
    [heading.request, claims?.body, reviewer?.body].filter((span) => span !== undefined),
  ),
];

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

/** Words for future events, which may have a later date. */
const futureWords = /\b(?:scheduled|planned|next|upcoming|will|until|through|expires?|due)\b/i;

/** Dates of past events that are after the decision date. */
function afterDecision(letter: Letter, decided: DateMention | undefined): readonly Finding[] {
  if (!decided) return [];
  const decisionDay = dayOf(decided);
  const later = matchFindings(narratives(letter), (span) => {
    const { flat, dates } = datesIn(letter.text, span);
    return dates
      .filter((d) => d.day !== undefined && dayOf(d) > decisionDay && !isLastWord(letter, d.span))
      .filter((d) => !futureWords.test(flat.text.slice(Math.max(0, d.at - 60), d.at)))
      .map((d) =>
        createFinding(d.span, `${written(d)} is after the decision date, ${written(decided)}.`, [
          { ...decided.span, message: "The decision date." },
        ]),
      );
  });
  if (later.length === 0) return later;
  // A date that contradicts the case details is already reported.
  const contradicting = [...injuryDates(letter), ...reviewDates(letter)];
  return later.filter(({ start }) => !contradicting.some((other) => other.start === start));
}

function inFuture({ frontMatter }: Letter, today: number): readonly Finding[] {
  return inOrder.flatMap(({ field, name }) => {
    const date = frontMatter?.[field]?.date;
    if (!date || dayOf(date) <= today + 1) return [];
    return [createFinding(date.span, `The date of the ${name}, ${written(date)}, is in the future.`)];
  });
}

/** Checks whether summary, rationales, and case details agree about the employee. */

import { type FlatText, flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import { readFacts } from "../../letter/caseFacts.ts";
import { datesIn } from "../../letter/dates.ts";
import type { CaseFacts, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

/** A part of the letter that states facts about the employee. */
interface FactSource {
  /** As messages name it: "the case summary". */
  readonly where: string;
  readonly flat: FlatText;
  readonly facts: CaseFacts;
}

/** The parts of a letter that state facts about the employee, the summary first. */
const factSources = memoize(readFactSources);

function readFactSources({ text, summary, issues }: Letter): readonly FactSource[] {
  const sources: FactSource[] = [];
  if (summary) {
    sources.push({ where: "the case summary", flat: datesIn(text, summary.narrative).flat, facts: summary });
  }
  for (const { rationale, index } of issues) {
    if (!rationale) continue;
    const dated = datesIn(text, rationale.body);
    const facts = ofEmployee(text, rationale.body, readFacts(dated));
    sources.push({ where: `the rationale of issue ${index + 1}`, flat: dated.flat, facts });
  }
  return sources;
}

/** In a rationale, "male" may be part of a criterion. It is about the employee only after "54 year old" or similar words. */
const employeeIntro = /(?:year[- ]olds?|\bis an?|\bthis|\bthe)(?: [a-z-]+){0,2}$/i;

/** Relatives, friends, and colleagues, whose age and sex a rationale may also state. */
const relations =
  "husband|wife|spouse|partner|son|daughter|child|children|mother|father|parents?|brother|sister|sibling|friend|boyfriend|girlfriend|co-?workers?|colleagues?|assailant";
const anotherPerson = new RegExp(
  `\\b(?:${relations})\\b|\\b(?:by|with|lifting|helping|assisting) an? (?:\\d{1,3}[- ]y|man\\b|woman\\b)`,
  "i",
);
/** Before an age at another time: "she turned 37", "when she was 37", "since she was 37". */
const anotherTimeBefore = /\b(?:turn(?:s|ed|ing)|when|will be|then|since|from)(?: [a-z]+){0,3}$|\bat$/i;
/** After an age at another time: "37 years old when she was injured", "37 years old in 2007". */
const anotherTimeAfter =
  /^(?:[- ]?(?:years?|yrs?))?(?:[- ]?olds?| of age)?,? (?:when|last year|in (?:19|20)\d\d|at (?:the )?(?:time|date|onset|injury))\b/i;

function ofEmployee(text: string, body: Span, facts: CaseFacts): CaseFacts {
  const { age, sex } = facts;
  if (!age && !sex) return facts;
  const before = ({ start }: Span) =>
    flatten(text, { start: Math.max(body.start, start - 200), end: start })
      .text.split(". ")
      .at(-1) ?? "";
  const after = ({ end }: Span) =>
    flatten(text, { start: end, end: Math.min(body.end, end + 100) }).text.split(". ", 1)[0] ?? "";
  const ofAnother = (span: Span) =>
    anotherPerson.test(`${before(span)} ${text.slice(span.start, span.end)} ${after(span)}`);
  const ofAnotherTime = (span: Span) =>
    anotherTimeBefore.test(before(span)) || anotherTimeAfter.test(after(span));
  return {
    ...facts,
    age: age && !ofAnother(age.span) && !ofAnotherTime(age.span) ? age : undefined,
    sex: sex && employeeIntro.test(before(sex.span)) && !ofAnother(sex.span) ? sex : undefined,
  };
}

export function ages(letter: Letter): readonly Finding[] {
  return compareWithFirst(
    letter,
    (facts) => facts.age,
    (a, b) => a.value === b.value,
    (a, first, where) => `The employee is ${a.value} years old here, but ${first.value} in ${where}.`,
  );
}

export function sexes(letter: Letter): readonly Finding[] {
  const nouns = compareWithFirst(
    letter,
    (facts) => facts.sex,
    (a, b) => a.value === b.value,
    (a, first, where) => `The employee is ${a.value} here, but ${first.value} in ${where}.`,
  );
  return nouns.length > 0 ? nouns : pronouns(letter);
}

const heWords = /\b(?:he|him|his|himself)\b(?!\/|, (?:19|20)\d\d)/gi;
const sheWords = /\b(?<!\/)(?:she|her|hers|herself)\b(?!, (?:19|20)\d\d)/gi;
/** In a sentence that mentions someone else, a pronoun may refer to them. */
const others = new RegExp(
  `\\b(?:provider|physician|doctor|Dr\\.|therapist|surgeon|attorney|reviewer|supervisor|nurse|psychologist|chiropractor|${relations})\\b`,
  "i",
);

/** Pronouns of the other sex: only if all those of a source are, and the sentence mentions no one else. */
function pronouns(letter: Letter): readonly Finding[] {
  const sources = factSources(letter);
  const first = sources.find(({ facts }) => facts.sex)?.facts.sex;
  if (!first) return [];
  const [wrongWords, rightWords] = first.value === "female" ? [heWords, sheWords] : [sheWords, heWords];
  return matchFindings(sources, ({ flat }) => {
    const wrong = matchAll(wrongWords, flat.text);
    if (wrong.length === 0 || matchAll(rightWords, flat.text).length >= wrong.length) return [];
    const at = wrong.find((m) => !others.test(around(flat.text, m.index)));
    if (!at) return [];
    const message = `“${at[0]}” doesn't match: the letter says that the employee is ${first.value}.`;
    return [
      createFinding(flat.span(at.index, at.index + at[0].length), message, [
        { ...first.span, message: `The letter says ${first.value} here.` },
      ]),
    ];
  });
}

function around(flat: string, at: number): string {
  const start = flat.lastIndexOf(". ", at) + 1;
  const end = flat.indexOf(". ", at);
  return flat.slice(Math.max(start, at - 300), end < 0 ? at + 200 : Math.min(end, at + 200));
}

/** Findings on each source whose value differs from that of the first source that states one. */
function compareWithFirst<T extends { readonly span: Span }>(
  letter: Letter,
  fact: (facts: CaseFacts) => T | undefined,
  same: (a: T, b: T) => boolean,
  message: (value: T, first: T, where: string) => string,
): readonly Finding[] {
  const findings: Finding[] = [];
  let first: { readonly where: string; readonly value: T } | undefined;
  for (const { where, facts } of factSources(letter)) {
    const value = fact(facts);
    if (!value) continue;
    first ??= { where, value };
    if (same(value, first.value)) continue;
    findings.push(
      createFinding(value.span, message(value, first.value, first.where), [
        { ...first.value.span, message: `Different in ${first.where}.` },
      ]),
    );
  }
  return findings;
}

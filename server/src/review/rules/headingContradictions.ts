/** Finds headings whose own quantities can't all be right. */
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { comparable, quantitiesAgree, totalOf } from "../../analysis/treatment/compareQuantities.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import {
  largestStrengthOf,
  largestStrengthOfAny,
  supplements,
} from "../../analysis/treatment/largestStrengths.ts";
import { drugOf } from "../../analysis/treatment/owner.ts";
import { quantitiesOf } from "../../analysis/treatment/quantities.ts";
import type { Quantity, WrittenNumber } from "../../analysis/treatment/quantity.ts";
import { flatten } from "../../base/flatText.ts";
import { writtenLike } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Heading, Issue, Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** "Eight (6) sessions", "2 times a week for 6 weeks (10 sessions)", "Norco 10/325mg 5/325mg", 12 − 6 = 5. */
export function headingContradictions(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { heading } = issue;
    const quantities = quantitiesInHeading(heading, letter.text);
    if (quantities.length === 0) return [];
    const [first] = [
      ...restated(letter.text, quantities),
      ...otherTotal(letter.text, heading, quantities),
      ...twoStrengths(letter.text, quantities),
      ...twoCounts(letter, issue, quantities, knowledge),
      ...otherSupply(letter, heading, quantities, knowledge),
      ...otherRemainder(letter.text, heading, quantities),
    ];
    return first ? [first] : [];
  });
}

const contradiction = (
  { start, end }: Span,
  names: readonly [string, string],
  write: (...names: string[]) => string,
  other: Span,
  rest: Partial<Finding> = {},
): Finding => ({
  ...createFinding({ start, end }, messageNaming(names, write), [
    { start: other.start, end: other.end, message: "The other number in the heading." },
  ]),
  ...rest,
});

/** The one number of a quantity, changed to another. */
const correction = (text: string, { numbers }: Quantity, value: number): readonly Fix[] =>
  numbers.length === 1 ? numbers.map((number) => change(text, number, value)) : [];

function change(text: string, number: WrittenNumber, value: number): Fix {
  const written = text.slice(number.start, number.end);
  const words = writtenLike(written, value);
  return replacement(`Change “${written}” to “${words}”`, number, words, "alternative");
}

/** "Eight (6) sessions". */
function restated(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  return quantities.flatMap(({ numbers: [first], restated: again }) => {
    if (!first || !again || first.value === again.value) return [];
    const written = (one: Span) => text.slice(one.start, one.end);
    return [
      contradiction(
        again,
        [written(first), written(again)],
        (one, other) => `The heading says ${one}, and then ${other} for the same number.`,
        first,
        { fixes: [change(text, again, first.value), change(text, first, again.value)] },
      ),
    ];
  });
}

/** "2 times a week for 6 weeks (10 sessions)". With an evaluation, there is one visit more. */
function otherTotal(text: string, heading: Heading, quantities: readonly Quantity[]): readonly Finding[] {
  const total = totalOf(text, quantities);
  if (!total || quantities.some(({ attribute }) => attribute === "strength" || attribute === "hours"))
    return [];
  const [stated, ...others] = quantities.filter(
    ({ attribute, measure }) => attribute === "sessions" || measure === "any",
  );
  if (!stated || others.length > 0) return [];
  const more = /\beval|\bassess|\binitial\b/i.test(heading.treatment) ? 1 : 0;
  if (stated.low <= total.high + more && total.low <= stated.high) return [];
  const value = total.low === total.high ? `${total.low}` : `${total.low} to ${total.high}`;
  return [
    contradiction(
      stated,
      [total.words, stated.words],
      (sum, given) => `“${sum}” is ${value} sessions, but the heading also says ${given}.`,
      total,
      total.low === total.high ? { fixes: correction(text, stated, total.low) } : {},
    ),
  ];
}

/** Nothing between two strengths, or the other name of the drug: "Ambien 10mg (zolpidem 5mg)". */
const sameDrugAgain = /^\s*(?:\(\s*)?(?:[a-z/-]+\s+){0,3}$/i;

/** "Norco 10/325mg 5/325mg #60". Strengths with a comma or "and" between them are a list. */
function twoStrengths(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  const strengths = quantities.filter(({ attribute }) => attribute === "strength");
  return strengths.flatMap((one, i) => {
    const next = strengths[i + 1];
    if (!next || one.measure === "%" || !comparable(one, next) || quantitiesAgree(one, next)) return [];
    const gap = text.slice(one.end, next.start);
    if (!sameDrugAgain.test(gap) || !(/^\s*$/.test(gap) || gap.includes("("))) return [];
    return [
      contradiction(
        next,
        [one.words, next.words],
        (first, second) => `The heading names two strengths, ${first} and ${second}.`,
        one,
      ),
    ];
  });
}

const portions =
  /\b(?:then|plus|and|or|additional|per|each|every)\b|\b(?:taper|wean|modif|certif|approv)|&|\+/i;
/** A smaller number may be a dose, or that of another package. */
const leastCount = 5;

/** "#60 … 30 tablets". */
function twoCounts(
  letter: Letter,
  { heading }: Issue,
  quantities: readonly Quantity[],
  knowledge: Knowledge,
): readonly Finding[] {
  const counts = quantities.filter(
    ({ attribute, measure, low }) => attribute === "count" && measure !== "item" && low >= leastCount,
  );
  const [first, second, ...others] = counts;
  if (!first || !second || others.length > 0 || quantitiesAgree(first, second)) return [];
  // "#60, #30 for two months" and "#60, 2 boxes" are no contradictions.
  if (
    quantities.some(({ attribute, low }) => attribute === "duration" || (attribute === "package" && low > 1))
  )
    return [];
  const { text } = flatten(letter.text, heading.treatmentSpan);
  if (portions.test(text) || drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 1)
    return [];
  if (quantities.filter(({ attribute }) => attribute === "strength").length > 1) return [];
  return [
    contradiction(
      second,
      [first.words, second.words],
      (one, other) => `The heading says both ${one} and ${other}.`,
      first,
    ),
  ];
}

const ifNeeded =
  /\bp\.?r\.?n\b|as needed|\bup to\b|\bmax|\btaper|\bwean|\bor\b|\bto\b|\bthen\b|\bhalf\b|1\/2/i;
const doses = /\b(?:(?<two>two|2)|(?<three>three|3)) (?:tab|cap|pill)/i;

/** "BID #60, 15 day supply": 60 taken twice a day last 30 days. */
function otherSupply(
  letter: Letter,
  heading: Heading,
  quantities: readonly Quantity[],
  knowledge: Knowledge,
): readonly Finding[] {
  const [count, frequency, supply, strength] = (["count", "frequency", "supply", "strength"] as const).map(
    (attribute) => only(quantities, attribute),
  );
  if (!count || !frequency || !supply || !strength || quantities.some((one) => one.attribute === "refills"))
    return [];
  const words = flatten(letter.text, heading.treatmentSpan).text;
  if (ifNeeded.test(words) || drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 1)
    return [];
  const groups = doses.exec(words)?.groups;
  const dose = groups?.two ? 2 : groups?.three ? 3 : 1;
  const days = count.low / (frequency.low * dose);
  if (days > supply.low * 0.85 && days < supply.high * 1.2) return [];
  return [
    contradiction(
      supply,
      [`${count.words} ${frequency.words}`, supply.words],
      (all, given) => `${all} lasts ${Math.round(days)} days, but the heading says ${given}.`,
      count,
      { downgraded: true },
    ),
  ];
}

/** 12 sessions asked for, 6 authorized: 6 remain. The disputed portion may also be the whole original request. */
function otherRemainder(text: string, heading: Heading, quantities: readonly Quantity[]): readonly Finding[] {
  if (!heading.partlyAuthorized) return [];
  const whole = flatten(text, heading.request).text;
  const m = /\b(?:was|were) the original request\b/i.exec(whole);
  const authorizedEnd = /\bThe remaining\b|\bleaving\b/i.exec(whole)?.index;
  if (!m || authorizedEnd === undefined || authorizedEnd < m.index) return [];
  const flat = flatten(text, heading.request);
  const original = quantitiesOf(flat, 0, m.index);
  const authorized = quantitiesOf(flat, m.index, authorizedEnd);
  for (const attribute of ["sessions", "count"] as const) {
    const [asked, granted, left] = [original, authorized, quantities].map((all) => only(all, attribute));
    if (!asked || !granted || !left) continue;
    const remaining = asked.low - granted.low;
    if (left.low === remaining || left.low === asked.low || remaining < 0) continue;
    return [
      contradiction(
        left,
        [asked.words, left.words],
        (all, given) => `${granted.low} of ${all} were authorized, so ${remaining} remain, not ${given}.`,
        asked,
        { fixes: remaining > 0 ? correction(text, left, remaining) : [] },
      ),
    ];
  }
  return [];
}

function only(all: readonly Quantity[], attribute: Quantity["attribute"]): Quantity | undefined {
  const found = all.filter((one) => one.attribute === attribute);
  return found.length === 1 && found[0]?.low === found[0]?.high ? found[0] : undefined;
}

const solid = /\b(?:tab(?:let)?s?|cap(?:sule)?s?|pills?|caplets?)\b|#/i;
const notSolid =
  /\b(?:inject\w*|iv|im|intrathecal|pump|cream|gel|ointment|solution|suspension|liquid|ml|powder|patch\w*|topical\w*|compound\w*|drops|syrup|vial|ampule|infusion|a day|per day|daily dose|mg\/day)\b|%/i;

/** "Naproxen 5000mg": far more than one tablet or capsule can have. Two of them may be meant as one dose. */
export function implausibleStrengths(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, ({ heading }) => {
    const quantities = quantitiesInHeading(heading, letter.text);
    const strengths = quantities.filter(
      ({ attribute, measure }) => attribute === "strength" && measure === "mg",
    );
    if (strengths.length === 0 || quantities.some(({ measure }) => measure === "ml" || measure === "g"))
      return [];
    const { treatment, treatmentSpan } = heading;
    if (!solid.test(treatment) || notSolid.test(treatment) || supplements.test(treatment)) return [];
    const drugs = drugMentionsWithin(letter, treatmentSpan, knowledge);
    return strengths.flatMap((one) => {
      const drug = drugOf(letter.text, one, drugs, treatmentSpan);
      if (!drug || supplements.test(`${drug.generic} ${drug.drugClass}`)) return [];
      const largest = largestStrengthOf(drug.generic);
      if (one.low <= (largest === undefined ? largestStrengthOfAny : largest * 2)) return [];
      const known = largest === undefined ? "" : ` The largest known has ${largest}mg.`;
      const message = messageNaming(
        [drug.generic, one.words],
        (name, words) => `No tablet or capsule of ${name} has ${words}.${known}`,
      );
      return [createFinding(one, message)];
    });
  });
}

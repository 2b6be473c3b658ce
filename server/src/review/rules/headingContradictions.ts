/** Finds headings whose own words can't all be right. */
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { comparable, quantitiesAgree, totalOf } from "../../analysis/treatment/compareQuantities.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import {
  largestStrengthOf,
  largestStrengthOfAny,
  supplements,
} from "../../analysis/treatment/largestStrengths.ts";
import { levelsIn } from "../../analysis/treatment/levels.ts";
import { drugOf } from "../../analysis/treatment/owner.ts";
import { onlyOne, portionsOf } from "../../analysis/treatment/portions.ts";
import type { Quantity, WrittenNumber } from "../../analysis/treatment/quantity.ts";
import { flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { numberInWordsPattern, toNumber, writtenLike } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Heading, Issue, Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";
import { headingAttributes } from "./headingAttributes.ts";

/** "Eight (6) sessions", "2 times a week for 6 weeks (10 sessions)", "Norco 10/325mg 5/325mg", 12 − 6 = 5. */
export function headingContradictions(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { heading } = issue;
    const [other] = [...twoDecisions(letter, issue), ...headingAttributes(letter, issue, knowledge)];
    if (other) return [other];
    const words = [...numbersInWords(letter.text, heading), ...otherLevels(letter.text, heading)];
    if (words.length > 0) return words.slice(0, 1);
    const quantities = quantitiesInHeading(heading, letter.text);
    if (quantities.length === 0) return [];
    const [first] = [
      ...restated(letter.text, quantities),
      ...otherTotal(letter.text, heading, quantities),
      ...twoStrengths(letter.text, quantities),
      ...twoCounts(letter, issue, quantities, knowledge),
      ...otherSupply(letter, heading, quantities, knowledge),
      ...otherHours(letter.text, quantities),
      ...twice(letter, heading, quantities, knowledge),
      ...twoTenures(letter.text, quantities),
      ...otherRemainder(letter.text, heading, quantities),
    ];
    return first ? [first] : [];
  });
}

/** "Naproxen 500mg #60: Upheld: Overturned". */
function twoDecisions({ text }: Letter, { heading }: Issue): readonly Finding[] {
  const { decision, treatment, treatmentSpan, span } = heading;
  const before = /[:,;(–-]\s*(upheld|overturned)\s*\)?\s*$/i.exec(treatment)?.[1];
  const at = before === undefined ? -1 : text.slice(0, treatmentSpan.end).lastIndexOf(before);
  if (before === undefined || decision === undefined || at < treatmentSpan.start) return [];
  const last = text.slice(treatmentSpan.end, span.end).replace(/^[\s:)]+/, "");
  if (before.toLowerCase() === last.trim().toLowerCase()) return [];
  const message = messageNaming(
    [before, last.trim()],
    (one, other) => `The heading says both “${one}” and “${other}”.`,
  );
  const related = [{ start: span.end - last.length, end: span.end, message: "The other decision." }];
  return [createFinding({ start: at, end: at + before.length }, message, related)];
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

const inWordsThenDigits = new RegExp(`\\b(${numberInWordsPattern}) ?\\((\\d{1,3})\\)`, "gi");

/** "One (2) porcelain crown": of anything, also of what isn't counted elsewhere. */
function numbersInWords(text: string, { treatmentSpan: { start, end } }: Heading): readonly Finding[] {
  const words = text.slice(start, end);
  if (!words.includes("(")) return [];
  return matchAll(inWordsThenDigits, words).flatMap((m) => {
    const [, written = "", digits = ""] = m;
    const value = toNumber(written);
    const isOfList = /\b(?:level|grade|stage|phase|type|tooth|part|item|number|no\.?) $/i.test(
      words.slice(0, m.index),
    );
    if (value === undefined || value === Number(digits) || isOfList) return [];
    const first = { start: start + m.index, end: start + m.index + written.length };
    const at = start + m.index + m[0].length - 1;
    const again = { start: at - digits.length, end: at };
    return [
      contradiction(
        again,
        [written, digits],
        (one, other) => `The heading says ${one}, and then ${other} for the same number.`,
        first,
        {
          fixes: [
            change(text, { ...again, value: Number(digits) }, value),
            change(text, { ...first, value }, Number(digits)),
          ],
        },
      ),
    ];
  });
}

const levelCount = /\b(?:(one|single)|(two|double|2)|(three|3)|(four|4)|1)[ -]levels?\b/i;
/** Operations between two vertebrae: at "C5-6", they have one level. */
const betweenVertebrae =
  /\b(?:fusion|acdf|[tpax]lif|disc(?:ectomy| replacement| arthroplasty)|microdiscectomy)\b/i;

/** "Anterior cervical discectomy and fusion, two levels, at C5-6". */
function otherLevels(text: string, { treatmentSpan }: Heading): readonly Finding[] {
  const flat = flatten(text, treatmentSpan);
  if (!/level/i.test(flat.text) || !betweenVertebrae.test(flat.text)) return [];
  const counts = matchAll(new RegExp(levelCount, "gi"), flat.text);
  const [m, ...others] = counts;
  if (!m || others.length > 0 || /\blaminectom|\bfacet|\bblock/i.test(flat.text)) return [];
  const stated = m[2] ? 2 : m[3] ? 3 : m[4] ? 4 : 1;
  const levels = levelsIn(flat.text);
  const [first] = levels;
  if (!first || levels.some(({ values }) => values.length < 2)) return [];
  const segments = new Set(
    levels.flatMap(({ values }) => values.slice(1).map((value, i) => `${values[i]}-${value}`)),
  );
  if (segments.size === stated) return [];
  const at = flat.span(first.start, first.end);
  const named = flat.text.slice(first.start, (levels.at(-1) ?? first).end);
  return [
    contradiction(
      flat.span(m.index, m.index + m[0].length),
      [m[0], named],
      (count, names) =>
        `The heading says “${count}”, but ${names} ${segments.size === 1 ? "is one" : `are ${segments.size}`}.`,
      at,
    ),
  ];
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
  const all = quantities.filter(({ attribute, measure }) => attribute === "sessions" || measure === "any");
  // "12 visits, 2 times a week for 4 weeks (8 visits)": the number in parentheses says the sum again.
  const restates = ({ start }: Quantity) =>
    start >= total.end && again.test(flatten(text, { start: total.end, end: start }).text);
  const more = /\beval|\bassess|\binitial\b/i.test(heading.treatment) ? 1 : 0;
  const differs = ({ low, high }: Quantity) => low > total.high + more || total.low > high;
  const stated = all.length === 1 || all.some(restates) ? all.find(differs) : undefined;
  if (!stated) return [];
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

const countsOf = (quantities: readonly Quantity[]) =>
  quantities.filter(({ attribute }) => attribute === "count");

/** Nothing between two strengths, or the other name of the drug: "Ambien 10mg (zolpidem 5mg)". */
const sameDrugAgain = /^\s*(?:\(\s*)?(?:[a-z/-]+\s+){0,3}$/i;

/** Nothing but forms between two strengths: "60mg delayed release capsules 20mg", "10/325mg #60 (5/325mg)". */
const onlyForms =
  /^\s*(?:\(\s*)?(?:(?:delayed|extended|immediate|sustained|controlled|release|oral|capsules?|caps?|tablets?|tabs?|caplets?|pills?|softgels?|patch(?:es)?|er|ir|xr|sr|dr|ec|cr|xl|hcl|sodium)[\s)]*)*(?:# ?\d+\s*\()?\s*$/i;

/** "Norco 10/325mg 5/325mg #60". Strengths with a comma or "and" between them are a list. */
function twoStrengths(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  const strengths = quantities.filter(({ attribute }) => attribute === "strength");
  return strengths.flatMap((one, i) => {
    const next = strengths[i + 1];
    if (!next || one.measure === "%" || !comparable(one, next) || quantitiesAgree(one, next)) return [];
    const gap = text.slice(one.end, next.start);
    const isAgain = sameDrugAgain.test(gap) && (/^\s*$/.test(gap) || gap.includes("("));
    // "300mg capsules #90 600mg tablets #60" are two packages.
    if (!isAgain && !(onlyForms.test(gap) && strengths.length === 2 && countsOf(quantities).length < 2))
      return [];
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
  /\bp\.?r\.?n\b|as needed|\bup to\b|\bmax|\btaper|\bwean|\bor\b|\bto\b|\bthen\b|\bhalf\b|1\/2|\d ?- ?\d ?(?:tab|cap|pill)|\bper month|\bmonthly|\beach month|\bsamples?\b/i;
const doses = /\b(?:(?<two>two|2)(?: \(2\))?|(?<three>three|3)(?: \(3\))?) (?:tab|cap|pill)/i;

/** "BID #60, 15 day supply", "one tablet twice a day for 15 days, #60": 60 taken twice a day last 30 days. */
function otherSupply(
  letter: Letter,
  heading: Heading,
  quantities: readonly Quantity[],
  knowledge: Knowledge,
): readonly Finding[] {
  const [count, frequency, supply, duration, strength] = (
    ["count", "frequency", "supply", "duration", "strength"] as const
  ).map((attribute) => onlyOne(quantities, attribute));
  const lasts = supply ?? duration;
  if (!count || !frequency || !lasts || !strength || quantities.some((one) => one.attribute === "refills"))
    return [];
  if (frequency.low < 1) return [];
  const words = flatten(letter.text, heading.treatmentSpan).text;
  if (ifNeeded.test(words) || drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 1)
    return [];
  const groups = doses.exec(words)?.groups;
  const dose = groups?.two ? 2 : groups?.three ? 3 : 1;
  const days = count.low / (frequency.low * dose);
  if (days > lasts.low * 0.85 && days < lasts.high * 1.2) return [];
  // "#30 for 3 months" may be 30 of each month.
  if (!supply && days >= 25 && Math.abs(lasts.low / days - Math.round(lasts.low / days)) < 0.1) return [];
  return [
    contradiction(
      lasts,
      [`${count.words} ${frequency.words}`, lasts.words],
      (all, given) => `${all} lasts ${Math.round(days)} days, but the heading says ${given}.`,
      count,
      { downgraded: true },
    ),
  ];
}

/** "4 hours a day, 3 days a week for 6 weeks (48 hours)". */
function otherHours(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  const hours = quantities.filter(({ attribute }) => attribute === "hours");
  const total = hours.find(({ measure }) => measure === "hour");
  const rate = hours.find(({ measure }) => measure !== "hour");
  const duration = onlyOne(quantities, "duration");
  const frequencies = quantities.filter(({ attribute }) => attribute === "frequency");
  const [frequency] = frequencies;
  if (!total || !rate || !duration || hours.length !== 2 || frequencies.length > 1) return [];
  // A day of a program is a day of work, or not.
  const daysOfWeek = frequency
    ? [frequency.low, frequency.high]
    : duration.unit === "day"
      ? [1, 1]
      : [5 / 7, 1];
  const [fewest, most] =
    rate.measure === "hour a week" ? [1 / 7, 1 / 7] : [daysOfWeek[0] as number, daysOfWeek[1] as number];
  if (rate.measure === "hour a week" && frequency) return [];
  const low = Math.round(rate.low * duration.low * fewest * (duration.unit === "month" ? 28 / 30 : 1));
  const high = Math.round(rate.high * duration.high * most * (duration.unit === "month" ? 31 / 30 : 1));
  if (total.low <= high && low <= total.high) return [];
  const all = [rate, duration, ...(frequency ? [frequency] : [])];
  const span = {
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
  };
  const value = low === high ? `${low}` : `${low} to ${high}`;
  return [
    contradiction(
      total,
      [flatten(text, span).text, total.words],
      (sum, given) => `“${sum}” is ${value} hours, but the heading also says ${given}.`,
      span,
      low === high ? { fixes: correction(text, total, low) } : {},
    ),
  ];
}

/** Words with which two numbers aren't of the same thing. */
const apart =
  /\b(?:then|plus|and|or|additional|per|each|every|followed|initial|first|more|repeat|a time|a week|weekly|alternat\w*|if|with option|evaluation)\b|\b(?:taper|wean|modif|certif|approv|authoriz)|&|\+/i;
/** "(", "=", or "total": what follows is the same in other words. */
const again = /^[\s,;)]*(?:\(|=|[-\u2013]|(?:for a )?total(?: of)?:?)\s*$/i;

/** "Series of 5 (three injections)", "2 refills, no refills", "12 sessions (8 visits)", "BID, three times a day". */
function twice(
  letter: Letter,
  heading: Heading,
  quantities: readonly Quantity[],
  knowledge: Knowledge,
): readonly Finding[] {
  for (const [i, one] of quantities.entries()) {
    const next = quantities.slice(i + 1).find(({ attribute }) => attribute === one.attribute);
    if (!next || !comparable(one, next) || quantitiesAgree(one, next) || !isGivenTwice(one)) continue;
    if (quantities.filter(({ attribute }) => attribute === one.attribute).length > 2) continue;
    const gap = flatten(letter.text, { start: one.end, end: Math.max(one.end, next.start) }).text;
    if (one.attribute === "sessions" && !again.test(gap)) continue;
    if (one.attribute === "duration" && !/^\s*\($/.test(gap)) continue;
    if (one.attribute === "frequency" && !isOneRate(one, next, gap, quantities)) continue;
    const words = flatten(letter.text, heading.treatmentSpan).text;
    if (apart.test(one.attribute === "refills" || one.attribute === "sessions" ? gap : words)) continue;
    if (drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 1) continue;
    return [
      contradiction(
        next,
        [one.words, next.words],
        (first, second) => `The heading says both ${first} and ${second}.`,
        one,
      ),
    ];
  }
  return [];
}

const isGivenTwice = ({ attribute, measure }: Quantity): boolean =>
  attribute === "refills" ||
  attribute === "supply" ||
  attribute === "sessions" ||
  attribute === "frequency" ||
  attribute === "duration" ||
  (attribute === "count" && measure === "item");

/** Two frequencies next to each other, both of a day or both of a week, of one strength and one duration. */
const isOneRate = (one: Quantity, next: Quantity, gap: string, quantities: readonly Quantity[]): boolean =>
  one.low >= 1 === next.low >= 1 &&
  /^[\s,;(]*(?:(?:\w+ ){0,2}(?:tab\w*|cap\w*) )?$/i.test(gap) &&
  !ifNeeded.test(gap) &&
  !/\bat (?:bedtime|night)|\bq?\.?h\.?s\b|nightly|morning|\bq\.? ?[ap]m/i.test(
    `${one.words} ${next.words}`,
  ) &&
  quantities.filter(({ attribute }) => attribute === "strength" || attribute === "duration").length < 3;

/** Only a time between the two: "purchase, 30 day rental". "Rental with option to purchase" is one request. */
const onlyTime =
  /^[\s,;:()]+(?:(?:for|x|a|one|two|three|six|thirty|\d+|of)[\s-]+|(?:days?|weeks?|months?)\b[\s,;)]*)*$/i;

/** "Knee brace, purchase, 30 day rental". */
function twoTenures(text: string, quantities: readonly Quantity[]): readonly Finding[] {
  const [one, next, ...others] = quantities.filter(({ attribute }) => attribute === "tenure");
  if (!one || !next || others.length > 0 || one.measure === next.measure) return [];
  const gap = flatten(text, { start: one.end, end: next.start }).text;
  const isTime = onlyTime.test(` ${gap.trim()} `);
  if (!isTime || /^\s*$/.test(gap)) return [];
  return [
    contradiction(
      next,
      [one.words, next.words],
      (first, second) => `The heading says both ${first} and ${second}.`,
      one,
    ),
  ];
}

/** 12 sessions asked for, 6 authorized: 6 remain. The disputed portion may also be the whole original request. */
function otherRemainder(text: string, heading: Heading, quantities: readonly Quantity[]): readonly Finding[] {
  const { asked, granted } = portionsOf(text, heading) ?? {};
  const left = asked && onlyOne(quantities, asked.attribute);
  if (!asked || !granted || !left) return [];
  const remaining = asked.low - granted.low;
  if (left.low === remaining || left.low === asked.low || remaining < 0) return [];
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

/** Finds the strengths and counts of the disputed treatment, wherever its issue states them. */

import { flatten } from "../base/flatText.ts";
import { sentencesIn } from "../base/sentences.ts";
import type { Span } from "../base/span.ts";
import { inside, lastStartingAtOrBefore } from "../base/span.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import { numberIn } from "../letter/numberWords.ts";
import { readQuantities, readStrengths } from "../letter/quantities.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { askedFor, speaksOfOther } from "./disputedTreatment.ts";
import { drugMentionsWithin } from "./drugMentions.ts";
import { authorityCues, criterionCues, matchesAnyCue } from "./rationaleCues.ts";
import { requestPhrases } from "./request.ts";
import { countedThing, startAlike } from "./sameQuantity.ts";
import { type TreatmentAttributes, treatmentAttributesOf } from "./treatmentAttributes.ts";

/** The characters of one number. */
export interface WrittenNumber extends Span {
  readonly value: number;
}

/** "10/325mg" has two numbers, "#60" one. */
export interface Quantity extends Span {
  readonly what: "strength" | "count";
  readonly numbers: readonly WrittenNumber[];
  /** The unit of a strength, or what is counted. Different words for the same thing become one. */
  readonly measure: string;
  /** "10/325": without a unit, it could be a date or a score. */
  readonly bare: boolean;
}

/** A quantity of a drug, or of a treatment that isn't a drug. */
export interface Statement extends Quantity {
  /** Undefined if no drug is named next to the quantity. */
  readonly owner: Drug | undefined;
}

export interface Statements {
  /** Strengths and counts of the disputed treatment, or of what could be mistaken for it. */
  readonly all: readonly Statement[];
  /**
   * The statements that are the same as one of `all`, starting with that of the heading. Empty if the heading doesn't state
   * it, or states it twice, which leaves open which one is meant.
   */
  alike(one: Statement): readonly Statement[];
}

/** What an issue states of the strengths and counts that its heading disputes. */
export function statements(letter: Letter, issue: Issue, knowledge: Knowledge): Statements {
  const { disputed, others } = inHeading(letter, issue, knowledge);
  const all = [...disputed, ...others, ...inParts(letter, issue, knowledge)];
  return {
    all,
    alike(one) {
      const [requested, ...more] = disputed.filter((each) => each === one || sameStatement(each, one));
      if (requested === undefined || more.length > 0) return [];
      const places = all.filter((each) => each === requested || sameStatement(requested, each));
      return places.filter((each) => disputed.includes(each)).length > 1 ? [] : places;
    },
  };
}

function sameStatement(requested: Statement, stated: Statement): boolean {
  // A request without a drug's name is for the drug in the heading.
  const isOwned = stated.owner === undefined || stated.owner === requested.owner;
  return (
    isOwned &&
    requested.what === stated.what &&
    requested.measure === stated.measure &&
    sameNumbers(requested, stated)
  );
}

/** "Norco 10mg" is short for "Norco 10/325mg". */
function sameNumbers(a: Quantity, b: Quantity): boolean {
  if ((a.bare || b.bare) && a.numbers.length !== b.numbers.length) return false;
  return startAlike(a.numbers, b.numbers, (one, other) => one.value === other.value);
}

/**
 * The quantities that the heading states. In a partly authorized request, the strength is the same in all of it, but the
 * count of the original request is that of the disputed portion only if the whole request is disputed.
 */
function inHeading(
  letter: Letter,
  { heading }: Issue,
  knowledge: Knowledge,
): { readonly disputed: readonly Statement[]; readonly others: readonly Statement[] } {
  const { request, treatmentSpan, partlyAuthorized } = heading;
  const disputed = owned(letter, treatmentSpan, request, knowledge);
  if (!partlyAuthorized) return { disputed, others: [] };
  const before = { start: request.start, end: treatmentSpan.start };
  const flat = flatten(letter.text, before);
  const original = /\b(?:was|were) the original request\b/i.exec(flat.text)?.index ?? 0;
  const wholeDisputed = /\bThe original request,?$/i.test(flat.text);
  const originalEnd = original > 0 ? flat.span(0, original).end : before.start;
  const others = owned(letter, before, request, knowledge).filter(
    (one) => one.what === "strength" || (wholeDisputed && one.end <= originalEnd),
  );
  return { disputed, others };
}

/** The quantities in a span of the heading, each with its drug. */
function owned(letter: Letter, span: Span, bounds: Span, knowledge: Knowledge): readonly Statement[] {
  const drugs = drugMentionsWithin(letter, bounds, knowledge);
  return quantitiesIn(letter.text, span).map((one) => ({
    ...one,
    owner: ownerOf(letter.text, one, drugs, bounds)?.drug,
  }));
}

interface Mention extends Span {
  readonly drug: Drug;
}

/** The drug of a quantity: "60 tablets *of Flexeril*", or else the last drug before it. Either is within the bounds. */
function ownerOf(text: string, one: Span, drugs: readonly Mention[], bounds: Span): Mention | undefined {
  const at = lastStartingAtOrBefore(drugs, one.start);
  const [before, after] = [drugs[at], drugs[at + 1]].map((drug) =>
    drug && inside(drug, bounds) ? drug : undefined,
  );
  const near = after && after.start - one.end <= 80;
  const between = near ? ` ${words(text, one.end, after.start)} ` : "-";
  if (/^ (?:[a-z]+ ){0,2}of (?:the |generic |brand )?$/i.test(between)) return after;
  const adjoins = before && /^[\s,(]*$/.test(text.slice(before.end, Math.min(one.start, before.end + 80)));
  return between.trim() === "" && !adjoins ? after : before;
}

function inParts(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Statement[] {
  const requested = askedFor(issue, knowledge);
  return issue.parts.flatMap((part) => {
    const spans = part.kind === "rationale" ? part.sentences : sentencesIn(letter.text, part.body);
    let quoted = false;
    return spans.flatMap((span) => {
      const sentence = flatten(letter.text, span).text;
      // A guideline's dose isn't that of the request. A quotation may continue over several sentences.
      const statesRule =
        quoted || (matchesAnyCue(authorityCues, sentence) && matchesAnyCue(criterionCues, sentence));
      if ((sentence.split('"').length - 1) % 2 === 1) quoted = !quoted;
      return inSentence(letter, issue, span, statesRule, requested, knowledge);
    });
  });
}

/** The quantities that a sentence states in the name of the request, or next to the name of a drug. */
function inSentence(
  letter: Letter,
  issue: Issue,
  sentence: Span,
  statesRule: boolean,
  requested: TreatmentAttributes,
  knowledge: Knowledge,
): readonly Statement[] {
  const { text } = letter;
  const quantities = quantitiesIn(text, sentence);
  if (quantities.length === 0) return [];
  const drugs = drugMentionsWithin(letter, sentence, knowledge);
  const ownRequest = requestPhrases(text, sentence, issue).filter(
    (phrase) =>
      !speaksOfOther(requested, treatmentAttributesOf(words(text, phrase.start, phrase.end), knowledge)),
  );
  return quantities.flatMap((one) => {
    const phrase = ownRequest[lastStartingAtOrBefore(ownRequest, one.start)];
    if (phrase && inside(one, phrase)) return [{ ...one, owner: ownerOf(text, one, drugs, phrase)?.drug }];
    const owner = ownerOf(text, one, drugs, sentence);
    return owner && !statesRule && adjoins(text, owner, one) ? [{ ...one, owner: owner.drug }] : [];
  });
}

/** Words between a drug's name and its strength or count that don't separate them. */
const linkWords = new Set(
  (
    "a an the of at with and qty quantity no total count supply strength dose dosage er xr sr cr dr ir xl la hcl hydrochloride " +
    "sodium sod potassium bitartrate sulfate tartrate tablet tablets tab tabs capsule capsules cap caps pill pills patch patches " +
    "cream gel ointment lotion solution suspension oral topical generic brand mg mcg g gm gram grams ml refill refills " +
    "take one two three four by mouth po orally once twice times daily day bid tid qid qhs hs prn as needed every hours hour bedtime"
  ).split(" "),
);

function adjoins(text: string, drug: Span, quantity: Span): boolean {
  if (quantity.start - drug.end > 120) return false;
  const between = drug.end <= quantity.start ? words(text, drug.end, quantity.start) : "";
  const gap = between.toLowerCase().match(/[a-z]+|[.;:!?](?!\d)/g) ?? [];
  return gap.every((word) => linkWords.has(word));
}

/** Strengths and counts. How often something is taken or given is neither. */
function quantitiesIn(text: string, span: Span): readonly Quantity[] {
  const flat = flatten(text, span);
  const strengths = readStrengths(flat, 0, flat.text.length).map((strength) => ({
    ...strength.span,
    what: "strength" as const,
    numbers: strengthNumbers(text, strength.span, strength.values),
    measure: strength.unit,
    bare: !/[a-z%\u00b5]/i.test(text.slice(strength.span.start, strength.span.end)),
  }));
  const counts = readQuantities(flat, 0, flat.text.length)
    .filter((count) => count.unit !== "time a week")
    .map((count) => ({
      ...count.span,
      what: "count" as const,
      numbers: countNumber(text, count.span, count.value),
      measure: counted(count.unit),
      bare: false,
    }));
  return [...strengths, ...counts].filter((one) => one.numbers.length > 0);
}

/** Empty if the text doesn't have these numbers as they were read: "1,000mg", or a number across a line end. */
function strengthNumbers(
  text: string,
  { start, end }: Span,
  values: readonly number[],
): readonly WrittenNumber[] {
  const found = Array.from(text.slice(start, end).matchAll(/\d+(?:\.\d+)?|\.\d+/g), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    value: Number(match[0]),
  })).slice(0, values.length);
  const asRead = found.length === values.length && found.every((one, i) => one.value === values[i]);
  return asRead && found.every((one) => isWhole(text, one)) ? found : [];
}

function countNumber(text: string, span: Span, value: number): readonly WrittenNumber[] {
  const number = numberIn(text.slice(span.start, span.end), value);
  if (number === undefined) return [];
  const found = { start: span.start + number.start, end: span.start + number.end, value };
  return isWhole(text, found) ? [found] : [];
}

/** Whether the number isn't 0, and isn't part of "1,000". */
const isWhole = (text: string, { start, value }: WrittenNumber): boolean =>
  value > 0 && !/\d[,.]$/.test(text.slice(Math.max(0, start - 2), start));

const packs = new Set("tablet tab capsule cap pill patch box tube bottle".split(" "));
const counted = (thing: string): string => (packs.has(thing) ? "unit" : countedThing(thing));

const words = (text: string, start: number, end: number): string => flatten(text, { start, end }).text;

/** Finds the strengths and counts of the disputed treatment, wherever the letter states them. */

import { flatten } from "../base/flatText.ts";
import { toNumber } from "../base/numberWords.ts";
import { sentencesIn } from "../base/sentences.ts";
import type { Span } from "../base/span.ts";
import { inside, lastStartingAtOrBefore } from "../base/span.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { askedFor, speaksOfOther } from "./disputedTreatment.ts";
import { drugMentionsWithin } from "./drugMentions.ts";
import { authorityCues, criterionCues, matchesAnyCue } from "./rationaleCues.ts";
import { requestPhrases } from "./request.ts";
import { ownerOf } from "./treatment/owner.ts";
import { quantitiesOf } from "./treatment/quantities.ts";
import type { Quantity as ReadQuantity, WrittenNumber } from "./treatment/quantity.ts";
import { reviewDecisions } from "./treatment/reviewDecisions.ts";
import { type TreatmentAttributes, treatmentAttributesOf } from "./treatmentAttributes.ts";

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

/** What the letter states of the strengths and counts that the heading of an issue disputes. */
export function statements(letter: Letter, issue: Issue, knowledge: Knowledge): Statements {
  const { disputed, others } = inHeading(letter, issue, knowledge);
  const all = [
    ...disputed,
    ...others,
    ...inParts(letter, issue, knowledge),
    ...inReview(letter, issue, knowledge),
  ];
  return {
    all,
    alike(one) {
      const requests = disputed.filter((each) => each === one || sameStatement(each, one));
      const [requested] = requests;
      if (requested === undefined || differentPlaces(requests) > 1) return [];
      const places = all.filter((each) => each === requested || sameStatement(requested, each));
      return differentPlaces(places.filter((each) => disputed.includes(each))) > 1 ? [] : places;
    },
  };
}

/** "Sixty (60)" is one place with two numbers. */
const differentPlaces = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ start }) => start)).size;

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
  const length = Math.min(a.numbers.length, b.numbers.length);
  return a.numbers.slice(0, length).every(({ value }, i) => value === b.numbers[i]?.value);
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

/** The quantities of the treatment where the case summary says what the utilization review decided on it. */
function inReview(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Statement[] {
  const requested = askedFor(issue, knowledge);
  return reviewDecisions(letter)
    .map(({ flat, start, end }) => flat.span(start, end))
    .filter(
      ({ start, end }) =>
        !speaksOfOther(requested, treatmentAttributesOf(words(letter.text, start, end), knowledge)),
    )
    .flatMap((span) => owned(letter, span, span, knowledge));
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
export function quantitiesIn(text: string, span: Span): readonly Quantity[] {
  return quantitiesOf(flatten(text, span)).flatMap((quantity) => {
    const { attribute, measure, unit, numbers, restated } = quantity;
    const isStrength = attribute === "strength" || measure === "g" || measure === "ml";
    const isCount =
      measure !== "date" && attribute !== "frequency" && attribute !== "hours" && attribute !== "tenure";
    if (!(isStrength || isCount) || !numbers.every((one) => isAsRead(text, one))) return [];
    const what = isStrength ? "strength" : "count";
    const bare = isStrength && !/[a-z%\u00b5]/i.test(text.slice(quantity.start, quantity.end));
    // A range or a number that is said twice changes number by number.
    const runs = isStrength ? [numbers] : [...numbers, ...(restated ? [restated] : [])].map((one) => [one]);
    return runs
      .filter(([first]) => first !== undefined)
      .map((run) => ({
        ...spanOf(quantity),
        what,
        numbers: run,
        measure: isStrength ? unit : countedAs(quantity),
        bare,
      }));
  });
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Not 0, and in the text as it was read: not "1,000", or a number across a line end. */
function isAsRead(text: string, { start, end, value }: WrittenNumber): boolean {
  const written = text.slice(start, end);
  return (
    value > 0 &&
    (/^[\d.]+$/.test(written)
      ? Number(written) === value
      : !/[\d,\n\r]/.test(written) && toNumber(written) === value)
  );
}

/** What is counted. Different words for the same thing become one. */
const countedAs = ({ measure, unit }: ReadQuantity): string =>
  measure === "any" || measure === "piece" ? "unit" : measure === "session" ? "session" : unit;

const words = (text: string, start: number, end: number): string => flatten(text, { start, end }).text;

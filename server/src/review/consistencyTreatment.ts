/** Whether the conclusion speaks of the treatment that the heading disputes. */
import type { Knowledge } from "../knowledge/types.ts";
import { flatten } from "../letter/flat.ts";
import { matches } from "../letter/matches.ts";
import { readCounts, readStrengths } from "../letter/quantities.ts";
import { remembered } from "../letter/remembered.ts";
import type { Count, Heading, Issue, Letter, Span, Strength } from "../letter/types.ts";
import { type Aspects, aspectsOf, sameDrug } from "./aspects.ts";
import { finding, findingsIn } from "./finding.ts";
import type { TreatmentKind } from "./treatments.ts";
import type { Finding } from "./types.ts";

/**
 * The conclusions of a letter's issues beside their headings, without those where either says too little to compare or
 * both say the same.
 */
const comparisons = remembered((letter: Letter) =>
  letter.issues.map((issue) => compared(letter, issue)).filter((both) => both !== undefined),
);

function compared(letter: Letter, { heading, rationale }: Issue) {
  const conclusion = rationale?.conclusion;
  if (!conclusion || !heading.treatment) return undefined;
  const flat = flatten(letter.text, conclusion.span);
  const subject = subjectOf(flat.text);
  const asked = disputed(letter, heading, flat.text);
  const words = flat.text.slice(subject.start, subject.end);
  if (words.trimEnd() === `request for ${asked.words}`) return undefined;
  return { conclusion, heading, flat, subject, words: withoutAside(words), asked };
}

/** The words of the request, and what they state. */
interface Asked {
  readonly words: string;
  readonly strengths: readonly Strength[];
  readonly counts: readonly Count[];
}

/** What the heading disputes: of a partly authorised request its last portion, unless the conclusion quotes all of it. */
function disputed({ text }: Letter, heading: Heading, conclusion: string): Asked {
  if (heading.partlyAuthorized && /\boriginal request\b/i.test(conclusion)) {
    const flat = flatten(text, heading.request);
    const { length } = flat.text;
    return {
      words: flat.text,
      strengths: readStrengths(flat, 0, length),
      counts: readCounts(flat, 0, length),
    };
  }
  const { strengths, counts } = heading;
  return { words: flatten(text, heading.treatmentSpan).text, strengths, counts };
}

interface Subject {
  readonly start: number;
  readonly end: number;
  /** The words name the request and say nothing else. */
  readonly named: boolean;
}

/** Where one of these precedes, the words are more than the name of a treatment. */
const verbs = /\b(?:is|are|was|were|has|have|had|does|do|did|shows?|failed|supports?)\b/i;

/** "… therefore *the request for X* is not medically necessary": reasons may name other treatments, the request may not. */
function subjectOf(sentence: string): Subject {
  const necessary = lastIndex(sentence, /neces|recommended|supported|indicated|warranted/gi);
  const upTo = necessary < 0 ? sentence : sentence.slice(0, necessary);
  const verb = lastIndex(upTo, /\b(?:is|are|was|were|cannot|does not|do not)\b/gi);
  const end = verb < 0 ? sentence.length : verb;
  const before = sentence.slice(0, end);
  const request = lastIndex(before, /\brequest(?:ed)?\b|"Decision for\b|\bneed for\b/gi);
  if (request >= 0) return { start: request, end, named: true };
  const start = Math.max(0, lastIndex(before, /, |; |\btherefore\b/gi));
  return { start, end, named: !verbs.test(before.slice(start)) };
}

const aside =
  /\b(?:following|after|prior to|before|to (?:evaluate|assess|treat|rule out)|status[- ]post|due to|secondary to|because|given|since|instead of|rather than|in addition to|in combination with|along with|pending|until|unless|per|like|such as)\b/i;

/** "Physical therapy *after surgery*": what is no part of the request itself. */
function withoutAside(words: string): string {
  const at = aside.exec(words)?.index;
  return at === undefined ? words : words.slice(0, at);
}

function lastIndex(text: string, form: RegExp): number {
  return matches(form, text).at(-1)?.index ?? -1;
}

export function treatments(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return findingsIn(comparisons(letter), (both) => {
    const { heading, conclusion } = both;
    const asked = aspectsOf(both.asked.words, knowledge);
    const other = saysNothing(asked)
      ? undefined
      : otherTreatment(asked, aspectsOf(both.words, knowledge), both.subject.named);
    if (!other) return [];
    const message = `The conclusion speaks of ${other.said}, but the treatment in dispute is ${other.asked}.`;
    const related = [{ ...heading.treatmentSpan, message: "The treatment in dispute." }];
    // Where part of it is right, it is more than what is disputed that is spoken of, and not something else.
    return [{ ...finding(conclusion.span, message, related), mild: other.partly }];
  });
}

interface Other {
  readonly said: string;
  readonly asked: string;
  /** Something of the treatment in dispute is named as well. */
  readonly partly: boolean;
}

const saysNothing = ({ drugs, kinds, regions, sides, levels }: Aspects): boolean =>
  [drugs, kinds, regions, sides, levels].every((said) => said.length === 0);

/** Where the sentence names no request, something of the treatment in dispute is enough. */
function otherTreatment(asked: Aspects, said: Aspects, named: boolean): Other | undefined {
  const { drugs, kinds } = asked;
  const other =
    drugs.length > 0
      ? stranger(drugs, said.drugs, sameDrug, (drug) => drug.generic, named)
      : said.drugs.length === 0 && stranger(kinds, said.kinds, sameKind, (k) => k.kind, named);
  return (
    other ||
    strangers(asked.regions, said.regions) ||
    strangers(asked.sides, said.sides, "side") ||
    strangers(asked.levels, said.levels, "level")
  );
}

function stranger<T>(
  asked: readonly T[],
  said: readonly T[],
  same: (a: T, b: T) => boolean,
  name: (one: T) => string,
  named: boolean,
): Other | undefined {
  if (asked.length === 0 || said.length === 0) return undefined;
  const known = (one: T) => asked.some((other) => same(one, other));
  const unknown = said.find((one) => !known(one));
  if (unknown === undefined) return undefined;
  const partly = said.some(known);
  if (partly && !named) return undefined;
  return { said: name(unknown), asked: [...new Set(asked.map(name))].join(", "), partly };
}

const sameKind = (a: TreatmentKind, b: TreatmentKind): boolean =>
  a.kind === b.kind || a.kind === b.family || b.kind === a.family;

/** What is asked, and what is said of something else: of another region, side or level. */
function strangers(
  asked: readonly string[],
  said: readonly string[],
  what?: "side" | "level",
): Other | undefined {
  if (asked.length === 0 || said.length === 0) return undefined;
  const others = said.filter((one) => !asked.includes(one));
  if (others.length === 0) return undefined;
  const named = (list: readonly string[]) =>
    `the ${list.map((one) => (what ? `${one} ${what}` : one)).join(" and ")}`;
  return {
    said: named(others),
    asked: `for ${named(asked)}`,
    partly: others.length < said.length,
  };
}

/** The strength in the conclusion is none of the heading's. */
export function strengths(letter: Letter): readonly Finding[] {
  return findingsIn(comparisons(letter), (both) => {
    const asked = both.asked.strengths;
    if (asked.length === 0) return [];
    const said = readStrengths(both.flat, both.subject.start, both.subject.end);
    const other = said.find((one) => !asked.some((a) => sameStrength(a, one)));
    if (!other) return [];
    const alike = asked.filter((a) => a.unit === other.unit);
    return [
      mismatch(
        letter,
        other.span,
        "strength",
        (alike.length > 0 ? alike : asked).map((a) => a.span),
        both.heading.treatmentSpan,
      ),
    ];
  });
}

/** The count in the conclusion is none of the heading's. */
export function quantities(letter: Letter): readonly Finding[] {
  return findingsIn(comparisons(letter), (both) => {
    const { heading, subject } = both;
    if (both.asked.counts.length === 0) return [];
    const stated = readCounts(both.flat, subject.start, subject.end);
    const said = withTotal(letter, stated);
    // Sessions beside "2 times a week" may be others, say those already had.
    const asked = stated.some(({ of }) => of === "time a week")
      ? both.asked.counts
      : withTotal(letter, both.asked.counts);
    const alike = (one: Count) => asked.filter((a) => sameThing(a, one));
    const other = said.find((one) => {
      const same = alike(one);
      return same.length > 0 ? !same.some((a) => a.value === one.value) : isAdded(one, heading);
    });
    if (!other) return [];
    const same = alike(other);
    return [
      mismatch(
        letter,
        other.span,
        "quantity",
        (same.length > 0 ? same : asked).map((a) => a.span),
        heading.treatmentSpan,
      ),
    ];
  });
}

/** Refills that the heading does not speak of; of a partly authorised request it may name a portion. */
const isAdded = ({ of, value }: Count, { partlyAuthorized }: Heading): boolean =>
  of === "refill" && value > 0 && !partlyAuthorized;

/** "2 times a week for 6 weeks" is 12 sessions, where no other number of them is given. */
function withTotal({ text }: Letter, counts: readonly Count[]): readonly Count[] {
  const often = counts.filter(({ of }) => of === "time a week");
  const weeks = counts.filter(({ of }) => of === "week");
  const [times, long] = [often[0], weeks[0]];
  if (!times || !long || often.length > 1 || weeks.length > 1) return counts;
  if (counts.some(({ of }) => sittings.has(of))) return counts;
  if ([times, long].some(({ span }) => endsRange.test(text.slice(Math.max(0, span.start - 6), span.start)))) {
    return counts;
  }
  const [start, end] = [Math.min(times.span.start, long.span.start), Math.max(times.span.end, long.span.end)];
  return [...counts, { span: { start, end }, value: times.value * long.value, of: "session" }];
}

/** "2 to", "4-": what follows is the higher number of a range. */
const endsRange = /(?:\b(?:to|or)|[-\u2010-\u2014])\s*$/i;

function mismatch(letter: Letter, at: Span, what: string, asked: readonly Span[], heading: Span): Finding {
  const said = flatten(letter.text, at).text;
  const should = [...new Set(asked.map((span) => flatten(letter.text, span).text))].join(", ");
  const message = `The conclusion says ${said}, but the heading says ${should}: the ${what} should be the same.`;
  return finding(at, message, [{ ...(asked[0] ?? heading), message: `The heading's ${what}.` }]);
}

/** "10/325mg" and "10-325 mg" are one strength, and "Norco 10mg" is short for it. */
function sameStrength(a: Strength, b: Strength): boolean {
  const longer = a.values.length >= b.values.length ? a : b;
  const shorter = longer === a ? b : a;
  const unit = (s: Strength) => (s.unit === "%" ? "%" : "mg");
  return (
    unit(a) === unit(b) &&
    shorter.values.every((v, i) => grams(v, shorter.unit) === grams(longer.values[i]!, longer.unit))
  );
}

function grams(value: number, unit: string): number {
  return unit === "g" ? value * 1000 : unit === "mcg" ? value / 1000 : value;
}

const sittings = new Set(["session", "visit", "treatment"]);

function sameThing(a: Count, b: Count): boolean {
  return a.of === b.of || (sittings.has(a.of) && sittings.has(b.of));
}

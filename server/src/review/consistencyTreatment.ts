/** Whether the conclusion speaks of the treatment that the heading disputes. */
import type { Knowledge } from "../knowledge/types.ts";
import { type Flat, flatten } from "../letter/flat.ts";
import { readCounts, readStrengths } from "../letter/quantities.ts";
import type { Count, Issue, Letter, Span, Strength } from "../letter/types.ts";
import { type Aspects, aspectsOf, sameDrug } from "./aspects.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./types.ts";

/** The conclusion of an issue beside its heading; undefined where either says too little to compare. */
function compared(letter: Letter, { heading, rationale }: Issue) {
  const conclusion = rationale?.conclusion;
  if (!conclusion || !heading.treatment) return undefined;
  const said = flatten(letter.text, conclusion.span);
  // What precedes the request in the sentence gives reasons, and reasons may name other treatments.
  const request = subject(said.text);
  return {
    conclusion,
    heading,
    flat: said,
    from: request.start,
    words: said.text.slice(request.start, request.end),
  };
}

/** "… therefore *the request for X* is not medically necessary": the words about the request itself. */
function subject(sentence: string): { readonly start: number; readonly end: number } {
  const necessary = lastIndex(sentence, /necess|recommended|supported|indicated|warranted/gi);
  const upTo = necessary < 0 ? sentence : sentence.slice(0, necessary);
  const verb = lastIndex(upTo, /\b(?:is|are|was|were|cannot|does not|do not)\b/gi);
  const end = verb < 0 ? sentence.length : verb;
  const before = sentence.slice(0, end);
  const request = lastIndex(before, /\brequest(?:ed)?\b|"Decision for\b|\bneed for\b/gi);
  if (request >= 0) return { start: request, end };
  const clause = lastIndex(before, /, |; |\btherefore\b/gi);
  return { start: Math.max(0, clause), end };
}

function lastIndex(text: string, form: RegExp): number {
  let last = -1;
  for (const m of text.matchAll(form)) last = m.index;
  return last;
}

export function treatments(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap((issue) => {
    const both = compared(letter, issue);
    if (!both) return [];
    const { heading, conclusion } = both;
    const request = flatten(letter.text, heading.request).text;
    const message = otherTreatment(aspectsOf(request, knowledge), aspectsOf(both.words, knowledge));
    if (!message) return [];
    return [
      finding(conclusion.span, message, [{ ...heading.treatmentSpan, message: "The treatment in dispute." }]),
    ];
  });
}

function otherTreatment(asked: Aspects, said: Aspects): string | undefined {
  const differs = (is: string, should: string) =>
    `The conclusion speaks of ${is}, but the treatment in dispute is ${should}.`;
  if (asked.drugs.length > 0 && said.drugs.length > 0) {
    const stranger = said.drugs.find((drug) => !asked.drugs.some((other) => sameDrug(drug, other)));
    const none = !said.drugs.some((drug) => asked.drugs.some((other) => sameDrug(drug, other)));
    if (stranger && none) return differs(stranger.generic, asked.drugs.map((d) => d.generic).join(", "));
  }
  if (asked.drugs.length === 0 && said.drugs.length === 0) {
    const match = said.kinds.some((k) =>
      asked.kinds.some((o) => k.kind === o.kind || loose(k.kind, o.family) || loose(o.kind, k.family)),
    );
    if (asked.kinds.length > 0 && said.kinds.length > 0 && !match) {
      return differs(said.kinds[0]!.kind, asked.kinds.map((k) => k.kind).join(", "));
    }
  }
  const other =
    disjoint(asked.regions, said.regions) ??
    disjoint(asked.sides, said.sides) ??
    disjoint(asked.levels, said.levels);
  return other && differs(`the ${other[1]}`, `for the ${other[0]}`);
}

const loose = (kind: string, family: string) => kind === family;

function disjoint(asked: readonly string[], said: readonly string[]): readonly [string, string] | undefined {
  if (asked.length === 0 || said.length === 0 || said.some((one) => asked.includes(one))) return undefined;
  return [asked.join(" and "), said.join(" and ")];
}

const strengthsIn = (flat: Flat, from = 0) => readStrengths(flat, from, flat.text.length);
const countsIn = (flat: Flat, from = 0) => readCounts(flat, from, flat.text.length);

/** The strength in the conclusion is none of the heading's. */
export function strengths(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap((issue) => {
    const both = compared(letter, issue);
    if (!both) return [];
    const asked = strengthsIn(flatten(letter.text, both.heading.request));
    const said = strengthsIn(both.flat, both.from);
    if (asked.length === 0) return [];
    const other = said.find((one) => !asked.some((a) => sameStrength(a, one)));
    if (!other) return [];
    return [
      mismatch(
        letter,
        other.span,
        "strength",
        asked.map((a) => a.span),
        both.heading.treatmentSpan,
      ),
    ];
  });
}

/** The count in the conclusion is none of the heading's. */
export function quantities(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap((issue) => {
    const both = compared(letter, issue);
    if (!both) return [];
    const asked = countsIn(flatten(letter.text, both.heading.request));
    const said = countsIn(both.flat, both.from);
    const other = said.find((one) => {
      const alike = asked.filter((a) => sameThing(a, one));
      return alike.length > 0 && !alike.some((a) => a.value === one.value);
    });
    if (!other) return [];
    const alike = asked.filter((a) => sameThing(a, other));
    return [
      mismatch(
        letter,
        other.span,
        "quantity",
        alike.map((a) => a.span),
        both.heading.treatmentSpan,
      ),
    ];
  });
}

function mismatch(letter: Letter, at: Span, what: string, asked: readonly Span[], heading: Span): Finding {
  const said = flatten(letter.text, at).text;
  const should = asked.map((span) => flatten(letter.text, span).text).join(", ");
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

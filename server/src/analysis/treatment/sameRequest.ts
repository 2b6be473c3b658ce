/** Tells whether two headings request the same, in whatever words. */
import { type FlatText, flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { requestSpanInHeading } from "../request.ts";
import { withTotal } from "./compareQuantities.ts";
import { headingTreatment } from "./headingTreatment.ts";
import type { TreatmentMention } from "./mentions.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Quantity } from "./quantity.ts";
import { ingredientsOf, slowBrands } from "./sameDrug.ts";
import { isWider } from "./vocabulary.ts";

/** Words without which a request is the same one. */
const empty = new Set(
  (
    "a an the of to for at in on by per with and or as qty quantity no number count total request requested service services medication " +
    "medications med meds prescription rx drug generic brand name mg mcg ml treatment treatments therapy session sessions study studies test " +
    "testing scan procedure level levels region area joint unit item disputed prospective use purposes purpose x times additional hcl " +
    "hydrochloride sodium acid potassium tablets tablet tab tabs capsule capsules cap caps pill pills oral screen is be performed one prn needed daily take takes please each ea"
  ).split(" "),
);

/** Forms that a drug's name often leaves open. */
const openForms = new Set(["tablets", "oral"]);

/** Words that tell apart treatments of one kind, although they are part of its name. */
const telling =
  /\b(?:unloader|corset|abduction|dynamic|static|spica|wedge|implantation|implant|removal|revision|refill|reprogramming|suppl(?:y|ies)|electrodes?|batter(?:y|ies)|garments?|follow|re-?evaluation|hemi\w*|reverse|partial|total|root|cardiac|standing|random|confirmat\w*)\b/gi;

/**
 * Equal for headings that request the same: the same drugs, kinds, places, and details, the same quantities however they are
 * written, and the same other words.
 */
export function requestKey(letter: Letter, issue: Issue, knowledge: Knowledge): string {
  const flat = flatten(letter.text, requestSpanInHeading(letter.text, issue.heading, ""));
  const mentions = headingTreatment(letter, issue, "", knowledge);
  if (!mentions.some(({ attribute }) => attribute === "drug" || attribute === "kind")) return "";
  const hasDrug = mentions.some(({ attribute }) => attribute === "drug");
  const values = mentions.flatMap((mention) =>
    isLeftOut(mention, mentions, hasDrug) ? [] : valuesOf(mention),
  );
  const read = quantitiesOf(flat);
  let rest = flat.text;
  for (const { from, to } of mentions) rest = blank(rest, from, to);
  const words = wordsIn(flat, rest, read);
  const told = flat.text.toLowerCase().match(telling) ?? [];
  return [
    ...[...new Set(values)].sort(),
    ...amounts(letter.text, read, hasDrug),
    ...[...new Set(told)].sort(),
    ...words.sort(),
  ].join("|");
}

const isLeftOut = (
  { attribute, value }: TreatmentMention,
  mentions: readonly TreatmentMention[],
  hasDrug: boolean,
): boolean =>
  (hasDrug && ((attribute === "form" && openForms.has(value)) || attribute === "kind")) ||
  // "Bilateral" is a left and a right side already.
  (attribute === "approach" && value === "both sides") ||
  // In "TENS unit", a unit is no other equipment.
  mentions.some((other) => other.attribute === attribute && isWider(attribute, other.value, value));

function valuesOf({ attribute, value, drug, words }: TreatmentMention): readonly string[] {
  if (!drug) return [`${attribute} ${value}`];
  const name = `drug ${ingredientsOf(drug.drug).join("+")}`;
  return slowBrands.test(words) ? [name, "route extended release"] : [name];
}

/** One of something is what is requested without a number. How a drug is taken is left open if its count is given. */
function amounts(text: string, read: readonly Quantity[], hasDrug: boolean): readonly string[] {
  const all = withTotal(text, read);
  const sessions = all.filter(({ attribute }) => attribute === "sessions");
  const counts = all.filter(({ attribute }) => attribute === "count");
  const isPlanned = hasDrug ? counts.length > 0 : sessions.length > 0;
  return all
    .filter(
      ({ attribute }) =>
        !(isPlanned && (attribute === "frequency" || attribute === "duration" || attribute === "supply")),
    )
    .flatMap((one) => {
      const { attribute, low, high, measure, values, value } = one;
      if (attribute === "strength") return [`${values.join("/")}${measure}`];
      if (attribute === "tenure" || attribute === "dateOfService") return [value];
      if (attribute === "count" || attribute === "sessions") {
        const isOne = low === 1 && high === 1;
        return isOne ? [] : [`${hasDrug ? "count" : "number"} ${low}-${high}`];
      }
      if (attribute === "refills" && high === 0) return [];
      return [`${attribute} ${Number(low.toPrecision(3))}-${Number(high.toPrecision(3))} ${measure}`];
    })
    .sort();
}

/** The words outside of the quantities, in singular, without those that say nothing. */
function wordsIn(flat: FlatText, rest: string, read: readonly Quantity[]): string[] {
  let words = rest;
  for (const one of read) {
    const at = flat.text.indexOf(one.words);
    if (at >= 0) words = blank(words, at, at + one.words.length);
  }
  return (words.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [])
    .filter((word) => !empty.has(word))
    .map((word) => (/[^s]s$/.test(word) && word.length > 3 ? word.slice(0, -1) : word));
}

/** Equal for headings of the same words in another order. */
export const wordsKey = ({ heading }: Issue): string =>
  (heading.treatment.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [])
    .filter((word) => !empty.has(word))
    .sort()
    .join(" ");

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

/** Compares what two sentences say of a treatment, one attribute at a time. */
import type { TreatmentAttribute } from "./attribute.ts";
import type { TreatmentMention } from "./mentions.ts";
import { ingredientsOf, sameNamedDrug } from "./sameDrug.ts";
import { comparable, compatible, isWider } from "./vocabulary.ts";

/**
 * - `other`: something else is stated, and nothing of the reference
 * - `more`: part of what is stated isn't in the reference
 * - `less`: part of the reference isn't stated
 */
export type DifferenceKind = "other" | "more" | "less";

export interface Difference {
  readonly kind: DifferenceKind;
  readonly stated: readonly TreatmentMention[];
  readonly reference: readonly TreatmentMention[];
}

export const sameValue = (a: TreatmentMention, b: TreatmentMention): boolean =>
  a.drug && b.drug ? sameNamedDrug(a.drug, b.drug) : compatible(a.attribute, a.value, b.value);

/** How the mentions of one attribute differ; undefined if they don't, or if one side says nothing of it. */
export function differenceOf(
  stated: readonly TreatmentMention[],
  reference: readonly TreatmentMention[],
): Difference | undefined {
  if (stated.length === 0 || reference.length === 0) return undefined;
  return differenceBetween(mostSpecific(stated), mostSpecific(reference));
}

/** In "arthroscopy with rotator cuff repair", arthroscopy isn't another procedure, and doesn't stand for any. */
const mostSpecific = (mentions: readonly TreatmentMention[]): readonly TreatmentMention[] =>
  mentions.filter((one) => !mentions.some((other) => isWider(one.attribute, other.value, one.value)));

function differenceBetween(
  all: readonly TreatmentMention[],
  reference: readonly TreatmentMention[],
): Difference | undefined {
  const stated = all.filter((one) =>
    reference.some((other) => comparable(one.attribute, one.value, other.value)),
  );
  if (stated.length === 0 || reference.length === 0) return undefined;
  if (sameIngredients(stated, reference)) return undefined;
  const isIn = (one: TreatmentMention, others: readonly TreatmentMention[]): boolean =>
    others.some((other) => sameValue(one, other));
  const added = stated.filter(
    (one) => !isIn(one, reference) && !reference.some((other) => isShortFor(one, other)),
  );
  if (added.length > 0) {
    if (haveOtherSegments(stated, reference)) return { kind: "other", stated, reference };
    return { kind: added.length === stated.length ? "other" : "more", stated: added, reference };
  }
  const missing = reference.filter(
    (one) =>
      !isIn(one, stated) &&
      !stated.some((other) => isShortFor(other, one)) &&
      stated.some((other) => comparable(one.attribute, one.value, other.value)),
  );
  return missing.length > 0 ? { kind: "less", stated, reference } : undefined;
}

/** "MRI" is a kind of its own next to "open MRI". */
const abbreviation = /^[A-Z\d]+$/;

/** "The scooter" for "knee scooter": its last word. */
const isShortFor = (one: TreatmentMention, other: TreatmentMention): boolean =>
  one.attribute === "kind" &&
  other.attribute === "kind" &&
  !abbreviation.test(one.words) &&
  other.words.toLowerCase().endsWith(` ${one.words.toLowerCase()}`);

/** Whether both name only pairs of vertebrae, and no pair twice: L4-5 and L5-S1 share a vertebra, but not what is between two. */
function haveOtherSegments(
  stated: readonly TreatmentMention[],
  reference: readonly TreatmentMention[],
): boolean {
  if (stated[0]?.attribute !== "level") return false;
  const [own, others] = [segmentsOf(stated), segmentsOf(reference)];
  return own !== undefined && others !== undefined && !own.some((segment) => others.includes(segment));
}

/** "L4-L5" and "L5-S1" of "L4-S1"; undefined if a vertebra is named alone. */
function segmentsOf(levels: readonly TreatmentMention[]): readonly string[] | undefined {
  const segments = levels.flatMap((one, i) => {
    const next = levels[i + 1];
    return next?.from === one.from ? [`${one.value}-${next.value}`] : [];
  });
  const isInPair = (one: TreatmentMention) =>
    levels.some((other) => other !== one && other.from === one.from);
  return levels.every(isInPair) ? segments : undefined;
}

/** Whether both name one compound, in any order, and at least one of them under generic names. */
function sameIngredients(
  stated: readonly TreatmentMention[],
  reference: readonly TreatmentMention[],
): boolean {
  const all = [stated, reference].map((mentions) =>
    mentions.flatMap(({ drug }) => (drug ? ingredientsOf(drug.drug) : [])),
  );
  const [own, others] = all.map((ingredients) => new Set(ingredients));
  if (own === undefined || others === undefined || own.size < 2 || !sameSet(own, others)) return false;
  const isBrand = ({ drug }: TreatmentMention) => drug === undefined || drug.form === "brand";
  // A brand of one ingredient next to that of another isn't the brand of both.
  const brands = stated.filter(isBrand);
  return !reference.some(isBrand) || brands.every((one) => reference.some((other) => sameValue(one, other)));
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

export const ofAttribute = (
  mentions: readonly TreatmentMention[],
  attribute: TreatmentAttribute,
): readonly TreatmentMention[] => mentions.filter((one) => one.attribute === attribute);

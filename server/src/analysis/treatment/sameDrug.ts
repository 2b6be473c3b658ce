/** Compares drugs by their ingredients. */
import type { Drug, DrugMention } from "../../knowledge/types.ts";

/** Words in generic names for the route, the dosage form, and the salt. */
const formOrSalt =
  /\b(?:topical|oral|suspension|solution|patch|gel|cream|ointment|injection|nasal|intrathecal|transdermal|transmucosal|buccal|ophthalmic|system|capsules?|tablets?|over the counter|otc|er|ir|xr|sr|dr|hcl|hydrochloride|sodium|potassium|sulfate|acetate|tartrate|bitartrate|succinate|maleate|epolamine|magnesium|besylate|with|and|for keratosis|vk)\b/g;

const synonyms: Readonly<Record<string, string>> = { apap: "acetaminophen", bicarbonate: "bicarbonate" };

export function ingredientsOf({ generic }: Drug): readonly string[] {
  return generic
    .toLowerCase()
    .replace(/\(.*?\)/g, "")
    .split(/[/,+]/)
    .map((part) => part.replace(formOrSalt, " ").replace(/\s+/g, " ").trim())
    .filter((part) => part !== "")
    .map((part) => synonyms[part] ?? part)
    .sort();
}

/** Brands of which no form is of immediate release. */
export const slowBrands =
  /^(?:MS ?Contin|Oxy-?Contin|Kadian|Avinza|Exalgo|Zohydro|Hysingla|Embeda|Xtampza|Arymo|Ryzolt|ConZip|Amrix|Gralise|Horizant)\b/i;

/** Ingredients that a short name leaves out: "hydrocodone" for hydrocodone with acetaminophen. */
const minor = new Set("acetaminophen aspirin caffeine glucosamine".split(" "));

export type NamedDrug = Pick<DrugMention, "drug" | "form">;

/**
 * Whether two names mean the same drug. Brands of the same ingredients do, and a generic name may be short for a combination;
 * a brand that shares one ingredient isn't the same drug.
 */
export function sameNamedDrug(a: NamedDrug, b: NamedDrug): boolean {
  if (a.drug === b.drug) return true;
  const [one, other] = [ingredientsOf(a.drug), ingredientsOf(b.drug)];
  if (one.length === 0 || other.length === 0) return false;
  if (one.join("/") === other.join("/")) return true;
  return isShortFor(a, one, other) || isShortFor(b, other, one);
}

const isShortFor = ({ form }: NamedDrug, short: readonly string[], long: readonly string[]): boolean =>
  form !== "brand" &&
  short.every((part) => long.includes(part)) &&
  long.every((part) => short.includes(part) || minor.has(part));

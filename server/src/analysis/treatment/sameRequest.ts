/** Tells whether two headings request the same, in whatever words. */
import { flatten } from "../../base/flatText.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { requestSpanInHeading } from "../request.ts";
import { headingTreatment } from "./headingTreatment.ts";
import { ingredientsOf } from "./sameDrug.ts";

/** Words without which a request is the same one. */
const empty = new Set(
  (
    "a an the of to for at in on by per with and or as qty quantity no number count total request requested service services medication " +
    "medications med meds prescription rx drug generic brand name mg mcg ml treatment treatments therapy session sessions study studies test " +
    "testing scan procedure level levels region area joint unit item disputed prospective use purposes purpose x times additional hcl " +
    "hydrochloride sodium acid potassium tablets tablet tab tabs capsule capsules cap caps pill pills oral screen is be performed"
  ).split(" "),
);

/** Forms that a drug's name often leaves open. */
const openForms = new Set(["tablets", "oral"]);

/**
 * Equal for headings that request the same: the same drugs, kinds, places, and details, strengths, and counts, and the same
 * other words.
 */
export function requestKey(letter: Letter, issue: Issue, knowledge: Knowledge): string {
  const flat = flatten(letter.text, requestSpanInHeading(letter.text, issue.heading, ""));
  const mentions = headingTreatment(letter, issue, "", knowledge);
  if (!mentions.some(({ attribute }) => attribute === "drug" || attribute === "kind")) return "";
  const hasDrug = mentions.some(({ attribute }) => attribute === "drug");
  const values = mentions
    .filter(
      ({ attribute, value }) =>
        !(hasDrug && ((attribute === "form" && openForms.has(value)) || attribute === "kind")),
    )
    .map(({ attribute, value, drug }) => `${attribute} ${drug ? ingredientsOf(drug.drug).join("+") : value}`);
  let rest = flat.text;
  for (const { from, to } of mentions) rest = blank(rest, from, to);
  const words = (rest.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?/g) ?? []).filter((word) => !empty.has(word));
  return [...new Set(values)].sort().concat(words.sort()).join("|");
}

/** Equal for headings of the same words in another order. */
export const wordsKey = ({ heading }: Issue): string =>
  (heading.treatment.toLowerCase().match(/[a-z]+|\d+(?:\.\d+)?/g) ?? [])
    .filter((word) => !empty.has(word))
    .sort()
    .join(" ");

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + " ".repeat(to - from) + text.slice(to);

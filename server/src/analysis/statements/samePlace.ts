/** Whether two places of a letter may be about the same part of the body. */
import type { FlatRange } from "../../base/sentences.ts";
import { levelsIn } from "../treatment/levels.ts";
import { regionsIn } from "../treatmentAttributes.ts";

const sides = /\b(?:right|left|bilateral|both)\b/gi;
function sidesIn(text: string): readonly string[] {
  const found = (text.match(sides) ?? []).map((side) => side.toLowerCase());
  return found.includes("bilateral") || found.includes("both") ? [] : [...new Set(found)];
}

const limbPatterns = [
  /\b(?:arms?|upper (?:limbs?|extremit(?:y|ies))|hands?|wrists?|elbows?|forearms?|shoulders?|fingers?|thumbs?)\b/i,
  /\b(?:legs?|lower (?:limbs?|extremit(?:y|ies))|knees?|ankles?|foot|feet|hips?|toes?|thighs?)\b/i,
];
const limbsIn = (text: string): readonly RegExp[] => limbPatterns.filter((pattern) => pattern.test(text));

/** The regions that a text names, also by levels: "a fusion at L5-S1" is of the low back. "The spine" may be any of its parts. */
function placesIn(text: string): readonly string[] {
  const regions = [...regionsIn(text)];
  for (const { region } of level.test(text) ? levelsIn(text) : []) regions.push(region);
  if (anySpine.test(text) && !regions.some((region) => spinal.includes(region))) regions.push(...spinal);
  return regions;
}
const level = /\b[CTLS]-?\d/i;
const anySpine = /\b(?:spin(?:e|al)|backs?)\b/i;
const spinal = ["neck", "mid back", "low back"];

/** Whether two texts may be about the same place. One that names none may be about any. */
export function samePlace(a: string, b: string): boolean {
  const [regions, others] = [placesIn(a), placesIn(b)];
  if (regions.length > 0 && others.length > 0 && !regions.some((region) => others.includes(region)))
    return false;
  const [limbs, otherLimbs] = [limbsIn(a), limbsIn(b)];
  if (limbs.length > 0 && otherLimbs.length > 0 && !limbs.some((limb) => otherLimbs.includes(limb)))
    return false;
  const [own, theirs] = [sidesIn(a), sidesIn(b)];
  return own.length === 0 || theirs.length === 0 || own.some((side) => theirs.includes(side));
}

/** Where the clause starts that the text ends with. */
export const clauseStart = (text: string): number =>
  Math.max(
    text.lastIndexOf(","),
    text.lastIndexOf(";"),
    text.lastIndexOf(" and "),
    text.lastIndexOf(" but "),
  ) + 1;

/** The words around a range of a sentence that say where it is: its clause. */
export function clauseAround(sentence: string, { start, end }: FlatRange): string {
  const from = Math.max(clauseStart(sentence.slice(0, start)), start - 80);
  const rest = sentence.slice(end, end + 60);
  const stop = /[,;]| and | but /.exec(rest)?.index ?? rest.length;
  return sentence.slice(from, end + stop);
}

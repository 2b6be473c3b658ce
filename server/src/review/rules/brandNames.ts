/** Finds a brand next to a generic name that isn't its own: "Ultram (hydrocodone)". */
import { drugMentionsIn } from "../../analysis/drugMentions.ts";
import { sameNamedDrug } from "../../analysis/treatment/sameDrug.ts";
import type { DrugMention, Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";

/** A strength and a count may stand between the two names, or follow the second. */
const dose =
  "(?:[\\s,]{0,3}(?:\\d[\\d.,/-]{0,12} ?(?:mg|mcg|g|gm|ml|%)?|#\\d{1,4}|ER|XR|SR|HCL|sodium)){0,3}";
const opens = new RegExp(`^${dose}\\s{0,4}[([]\\s?(?:generic |brand |brand name |aka |i\\.e\\.,? )?$`, "i");
const closes = new RegExp(`^${dose}\\s?(?:tablets?|capsules?|tabs?|caps?)?\\s?[)\\]]`, "i");

export function brandNames(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const mentions = drugMentionsIn(letter, knowledge);
  const found: Finding[] = [];
  for (let at = 0; at + 1 < mentions.length; at++) {
    const [first, second] = [mentions[at], mentions[at + 1]] as [DrugMention, DrugMention];
    if ((first.form === "brand") === (second.form === "brand")) continue;
    if (second.start - first.end > 60 || !opens.test(letter.text.slice(first.end, second.start))) continue;
    if (!closes.test(letter.text.slice(second.end, second.end + 60)) || sameNamedDrug(first, second))
      continue;
    const [brand, generic] = first.form === "brand" ? [first, second] : [second, first];
    const word = (one: DrugMention) => letter.text.slice(one.start, one.end).replace(/\s+/g, " ");
    const message = messageNaming(
      [word(brand), brand.drug.generic, word(generic)],
      (name, is, other) => `${name} is a brand of ${is}, not of ${other}.`,
    );
    const related = [{ start: brand.start, end: brand.end, message: "The brand." }];
    const fix = replacement(`Change to ${brand.drug.generic}`, generic, brand.drug.generic, "alternative");
    found.push(createFinding(generic, message, related, [fix]));
  }
  return found;
}

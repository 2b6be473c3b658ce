/** Checks whether the fixed sentences of guideline parts are about the party of the part. */
import { flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { GuidelinePart, Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

/** A party that cites or decides: groups for the claims administrator's side, and the reviewer's. */
const partySentence =
  /\b(?:(Claims (?:Administrator|Adjuster|Examiner|Adjustor)|Claims Admin|Utilization Review(?:er)?|UR (?:Physician|Reviewer)|Insurance Carrier|Insurer)|((?:Expert|IMR|MAXIMUS|Independent Medical|Professional) Reviewer|MAXIMUS(?: Federal(?: Services)?)?|IMR Physician))(?:'s|’s)? (?:did not (?:cite|base|rely|use|provide|reference)|does not cite|has not cited|cited|cites|based (?:their|its|his\/her|his|her|the)|bases (?:their|its|his|her)|relied|decision (?:is|was) based)\b/gi;

const names = { claims: "Claims Administrator", reviewer: "Expert Reviewer" } as const;
const labels = { claims: "claims administrator", reviewer: "MAXIMUS reviewer" } as const;

/** "The Claims Administrator did not cite …" under the reviewer's guideline, and the reverse. */
export function otherParty(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ claims, reviewer, rationale }) => [
    ...wrongParty(letter, claims),
    // A rationale without its label is parsed as part of the reviewer's guideline.
    ...(rationale ? wrongParty(letter, reviewer) : []),
  ]);
}

/** The sentences of a guideline part that are about the other party. */
export function wrongParty({ text }: Letter, part: GuidelinePart | undefined): readonly Finding[] {
  if (!part) return [];
  const flat = flatten(text, part.body);
  return matchFindings(matchAll(partySentence, flat.text), (m) => {
    const named = m[1] === undefined ? "reviewer" : "claims";
    if (named === part.kind) return [];
    const party = m[1] ?? m[2] ?? "";
    const span = flat.span(m.index, m.index + party.length);
    const right = names[part.kind];
    return [
      createFinding(
        span,
        `This sentence is about the ${labels[named]}, but this is the ${labels[part.kind]}'s guideline.`,
        [{ ...part.label, message: "The label of this part." }],
        [replacement(`Change to “${right}”`, span, right, "confirm")],
      ),
    ];
  });
}

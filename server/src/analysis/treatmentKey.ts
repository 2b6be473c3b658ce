/** The key of a treatment: equal for the same drug under any name, and for the same kind of treatment. */

import { touches } from "../base/span.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { issueAt, letterAt } from "../letter/issueAt.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { requestedIn, treatmentMentions } from "./disputedTreatment.ts";
import { drugMentionAt } from "./drugMentions.ts";

/** The key of a requested treatment, without strength and count: "cyclobenzaprine", "MRI, low back". */
export type Treatment = string;

/** Families of treatments that are different treatments for different body parts. */
const regionalFamilies: ReadonlySet<string> = new Set(["imaging", "injection", "surgery", "equipment"]);

/** The treatments that a heading requests: one, or each of several drugs, or none if it is empty. */
export function treatmentsIn(heading: string, knowledge: Knowledge): readonly Treatment[] {
  const requested = requestedIn(heading, knowledge);
  if (requested.drugs.length > 0) return [...new Set(requested.drugs.map(({ generic }) => generic))];
  if (requested.kinds.length === 0) {
    const plain = heading.toLowerCase().replace(/\s+/g, " ").trim();
    return plain === "" ? [] : [plain];
  }
  const kinds = [...new Set(requested.kinds.map(({ kind }) => kind))].join(" and ");
  const regions = requested.kinds.some(({ family }) => regionalFamilies.has(family)) ? requested.regions : [];
  return [[kinds, ...regions].join(", ")];
}

/**
 * The treatments at `offset`: the drug or the disputed treatment that is mentioned there, or else what the issue around it
 * disputes.
 */
export function treatmentsAt(letter: Letter, knowledge: Knowledge, offset: number): readonly Treatment[] {
  const one = letterAt(letter, offset);
  if (one === undefined) return [];
  const drug = drugMentionAt(one, knowledge, offset)?.drug;
  if (drug) return [drug.generic];
  const ofIssue = (issue: Issue) => treatmentsIn(issue.heading.treatment, knowledge);
  const mention = treatmentMentions(one, knowledge).find((named) => touches(named, offset));
  const issue = mention?.issue ?? issueAt(one, offset);
  return issue ? ofIssue(issue) : [];
}

/** When two headings ask for the same treatment: the same drug under any name, or the same kind of treatment. */

import { touches } from "../base/span.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { issueAt, letterAt } from "../letter/issueAt.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { askedIn, treatmentMentions } from "./disputedTreatment.ts";
import { drugMentionAt } from "./drugMentions.ts";

/** What is asked for, without strengths and counts: "cyclobenzaprine", "MRI, low back". Equal words, same treatment. */
export type Treatment = string;

/** Families of treatments that are another one in another part of the body. */
const ofOnePlace: ReadonlySet<string> = new Set(["imaging", "injection", "surgery", "equipment"]);

/** The treatments that the words of a heading ask for: one, or each drug of several; none of no words. */
export function treatmentsIn(heading: string, knowledge: Knowledge): readonly Treatment[] {
  const asked = askedIn(heading, knowledge);
  if (asked.drugs.length > 0) return [...new Set(asked.drugs.map(({ generic }) => generic))];
  if (asked.kinds.length === 0) {
    const plain = heading.toLowerCase().replace(/\s+/g, " ").trim();
    return plain === "" ? [] : [plain];
  }
  const kinds = [...new Set(asked.kinds.map(({ kind }) => kind))].join(" and ");
  const places = asked.kinds.some(({ family }) => ofOnePlace.has(family)) ? asked.regions : [];
  return [[kinds, ...places].join(", ")];
}

/**
 * The treatments meant at `offset`: the drug that is named there, the treatment of another issue that is named there, or
 * else what the issue around it disputes.
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

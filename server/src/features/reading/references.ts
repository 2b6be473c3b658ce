/** Finds where else a letter names the same drug, treatment, guideline, or topic. */

import { guidelineOf, guidelineParts, guidelineWords, topicsOf } from "../../analysis/citedGuidelines.ts";
import { issueFinder, type TreatmentMention, treatmentMentions } from "../../analysis/disputedTreatment.ts";
import { drugMentionAt, drugMentionsIn, drugMentionsWithin } from "../../analysis/drugMentions.ts";
import type { Span } from "../../base/span.ts";
import { inside, touches } from "../../base/span.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Issue, Letter } from "../../letter/types.ts";

export interface Occurrence extends Span {
  /** Whether it is in the heading of the issue that decides it. */
  readonly decided: boolean;
}

/**
 * The mentions, in the same letter, of the drug at `offset` by any of its names, or of the treatment of a heading. In a
 * heading, any word means the disputed treatment. In the order of the letter. Empty if nothing is named.
 */
export function referencesAt(letter: Letter, knowledge: Knowledge, offset: number): readonly Occurrence[] {
  const one = letterAt(letter, offset);
  if (one === undefined) return [];
  const named = drugOrTreatment(one, knowledge, offset);
  if (named.length > 0) return named;
  const issue = issueAt(one, offset);
  if (issue === undefined || !touches(issue.heading.treatmentSpan, offset)) return [];
  const [drug, ...others] = new Set(
    drugMentionsWithin(one, issue.heading.treatmentSpan, knowledge).map((mention) => mention.drug),
  );
  if (drug === undefined) return ofTreatment(issue, treatmentMentions(one, knowledge));
  return others.length === 0 ? ofDrug(one, drug, knowledge) : [];
}

/**
 * What is highlighted together with the words at `offset`: the same drug or treatment, or the same guideline or topic in
 * the letter's citations. Empty for other words, so editors highlight the same word.
 */
export function highlightsAt(letter: Letter, knowledge: Knowledge, offset: number): readonly Occurrence[] {
  const one = letterAt(letter, offset);
  if (one === undefined) return [];
  const named = drugOrTreatment(one, knowledge, offset);
  return named.length > 0 ? named : citedAlike(one, knowledge, offset);
}

function drugOrTreatment(letter: Letter, knowledge: Knowledge, offset: number): readonly Occurrence[] {
  const drug = drugMentionAt(letter, knowledge, offset)?.drug;
  if (drug) return ofDrug(letter, drug, knowledge);
  const mentions = treatmentMentions(letter, knowledge);
  const mention = mentions.find((one) => touches(one, offset));
  return mention ? ofTreatment(mention.issue, mentions) : [];
}

function ofDrug(letter: Letter, drug: Drug, knowledge: Knowledge): readonly Occurrence[] {
  const enclosing = issueFinder(letter);
  return drugMentionsIn(letter, knowledge)
    .filter((mention) => mention.drug === drug)
    .map(({ start, end }) => {
      const heading = enclosing({ start, end })?.heading;
      return { start, end, decided: heading !== undefined && inside({ start, end }, heading.request) };
    });
}

function ofTreatment(issue: Issue, mentions: readonly TreatmentMention[]): readonly Occurrence[] {
  const named = mentions
    .filter((mention) => mention.issue === issue)
    .map(({ start, end }) => ({ start, end, decided: false }));
  return [{ ...issue.heading.treatmentSpan, decided: true }, ...named].sort((a, b) => a.start - b.start);
}

interface Cited extends Span {
  readonly id: string;
}

function citedAlike(letter: Letter, knowledge: Knowledge, offset: number): readonly Occurrence[] {
  const cited = citedIn(letter, knowledge);
  const id = cited.find((one) => touches(one, offset))?.id;
  return cited.filter((one) => one.id === id).map(({ start, end }) => ({ start, end, decided: false }));
}

/** The known guidelines and topics that the citations of a letter name. */
function citedIn({ text, issues }: Letter, knowledge: Knowledge): readonly Cited[] {
  const citations = issues.flatMap(guidelineParts).flatMap((part) => part.citations);
  return citations.flatMap((citation) => {
    const guideline = guidelineOf(citation, knowledge);
    if (guideline === undefined) return [];
    const words = guidelineWords(text, citation);
    const topics = topicsOf(citation, guideline, knowledge);
    return [
      ...(words ? [{ ...words, id: `guideline ${guideline.id}` }] : []),
      ...topics.map(({ start, end, topic }) => ({ start, end, id: `topic ${topic.id}` })),
    ];
  });
}

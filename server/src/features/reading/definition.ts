/** Finds where a treatment is decided: the heading of its issue. */

import {
  askedFor,
  drugInHeading,
  speaksOfOther,
  treatmentMentions,
} from "../../analysis/disputedTreatment.ts";
import { drugMentionAt } from "../../analysis/drugMentions.ts";
import { requestPhrases } from "../../analysis/request.ts";
import { treatmentAttributesOf } from "../../analysis/treatmentAttributes.ts";
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { touches } from "../../base/span.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Issue, Letter } from "../../letter/types.ts";

export interface Definition {
  /** The words at the offset that name the treatment. */
  readonly origin: Span;
  /** The heading of the issue that decides it. */
  readonly heading: Span;
  /** The treatment's name in that heading. */
  readonly name: Span;
}

/**
 * The heading that decides the treatment named at `offset`: that of the issue around it, or else of the first other
 * issue in the same letter. In a heading, that heading. Undefined if no treatment is named.
 */
export function definitionAt(letter: Letter, knowledge: Knowledge, offset: number): Definition | undefined {
  const one = letterAt(letter, offset);
  if (one === undefined) return undefined;
  const own = issueAt(one, offset);
  if (own && touches(own.heading.request, offset)) return ofHeading(one, own, knowledge, offset);
  return (
    ofDrug(one, own, knowledge, offset) ??
    ofTreatment(one, knowledge, offset) ??
    (own && ofRequest(one, own, knowledge, offset))
  );
}

/** A heading is its own definition: editors then show its references instead. */
function ofHeading(
  letter: Letter,
  { heading }: Issue,
  knowledge: Knowledge,
  offset: number,
): Definition | undefined {
  const name = drugMentionAt(letter, knowledge, offset) ?? heading.treatmentSpan;
  return touches(name, offset) ? { origin: name, heading: heading.span, name } : undefined;
}

/** The issues in the order in which they are searched: the one at the offset first. */
const ownFirst = ({ issues }: Letter, own: Issue | undefined): readonly Issue[] =>
  own === undefined ? issues : [own, ...issues.filter((issue) => issue !== own)];

function ofDrug(
  letter: Letter,
  own: Issue | undefined,
  knowledge: Knowledge,
  offset: number,
): Definition | undefined {
  const origin = drugMentionAt(letter, knowledge, offset);
  if (origin === undefined) return undefined;
  for (const issue of ownFirst(letter, own)) {
    const name =
      drugInHeading(letter, issue, knowledge, (drug) => drug === origin.drug) ??
      // A rationale may mention an ingredient of its drug. Elsewhere, or by brand, that is another drug.
      (issue === own && origin.form === "generic"
        ? drugInHeading(letter, issue, knowledge, (drug) => isPartOf(origin.drug, drug))
        : undefined);
    if (name) return { origin, heading: issue.heading.span, name };
  }
  return undefined;
}

/** Words for a drug's form. */
const form =
  /\b(?:topical|transdermal|buccal|nasal|ophthalmic|intrathecal|injection|patch|gel|cream|oral suspension|solution|er|system)\b|,.*$/gs;

const components = ({ generic }: Drug): readonly string[] =>
  generic.split("/").map((part) => part.replace(form, "").replace(/\s+/g, " ").trim());

/** "Hydrocodone" of hydrocodone/acetaminophen, "tramadol" of tramadol ER. */
function isPartOf(part: Drug, whole: Drug): boolean {
  const all = components(whole);
  return components(part).every((one) => all.includes(one));
}

function ofTreatment(letter: Letter, knowledge: Knowledge, offset: number): Definition | undefined {
  const mention = treatmentMentions(letter, knowledge).find((one) => touches(one, offset));
  if (mention === undefined) return undefined;
  const { issue, ...origin } = mention;
  return { origin, heading: issue.heading.span, name: issue.heading.treatmentSpan };
}

/** "The request", "the requested surgery": that of this issue, or of the first issue that disputes such a treatment. */
function ofRequest(letter: Letter, own: Issue, knowledge: Knowledge, offset: number): Definition | undefined {
  const sentence = own.rationale?.sentences.find((span) => touches(span, offset));
  const origin = sentence && requestPhrases(letter.text, sentence, own).find((span) => touches(span, offset));
  if (origin === undefined) return undefined;
  const mentioned = treatmentAttributesOf(flatten(letter.text, origin).text, knowledge);
  const namesTreatment = mentioned.drugs.length > 0 || mentioned.kinds.length > 0;
  const decides = (issue: Issue): boolean => {
    const requested = askedFor(issue, knowledge);
    const sameDrug = mentioned.drugs.some((drug) => requested.drugs.includes(drug));
    const comparable =
      mentioned.drugs.length > 0 ? sameDrug : mentioned.kinds.length === 0 || requested.kinds.length > 0;
    return comparable && !speaksOfOther(requested, mentioned);
  };
  const issue = (namesTreatment ? ownFirst(letter, own) : [own]).find(decides);
  return issue && { origin, heading: issue.heading.span, name: issue.heading.treatmentSpan };
}

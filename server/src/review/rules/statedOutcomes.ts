/** Compares the decisions with what rationales say of the criteria, of all requests at once, and of a part of a request. */

import { flatten } from "../../base/flatText.ts";
import { assertionIn } from "../../letter/context/scopes.ts";
import { opinionIndex } from "../../letter/context/triggers/opinions.ts";
import { decisions } from "../../letter/standardWording.ts";
import type { DecisionOutcome, Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

/** What the rationale of an issue says of the criteria, and of more than this issue. */
export function statedOutcomes(
  letter: Letter,
  issue: Issue,
  outcome: DecisionOutcome,
  words: string,
): readonly Finding[] {
  const lower = words.toLowerCase();
  const { rationale } = issue;
  const concluded = rationale?.conclusion;
  const contradicted = concluded && (outcome === "upheld") === concluded.necessary;
  return [
    ...(!contradicted && mentionsCriteria.test(lower) ? ofCriteria(letter, issue, outcome) : []),
    ...(letter.issues.length > 1 && /\b(?:both|all|neither|none|each|every)\b/.test(lower)
      ? ofAllIssues(letter, issue)
      : []),
  ];
}

const mentionsCriteria = /criteri|requirement|prerequisite|conditions|indication/;

/** "All criteria for a repeat block are satisfied"; not "criteria for surgery are met only if …". */
const met =
  /\b(?:all|each|every|both|the|these|those|its) (?:one )?(?:of )?(?:the |these |those )?(?:[\w-]+ ){0,3}(?:criteri(?:a|on)|requirements?|prerequisites?|conditions)(?: (?:for|of|in|to|set|named|listed)(?: [\w-]+){1,8}?)? (?:are|is|have(?: all)? been|has been|were) (?:therefore |thus |all |each |both |clearly |fully |now )*(?:met|satisfied|fulfilled)\b|\b(?:meets|satisfies|fulfills|has met|has satisfied) (?:all|each|every one|both)(?: of)?(?: the| these| those)? (?:[\w-]+ ){0,3}(?:criteria|requirements|prerequisites|conditions)\b/i;
const unmet =
  /\b(?:criteri(?:a|on)|requirements?|prerequisites?)(?: (?:for|of|in|to|set|named|listed)(?: [\w-]+){1,8}?)? (?:(?:are|is|have|has|were) (?:therefore |thus |clearly )?(?:not|never)(?: been)?(?: all)? (?:met|satisfied|fulfilled)|(?:are|remain|is) (?:unmet|unsatisfied|unfulfilled))\b|\b(?:does not|do not|doesn't|fails? to) (?:meet|satisfy|fulfill) (?:any of |all of |all )?(?:the |these |those )?(?:[\w-]+ ){0,2}(?:criteria|requirements|prerequisites)\b|\bthere (?:is|are|was) no (?:clear |valid |clinical |medical |good )?indications? for (?:it|this|the request|the requested|the proposed)\b/i;
/** Words after which the sentence, or the next one, says that it isn't so. */
const turns =
  /\b(?:but|however|except|although|though|while|yet|other than|apart from|nevertheless|still|nonetheless|if|unless|when|once|until|would|even)\b/i;

function ofCriteria(letter: Letter, issue: Issue, outcome: DecisionOutcome): readonly Finding[] {
  const { rationale, heading } = issue;
  const sentences = rationale?.sentences ?? [];
  return matchFindings(sentences, (sentence) => {
    if (sentence.start === rationale?.conclusion?.span.start) return [];
    const words = flatten(letter.text, sentence).text;
    const m = (outcome === "upheld" ? met : unmet).exec(words);
    if (!m || turns.test(words) || !isOwn(words, m)) return [];
    const next = sentences[sentences.indexOf(sentence) + 1];
    if (next && turns.test(flatten(letter.text, next).text.slice(0, 60))) return [];
    // "The criteria for surgery are not met" may be why therapy is granted.
    if (outcome === "overturned" && isForOther(m[0], heading.treatment)) return [];
    const says = outcome === "upheld" ? "criteria are met" : "criteria are not met";
    const message = `This says that the ${says}, but the heading says ${decisions[outcome]}.`;
    // Another reason may decide.
    return [{ ...createFinding(sentence, message, decisionOf(issue)), downgraded: true }];
  });
}

function isOwn(words: string, { index, 0: all }: RegExpExecArray): boolean {
  const { certainty, temporality } = assertionIn(words, index, index + all.length, opinionIndex);
  return certainty === "stated" && temporality !== "otherRequest";
}

/** Whether criteria "for surgery" are for something else than the heading requests. */
function isForOther(matched: string, treatment: string): boolean {
  const named =
    /\b(?:criteri(?:a|on)|requirements?|prerequisites?|conditions|indications?) (?:for|of) ([\w -]+?) (?:are|is|have|has|were|remain)\b/i.exec(
      matched,
    )?.[1];
  if (named === undefined) return false;
  const own = treatment.toLowerCase();
  const words = named.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  if (
    words.some((word) =>
      /^(?:request|treatment|procedure|this|that|study|drug|medication|continu)/.test(word),
    )
  )
    return false;
  return words.length > 0 && !words.some((word) => own.includes(word.slice(0, 6)));
}

const decisionOf = ({ heading: { decision } }: Issue) =>
  decision?.outcome ? [{ ...decision.span, message: `The decision: ${decisions[decision.outcome]}.` }] : [];

/** "Both issues are therefore overturned", "none of the requests is medically necessary". */
const joint =
  /\b(both|all|neither|none|each|every one|each one)(?: of)?(?: the| these| those)? ?(?:two |three |four |five |six |seven |eight |\d |disputed |requested |above |other )*(?:requests?|issues?|items?|services?|treatments?|denials?|determinations?|medications?|drugs?|decisions)(?: in dispute| at issue| above| here| of (?:the )?utilization review)? (?:are|is|should be|have been|has been|will be) (?:\w+ ){0,2}?(not )?(?:\w+ ){0,2}?(upheld|overturned|reversed|certified|authorized|approved|granted|denied|non-?certified|affirmed|medically necessary)\b/i;
const favorable = /^(?:overturned|reversed|certified|authorized|approved|granted|medically necessary)$/i;

function ofAllIssues(letter: Letter, issue: Issue): readonly Finding[] {
  return matchFindings(issue.rationale?.sentences ?? [], (sentence) => {
    const words = flatten(letter.text, sentence).text;
    const m = joint.exec(words);
    if (
      !m ||
      !isOwn(words, m) ||
      /\b(?:utilization review|administrator|denied on|prior|previous|if|last)\b.*\b(?:denied|certified|found)\b/i.test(
        words,
      )
    )
      return [];
    const [, quantifier = "", not, verdict = ""] = m;
    if (/^both$/i.test(quantifier) && letter.issues.length !== 2) return [];
    const negated = (not !== undefined) !== /^(?:neither|none)$/i.test(quantifier);
    const says: DecisionOutcome = favorable.test(verdict) !== negated ? "overturned" : "upheld";
    const other = letter.issues.find(
      ({ heading: { decision } }) => decision?.outcome !== undefined && decision.outcome !== says,
    );
    if (!other) return [];
    const message = `This is about ${/^(?:both|neither)$/i.test(quantifier) ? "both" : "all"} issues, but issue ${other.index + 1} is ${decisions[other.heading.decision!.outcome!]}.`;
    return [createFinding(sentence, message, decisionOf(other))];
  });
}

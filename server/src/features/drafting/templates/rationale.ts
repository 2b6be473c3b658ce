/**
 * The outline of a rationale: what the guideline requires, placeholders for what only the reviewer knows, the conclusion.
 * It says nothing about the employee.
 */

import { isWritten } from "../../../analysis/checklist.ts";
import { guidelineOf } from "../../../analysis/citedGuidelines.ts";
import type { Edit } from "../../../base/edits.ts";
import { oneLine } from "../../../base/flatText.ts";
import { plainInSnippet, tabStops, withoutTabStops } from "../../../base/snippet.ts";
import type { Knowledge, Topic } from "../../../knowledge/types.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import { labels, templateForms } from "../../../letter/standardWording.ts";
import type { GuidelinePart, Issue, Letter } from "../../../letter/types.ts";
import { missingPartFixes } from "../../../review/fixes/issueFixes.ts";
import { type Criterion, criterionOf } from "./criterion.ts";
import { gapsOf, issueFrom, lastWord, letterFrom, paragraphGap } from "./insertionPoint.ts";
import { citationPlaceholders } from "./issueBlock.ts";
import { citation, type Known, outline } from "./rationaleWords.ts";
import { authorityFor, citedTopics, disputedDrugs } from "./treatmentTopics.ts";

export interface RationaleOutline {
  /** The treatment in one line; may be empty. */
  readonly treatment: string;
  readonly edit: Edit;
}

/**
 * The outline for the issue at or above `offset`. Undefined if there is no issue or its rationale is written. Also fills in
 * the reviewer's guideline part if that is missing or empty.
 */
export function rationaleOutline(
  letter: Letter,
  offset: number,
  knowledge: Knowledge,
): RationaleOutline | undefined {
  const own = letterFrom(letter, offset);
  const issue = issueFrom(own, offset);
  if (!issue || hasRationale(own, issue)) return undefined;
  const known = whatIsKnown(own, issue, knowledge);
  const edit = editFor(letter, own, issue, known);
  return { treatment: issue.heading.treatment, edit };
}

/** Whether there is a rationale, even if only its label is missing. */
function hasRationale(letter: Letter, issue: Issue): boolean {
  if (issue.rationale) return issue.parts.some((part) => part.kind === "rationale" && isWritten(part));
  return missingPartFixes(letter, issue, "rationale").some(({ applicability }) => applicability === "safe");
}

/** The reviewer's part, if it cites something: placeholders that aren't filled in cite nothing. */
function citedPart({ text }: Letter, { reviewer }: Issue): GuidelinePart | undefined {
  return isWritten(reviewer) && !unfilledCitations.has(oneLine(text, reviewer.body)) ? reviewer : undefined;
}

const unfilledCitations = new Set(
  templateForms.map((form) => withoutTabStops(citationPlaceholders(tabStops(), form))),
);

function whatIsKnown(letter: Letter, issue: Issue, knowledge: Knowledge): Known {
  const drugs = disputedDrugs(issue.heading, knowledge);
  const usual = authorityFor(letter, issue.heading, knowledge);
  const criterionIn = (topics: readonly Topic[]): Criterion | undefined =>
    criterionOf(topics, issue.heading, drugs, letter.generation, decisionDay(letter), knowledge);
  const cited = citedPart(letter, issue);
  if (!cited) {
    const outside = usual !== undefined && usual.guideline.kind !== "mtus";
    return { authority: usual, criterion: criterionIn(usual?.topics ?? []), drugs, outside };
  }
  const { citations } = cited;
  // If the usual guideline is cited only by pages, or as a whole, its usual topics apply.
  const isCited = citations.some((one) => usual && guidelineOf(one, knowledge) === usual.guideline);
  return {
    authority: undefined,
    criterion:
      criterionIn(citedTopics(issue, knowledge)) ?? criterionIn(isCited ? (usual?.topics ?? []) : []),
    drugs,
    outside: citations.length > 0 && citations.every(({ kind }) => kind !== "mtus"),
  };
}

/** One edit for both parts, so that their tab stops are one sequence. */
function editFor(file: Letter, letter: Letter, issue: Issue, known: Known): Edit {
  const { text } = letter;
  const { heading, claims, reviewer, rationale } = issue;
  const isCited = citedPart(letter, issue) !== undefined;
  const stops = tabStops();
  const between = gapsOf(letter).insideIssue;
  const cite = (): string => citation(stops, letter, known);
  const reasons = (): string => outline(stops, heading, known);
  const newRationale = (): string => `${between}${labels.rationale} ${reasons()}`;

  if (!rationale) {
    if (reviewer && !isCited) {
      const [start, end] = [reviewer.label.end, afterSpaces(text, lastWord(text, reviewer.span))];
      return { start, end, text: ` ${cite()}${newRationale()}` };
    }
    const at = lastWord(text, (reviewer ?? claims)?.span ?? heading.span);
    const cited = reviewer ? "" : `${between}${labels.reviewer} ${cite()}`;
    return { start: at, end: at, text: `${cited}${newRationale()}` };
  }
  const { label } = rationale;
  const end = afterSpaces(text, label.end);
  const alone = (): Edit => ({ start: label.end, end, text: ` ${reasons()}` });
  if (isCited) return alone();
  const ownLabel = plainInSnippet(text.slice(label.start, label.end));
  if (!reviewer) {
    const lead = `${labels.reviewer} ${cite()}${between}`;
    return { start: label.start, end, text: `${lead}${ownLabel} ${reasons()}` };
  }
  const start = reviewer.label.end;
  const apart = paragraphGap(text, lastWord(text, reviewer.span), label.start);
  const isClear = file.directives.every(({ span }) => span.end <= start || label.start <= span.start);
  // Not if the edit would replace a line between the two parts.
  if (apart === undefined || !isClear) return alone();
  return { start, end, text: ` ${cite()}${apart}${ownLabel} ${reasons()}` };
}

const afterSpaces = (text: string, start: number): number =>
  start + (/^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0);

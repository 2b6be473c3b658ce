/** The line above each issue: its decision, what it has and lacks, and where its neighbours are. */

import { type ChecklistItem, checklist, isWritten, rationaleElements } from "../../analysis/checklist.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { decisionWord } from "./outline.ts";

export interface IssueLens {
  /** The issue's heading. */
  readonly heading: Span;
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** "Upheld: complete", "No decision: MAXIMUS guideline missing". */
  readonly summary: string;
  /** What the rationale has and lacks; empty where none is written. */
  readonly rationale: readonly ChecklistItem[];
  /** Where the first missing element would go; where nothing is missing, the conclusion. */
  readonly goTo: Span;
  /** The same of the rationale alone. */
  readonly goToInRationale: Span;
  /** The headings of the issues before and after it in the file. */
  readonly previous: Span | undefined;
  readonly next: Span | undefined;
}

/** The lenses of all issues of all letters in the file, in order. */
export function issueLenses(letter: Letter, knowledge: Knowledge): readonly IssueLens[] {
  const issues = lettersIn(letter).flatMap((one) => one.issues.map((issue) => ({ one, issue })));
  return issues.map(({ one, issue }, index) => {
    const elements = checklist(one, issue, knowledge);
    const inside = elements.filter((element) => rationaleElements.includes(element.name));
    return {
      heading: issue.heading.span,
      treatment: issue.heading.treatment,
      summary: `${shortDecision(issue)}: ${state(elements, issue)}`,
      rationale: inside.filter(isTold),
      goTo: placeOf(elements, issue),
      goToInRationale: placeOf(inside, issue),
      previous: issues[index - 1]?.issue.heading.span,
      next: issues[index + 1]?.issue.heading.span,
    };
  });
}

/** A rationale that names the treatment is the rule; only where it does not, that is told. */
const isTold = (element: ChecklistItem): boolean => element.name !== "treatmentNamed" || !element.present;

/** Other words than Upheld and Overturned may stand there, and many. */
const longestDecision = 30;

function shortDecision(issue: Issue): string {
  const word = decisionWord(issue) ?? "No decision";
  return word.length <= longestDecision ? word : `${word.slice(0, longestDecision - 1).trimEnd()}…`;
}

/** What the parts of the issue lack; what its rationale lacks stands in a lens of its own. */
function state(elements: readonly ChecklistItem[], issue: Issue): string {
  const missing = elements.filter((element) => !element.present && element.name !== "decision");
  const parts = missing.filter((element) => !rationaleElements.includes(element.name));
  if (parts.length > 2) return `${parts.length} parts missing`;
  if (parts.length > 0) return `${parts.map((element) => element.words).join(" and ")} missing`;
  if (missing.length > 0) return "rationale incomplete";
  return issue.heading.decision?.outcome === undefined ? "otherwise complete" : "complete";
}

function placeOf(elements: readonly ChecklistItem[], { heading, rationale }: Issue): Span {
  const missing = elements.find((element) => !element.present);
  if (missing) return missing.span;
  return rationale?.conclusion?.span ?? (isWritten(rationale) ? rationale.body : heading.span);
}

/** The code lenses above each issue: its decision, what is missing or found, and links to the issues before and after it. */

import { type ChecklistItem, checklist, isWritten, rationaleElements } from "../../analysis/checklist.ts";
import { shortenToFit } from "../../base/shorten.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { decisionWord } from "./outline.ts";

/** What the code lenses above an issue show, and where they go. */
export interface IssueLens {
  /** The issue's heading. */
  readonly heading: Span;
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** "Upheld: complete", "No decision: MAXIMUS guideline missing", "Upheld: 1 problem". */
  readonly summary: string;
  /** What the rationale has and what is missing. Empty if there is no rationale. */
  readonly rationale: readonly ChecklistItem[];
  /** Where the first missing element belongs or, if nothing is missing, the first problem or the conclusion. */
  readonly goTo: Span;
  /** The headings of the issues before and after it in the file. */
  readonly previous: Span | undefined;
  readonly next: Span | undefined;
}

/** The lenses of all issues of all letters in the file, in order. `found` are the problems that users see in the letter. */
export function issueLenses(
  letter: Letter,
  knowledge: Knowledge,
  found: readonly Span[] = [],
): readonly IssueLens[] {
  const issues = lettersIn(letter).flatMap((one) => one.issues.map((issue) => ({ one, issue })));
  return issues.map(({ one, issue }, index) => {
    const elements = checklist(one, issue, knowledge);
    const inside = elements.filter((element) => rationaleElements.includes(element.name));
    const problems = found.filter(({ start }) => issue.span.start <= start && start <= issue.span.end);
    return {
      heading: issue.heading.span,
      treatment: issue.heading.treatment,
      summary: `${shortDecision(issue)}: ${state(elements, issue, problems.length)}`,
      rationale: inside.filter(isShown),
      goTo: placeOf(elements, problems, issue),
      previous: issues[index - 1]?.issue.heading.span,
      next: issues[index + 1]?.issue.heading.span,
    };
  });
}

/** Nearly all rationales name the treatment, so this is shown only if one doesn't. */
const isShown = (element: ChecklistItem): boolean => element.name !== "treatmentNamed" || !element.present;

/** The decision may be other words than Upheld and Overturned, and long. */
const maxDecisionLength = 30;

function shortDecision(issue: Issue): string {
  const word = decisionWord(issue) ?? "No decision";
  return shortenToFit(word, maxDecisionLength);
}

/** Which parts of the issue are missing, or else how many problems it has. The elements of the rationale have their own lenses. */
function state(elements: readonly ChecklistItem[], issue: Issue, problems: number): string {
  const missing = elements.filter((element) => !element.present && element.name !== "decision");
  const parts = missing.filter((element) => !rationaleElements.includes(element.name));
  if (parts.length > 2) return `${parts.length} parts missing`;
  if (parts.length > 0) return `${parts.map((element) => element.words).join(" and ")} missing`;
  if (missing.length > 0) return "rationale incomplete";
  if (problems > 0) return problems === 1 ? "1 problem" : `${problems} problems`;
  return issue.heading.decision?.outcome === undefined ? "otherwise complete" : "complete";
}

function placeOf(
  elements: readonly ChecklistItem[],
  [problem]: readonly Span[],
  { heading, rationale }: Issue,
): Span {
  const missing = elements.find((element) => !element.present);
  if (missing) return missing.span;
  if (problem) return problem;
  return rationale?.conclusion?.span ?? (isWritten(rationale) ? rationale.body : heading.span);
}

import { type ChecklistItem, checklist } from "../../analysis/checklist.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter, LetterForm } from "../../letter/types.ts";
import { decisionWord } from "./outline.ts";

/** An issue in the Issues view: its decision, and its elements with their spans. */
export interface IssueSummary {
  readonly treatment: string;
  /** "Upheld", "Overturned", or the other words in place of a decision. Undefined if it is missing. */
  readonly decision: string | undefined;
  /** The elements that it has and those that are missing, in the order of the letter. */
  readonly elements: readonly ChecklistItem[];
  readonly span: Span;
  readonly heading: Span;
}

/** The content of the Issues view for one file. */
export interface Overview {
  readonly generation: LetterForm | undefined;
  readonly issues: readonly IssueSummary[];
}

/** The issues of all letters in a file, in order, with the elements that they have and those that are missing. */
export function issueOverview(letter: Letter, knowledge: Knowledge): Overview {
  return {
    generation: letter.generation,
    issues: lettersIn(letter).flatMap((one) => one.issues.map((issue) => summaryOf(one, issue, knowledge))),
  };
}

const summaryOf = (letter: Letter, issue: Issue, knowledge: Knowledge): IssueSummary => ({
  treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
  decision: decisionWord(issue),
  elements: checklist(letter, issue, knowledge),
  span: issue.span,
  heading: issue.heading.span,
});

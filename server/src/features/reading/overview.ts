import { type ChecklistItem, checklist } from "../../analysis/checklist.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter, LetterForm } from "../../letter/types.ts";
import { decisionWord } from "./outline.ts";

/** What a list of issues shows of one. */
export interface IssueSummary {
  readonly treatment: string;
  /** "Upheld", "Overturned", other words that stand there, or undefined where it is missing. */
  readonly decision: string | undefined;
  /** What it has and what it lacks, in the order of the letter. */
  readonly elements: readonly ChecklistItem[];
  readonly span: Span;
  readonly heading: Span;
}

export interface Overview {
  readonly generation: LetterForm | undefined;
  readonly issues: readonly IssueSummary[];
}

/** The issues of all letters in a file, in order, and what each has and lacks. */
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

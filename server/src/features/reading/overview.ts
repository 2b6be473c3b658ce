import { type ChecklistItem, checklist } from "../../analysis/checklist.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import { caseDetails } from "../../letter/standardWording.ts";
import type { FrontMatterField, Issue, Letter, LetterForm } from "../../letter/types.ts";
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

/** A field of the table at the start of a letter. */
export interface CaseDetailSummary {
  /** Without a colon, in the wording of new letters: "Date of Injury". */
  readonly label: string;
  /** Empty if it isn't filled in. */
  readonly value: string;
  /** The value's place. */
  readonly span: Span;
}

/** The content of the Issues view for one file. */
export interface Overview {
  readonly generation: LetterForm | undefined;
  readonly caseDetails: readonly CaseDetailSummary[];
  readonly issues: readonly IssueSummary[];
}

/** The issues of all letters in a file, in order, with the elements that they have and those that are missing. */
export function issueOverview(letter: Letter, knowledge: Knowledge): Overview {
  return {
    generation: letter.generation,
    caseDetails: lettersIn(letter).flatMap(caseDetailsOf),
    issues: lettersIn(letter).flatMap((one) => one.issues.map((issue) => summaryOf(one, issue, knowledge))),
  };
}

const caseDetailsOf = ({ frontMatter }: Letter): readonly CaseDetailSummary[] =>
  (Object.entries(caseDetails) as [FrontMatterField, string][]).flatMap(([field, label]) => {
    const found = frontMatter?.[field];
    return found ? [{ label: label.replace(":", ""), value: found.text, span: found.value }] : [];
  });

const summaryOf = (letter: Letter, issue: Issue, knowledge: Knowledge): IssueSummary => ({
  treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
  decision: decisionWord(issue),
  elements: checklist(letter, issue, knowledge),
  span: issue.span,
  heading: issue.heading.span,
});

/** A sentence by which a rationale states the criterion of a section, as `criteria` writes it. */
import { TextDocument } from "vscode-languageserver-textdocument";
import { oneLine } from "../../base/flatText.ts";
import { decisionWord } from "../../features/reading/outline.ts";
import { caseNumberOf, decisionDayOf } from "../../features/workspace/indexEntry.ts";
import { statedCriteria } from "../../features/workspace/statedCriteria.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { ReadResult } from "../io/readLetter.ts";
import { sourceLocator } from "./reportedFinding.ts";

/** The version of the fields below. It changes with every added, removed, or redefined field. See docs/command-line.md. */
export const criterionVersion = 1;

export interface CriterionRecord {
  readonly caseNumber: string | null;
  /** The ISO date of the decision: "2016-12-05", or "2016-12". */
  readonly decisionDate: string | null;
  /** The 1-based number of the issue in its letter. */
  readonly issue: number;
  readonly treatment: string;
  readonly decision: string | null;
  /** The id of the guideline; null if it isn't known. */
  readonly guideline: string | null;
  /** "Low Back Complaints 2004" */
  readonly edition: string;
  /** "Special Studies"; null if the citation names no section. */
  readonly section: string | null;
  /** In one line. */
  readonly sentence: string;
  /** Where it starts: 1-based, in the text that the file is read as. */
  readonly line: number;
  readonly column: number;
  /** In a PDF or Word file: the page, and the line on it. */
  readonly page: number | null;
  readonly lineOnPage: number | null;
}

type LetterInput = Extract<ReadResult, { readonly kind: "letter" }>;

/** In the order of the letter, one for each sentence and each section whose criterion it states. */
export function criterionRecords(
  { text, letter: file, document: source }: Pick<LetterInput, "text" | "letter" | "document">,
  knowledge: Knowledge,
): readonly CriterionRecord[] {
  const placeOf = sourceLocator(TextDocument.create("", "imr-letter", 0, text), source);
  return statedCriteria(file, knowledge).flatMap(({ letter, issue, section, sentences }) =>
    sentences.map((span) => {
      const { line, column, page = null, lineOnPage = null } = placeOf(span);
      return {
        caseNumber: caseNumberOf(letter),
        decisionDate: decisionDayOf(letter),
        issue: issue.index + 1,
        treatment: issue.heading.treatment,
        decision: decisionWord(issue) ?? null,
        guideline: section.guideline,
        edition: section.editionName,
        section: section.title,
        sentence: oneLine(letter.text, span),
        line,
        column,
        page,
        lineOnPage,
      };
    }),
  );
}

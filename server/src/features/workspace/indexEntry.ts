/** What a file decides, in as few words as an index needs: it outlives the text, and holds none of a rationale. */

import { deepCopy } from "../../base/deepCopy.ts";
import type { Span } from "../../base/span.ts";
import { writtenDay } from "../../letter/isoDate.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Letter } from "../../letter/types.ts";
import { decisionWord } from "../reading/outline.ts";

/** `Place` is how a heading is placed: offsets into the text, or an editor's positions once the text is gone. */
export interface IndexedIssue<Place = Span> {
  /** The disputed treatment in one line; "Issue 2" where the heading names none. */
  readonly treatment: string;
  /** "Upheld", "Overturned", other words that stand there; null where it is missing. */
  readonly decision: string | null;
  readonly heading: Place;
}

export interface IndexedLetter<Place = Span> {
  readonly caseNumber: string | null;
  /** The day of the decision, as far as the letter gives it: "2016-12-05", "2016-12". */
  readonly day: string | null;
  readonly issues: readonly IndexedIssue<Place>[];
}

/** The letters of a file that decide something, in order. */
export function indexEntriesOf(letter: Letter): readonly IndexedLetter[] {
  const letters = lettersIn(letter).filter(({ issues }) => issues.length > 0);
  return deepCopy(letters.map(decided));
}

const decided = ({ frontMatter, issues }: Letter): IndexedLetter => ({
  caseNumber: frontMatter?.caseNumber?.text || null,
  day: frontMatter?.decisionDate?.date ? writtenDay(frontMatter.decisionDate.date) : null,
  issues: issues.map((issue) => ({
    treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
    decision: decisionWord(issue) ?? null,
    // A jump needs a place also where no words are.
    heading:
      issue.heading.span.end > issue.heading.span.start
        ? issue.heading.span
        : { start: issue.span.start, end: issue.span.start },
  })),
});

/** The decisions of a file as an index stores them. Entries outlive the text and contain nothing of a rationale. */

import { deepCopy } from "../../base/deepCopy.ts";
import { oneLine } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { writtenDay } from "../../letter/isoDate.ts";
import { lettersIn } from "../../letter/letters.ts";
import { statesIn } from "../../letter/states.ts";
import type { Letter } from "../../letter/types.ts";
import { type CaseDays, caseDaysOf } from "../../review/caseDays.ts";
import { decisionWord } from "../reading/outline.ts";
import type { StatedSource } from "./citedSections.ts";
import { statedSources } from "./statedCriteria.ts";

/** `Place` is how the heading is located: by offsets into the text, or by an editor's positions once the text is gone. */
export interface IndexedIssue<Place = Span> {
  /** The disputed treatment in one line; "Issue 2" if the heading names none. */
  readonly treatment: string;
  /** "Upheld", "Overturned", or other words in its place; null if it's missing. */
  readonly decision: string | null;
  readonly heading: Place;
  /** The reviewer's citations whose criterion the rationale states. */
  readonly stated: readonly StatedSource[];
}

export interface IndexedLetter<Place = Span> {
  readonly caseNumber: string | null;
  readonly caseNumberAt: Place | null;
  /** The reviewer's specialty in the letter's words, and the states that license the reviewer. */
  readonly specialty: string | null;
  readonly states: readonly string[];
  readonly days: CaseDays;
  /** The ISO date of the decision: "2016-12-05", or "2016-12" if the letter gives no day. */
  readonly day: string | null;
  readonly issues: readonly IndexedIssue<Place>[];
}

/** The letters of a file that have issues, in order. */
export function indexEntriesOf(letter: Letter): readonly IndexedLetter[] {
  const letters = lettersIn(letter).filter(({ issues }) => issues.length > 0);
  return deepCopy(letters.map(entryOf));
}

const entryOf = (letter: Letter): IndexedLetter => ({
  caseNumber: caseNumberOf(letter),
  caseNumberAt: caseNumberOf(letter) === null ? null : (letter.frontMatter?.caseNumber?.value ?? null),
  ...reviewerOf(letter),
  days: caseDaysOf(letter),
  day: decisionDayOf(letter),
  issues: letter.issues.map((issue) => ({
    treatment: issue.heading.treatment || `Issue ${issue.index + 1}`,
    decision: decisionWord(issue) ?? null,
    // Without a heading, a link goes to the start of the issue.
    heading:
      issue.heading.span.end > issue.heading.span.start
        ? issue.heading.span
        : { start: issue.span.start, end: issue.span.start },
    stated: statedSources(issue, letter),
  })),
});

/** The reviewer's credentials: the specialty in one line, and the full names of the states of licensure. */
export function reviewerOf({ text, credentials }: Letter): Pick<IndexedLetter, "specialty" | "states"> {
  const { specialty, licensure } = credentials ?? {};
  return {
    specialty: (specialty && oneLine(text, specialty)) || null,
    states: licensure ? statesIn(oneLine(text, licensure)) : [],
  };
}

/** Null if the letter has none. */
export const caseNumberOf = ({ frontMatter }: Letter): string | null => frontMatter?.caseNumber?.text || null;

/** The ISO date of the decision. */
export const decisionDayOf = ({ frontMatter }: Letter): string | null =>
  frontMatter?.decisionDate?.date ? writtenDay(frontMatter.decisionDate.date) : null;

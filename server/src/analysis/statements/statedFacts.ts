/** The facts that a letter may state more than once, each with all the places that state it. */
import { covers, type Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { statements as quantityStatements } from "../statedQuantities.ts";
import { agesOf } from "./ages.ts";
import { birthDatesOf } from "./birthDates.ts";
import { injuryDateInDetails, injuryDatesOf } from "./injuryDates.ts";
import { reviewDateInDetails, reviewDatesOf } from "./reviewDates.ts";
import { sexesOf } from "./sexes.ts";
import type { Statement } from "./statement.ts";

export interface StatedFact {
  /** As a title: "Date of injury". */
  readonly name: string;
  /** In the order of the letter. Their spans are those of the words that state the value. */
  readonly statements: readonly Statement<unknown>[];
}

/** The fact that the words at the offset state; undefined if they state none. */
export function statedFactAt(letter: Letter, knowledge: Knowledge, offset: number): StatedFact | undefined {
  const isHere = (span: Span): boolean => covers(span, offset);
  for (const { name, read } of facts) {
    const statements = read(letter);
    if (statements.some(isHere)) return { name, statements: inOrder(statements) };
  }
  return quantityAt(letter, knowledge, isHere);
}

const facts: readonly {
  readonly name: string;
  readonly read: (letter: Letter) => readonly Statement<unknown>[];
}[] = [
  { name: "Age", read: agesOf },
  { name: "Sex", read: sexesOf },
  { name: "Date of birth", read: birthDatesOf },
  {
    name: "Date of injury",
    read: (letter) => [...optional(injuryDateInDetails(letter)), ...injuryDatesOf(letter).own],
  },
  {
    name: "Date of the utilization review",
    read: (letter) => [...optional(reviewDateInDetails(letter)), ...reviewDatesOf(letter)],
  },
];

const optional = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

const inOrder = (statements: readonly Statement<unknown>[]): readonly Statement<unknown>[] =>
  [...statements].sort((a, b) => a.start - b.start);

/** A strength or count of a disputed treatment: the places that state the same one. */
function quantityAt(
  letter: Letter,
  knowledge: Knowledge,
  isHere: (span: Span) => boolean,
): StatedFact | undefined {
  const { narrative } = letter.summary ?? {};
  for (const issue of letter.issues) {
    if (!isHere(issue.span) && !(narrative && isHere(narrative))) continue;
    const { all, alike } = quantityStatements(letter, issue, knowledge);
    const here = all.find(isHere);
    const same = here ? alike(here) : [];
    if (!here || same.length === 0) continue;
    const statements = same.map(({ start, end, numbers }) => inIssue(letter, issue, { start, end }, numbers));
    return { name: here.what === "strength" ? "Strength" : "Quantity", statements: inOrder(statements) };
  }
  return undefined;
}

/** A statement of the letter on an issue: in its heading, in one of its parts, or in the summary. */
function inIssue(letter: Letter, issue: Issue, span: Span, value: unknown): Statement<unknown> {
  const isIn = (part: Span | undefined) =>
    part !== undefined && part.start <= span.start && span.end <= part.end;
  const inSummary = isIn(letter.summary?.narrative);
  const part = issue.parts.find((each) => isIn(each.span));
  const place = inSummary ? "summary" : (part?.kind ?? "heading");
  return {
    ...span,
    value,
    place,
    issue: inSummary ? undefined : issue,
    source: inSummary ? "utilizationReview" : "reviewer",
    assertion: plainAssertion,
  };
}

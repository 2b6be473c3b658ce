/** Where among a letter's issues a position is, and which of them lack something. Knows nothing of VS Code. */
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** The issue that the position is in or, between issues, the one above it. */
export function issueAt(issues: readonly IssueOverview[], position: Position): IssueOverview | undefined {
  return issues.findLast((issue) => !isBefore(position, issue.heading.start));
}

/** The first issue whose heading starts after the position. */
export function nextIssue(issues: readonly IssueOverview[], position: Position): IssueOverview | undefined {
  return issues.find((issue) => isBefore(position, issue.heading.start));
}

/** From within an issue its own heading; from a heading the issue before. */
export function previousIssue(
  issues: readonly IssueOverview[],
  position: Position,
): IssueOverview | undefined {
  return issues.findLast((issue) => isBefore(issue.heading.end, position));
}

/** An issue by its number in the letter, from 1. */
export interface NumberedIssue {
  readonly number: number;
  readonly issue: IssueOverview;
}

/** The issues that lack something. */
export const incompleteIssues = (issues: readonly IssueOverview[]): readonly NumberedIssue[] =>
  issues
    .map((issue, index) => ({ number: index + 1, issue }))
    .filter(({ issue }) => issue.missing.length > 0);

const longestName = 80;

/** Words for one line of a list: those of a long request are cut after a word, with an ellipsis. */
export function shorten(words: string, longest = longestName): string {
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest - 1);
  const space = cut.lastIndexOf(" ");
  // A cut through the two halves of one character would leave a box.
  const whole = space > longest / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${whole.replace(/(?<![\s,;:(/-])[\s,;:(/-]+$/, "")}…`;
}

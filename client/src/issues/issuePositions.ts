/** Finds issues by position, and issues that are incomplete. Doesn't depend on VS Code. */
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}

export const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);

/** The issue at the position or, between issues, the one above it. */
export function issueAt(issues: readonly IssueOverview[], position: Position): IssueOverview | undefined {
  return issues.findLast((issue) => !isBefore(position, issue.heading.start));
}

/** The first issue whose heading starts after the position. */
export function nextIssue(issues: readonly IssueOverview[], position: Position): IssueOverview | undefined {
  return issues.find((issue) => isBefore(position, issue.heading.start));
}

/** From within an issue, the issue itself, whose heading is above; from a heading, the issue before. */
export function previousIssue(
  issues: readonly IssueOverview[],
  position: Position,
): IssueOverview | undefined {
  return issues.findLast((issue) => isBefore(issue.heading.end, position));
}

/** An issue with its 1-based number in the letter. */
export interface NumberedIssue {
  readonly number: number;
  readonly issue: IssueOverview;
}

/** The issues that are missing something. */
export const incompleteIssues = (issues: readonly IssueOverview[]): readonly NumberedIssue[] =>
  issues
    .map((issue, index) => ({ number: index + 1, issue }))
    .filter(({ issue }) => issue.missing.length > 0);

const maxNameLength = 80;

/** Truncates text for one line of a list, after a word and with an ellipsis. Lengths are in UTF-16 units. */
export function shorten(words: string, maxLength = maxNameLength): string {
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(" ");
  // Half of a surrogate pair would be shown as a box.
  const whole = space > maxLength / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${whole.replace(/(?<![\s,;:(/-])[\s,;:(/-]+$/, "")}…`;
}

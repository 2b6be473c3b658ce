/** Where among a letter's issues a position is, and how an issue is put in words. Knows nothing of VS Code. */
import type { IssueOverview, LetterOverview } from "../../server/src/protocol/extensions.ts";

interface Position {
  readonly line: number;
  readonly character: number;
}

const isBefore = (a: Position, b: Position): boolean =>
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

/** "IMR: 2 issues" */
export function countIssues(overview: LetterOverview): string {
  const count = overview.issues.length;
  if (count === 0) return "IMR: no issues";
  return count === 1 ? "IMR: 1 issue" : `IMR: ${count} issues`;
}

export const decisionOf = (issue: IssueOverview): string => issue.decision ?? "No decision";

/** "Complete", or "Missing: decision, conclusion" */
export const stateOf = (issue: IssueOverview): string =>
  issue.missing.length === 0 ? "Complete" : `Missing: ${issue.missing.join(", ")}`;

/** The text for issues in the picker, the side bar, and the status bar. */
import * as vscode from "vscode";
import type { IssueOverview, LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { incompleteIssues } from "./issuePositions.ts";

type Issue = Pick<IssueOverview, "decision" | "missing">;

export const decisionOf = ({ decision }: Issue): string => decision ?? vscode.l10n.t("No decision");

/** "Missing: decision, conclusion", "2 problems", or "Complete", which is only what has neither */
export function stateOf({ missing }: Issue, problems: number): string {
  if (missing.length > 0) return vscode.l10n.t("Missing: {0}", missing.join(", "));
  return problems > 0 ? countProblems(problems) : vscode.l10n.t("Complete");
}

export const countProblems = (count: number): string =>
  count === 1 ? vscode.l10n.t("1 problem") : vscode.l10n.t("{0} problems", count);

/** "2 issues" */
export function countIssues({ issues }: LetterOverview): string {
  if (issues.length === 0) return vscode.l10n.t("no issues");
  return issues.length === 1 ? vscode.l10n.t("1 issue") : vscode.l10n.t("{0} issues", issues.length);
}

/** "1 issue is incomplete"; undefined if none is. */
export function countIncomplete({ issues }: LetterOverview): string | undefined {
  const count = incompleteIssues(issues).length;
  if (count === 0) return undefined;
  return count === 1
    ? vscode.l10n.t("1 issue is incomplete")
    : vscode.l10n.t("{0} issues are incomplete", count);
}

/** Why a document has no issues to show. */
export const emptyReason = ({ generation }: LetterOverview): string =>
  // An undefined value can arrive as null.
  generation == null
    ? vscode.l10n.t("This text doesn't look like a determination letter.")
    : vscode.l10n.t("This letter has no issues yet.");

/** "Claims administrator guideline" */
export const capitalized = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

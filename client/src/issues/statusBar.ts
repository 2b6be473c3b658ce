/** The status bar's word on the active letter: how many issues, and how many lack something. A click lists them. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { ActiveLetterTracker } from "./activeLetter.ts";
import { countIssues, decisionOf, emptyReason, stateOf } from "./issueLabels.ts";
import { incompleteIssues, shorten } from "./issuePositions.ts";

/** A tip is no place for a long list. */
const mostIssuesInTip = 25;

export function showStatus(letters: ActiveLetterTracker): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("imr.issues", vscode.StatusBarAlignment.Right, 110);
  item.name = vscode.l10n.t("IMR Issues");
  item.command = commands.goToIssue;

  function show(): void {
    const letter = letters.current;
    // Until the first answer on another letter, the item stays where it is.
    if (letter && letter.overview === undefined) return;
    if (!letter?.overview) {
      item.hide();
      return;
    }
    item.text = textOf(letter.overview);
    item.tooltip = tipOf(letter.overview);
    item.accessibilityInformation = { label: item.text, role: "button" };
    item.show();
  }
  show();
  return vscode.Disposable.from(item, letters.onDidChange(show));
}

/** "IMR: 2 issues, 1 incomplete" */
function textOf(overview: LetterOverview): string {
  const count = countIssues(overview);
  const incomplete = incompleteIssues(overview.issues).length;
  return incomplete === 0
    ? vscode.l10n.t("IMR: {0}", count)
    : vscode.l10n.t("IMR: {0}, {1} incomplete", count, incomplete);
}

/** Plain text: it holds words of the letter. */
function tipOf(overview: LetterOverview): string {
  const { issues } = overview;
  if (issues.length === 0) return emptyReason(overview);
  const lines = issues.slice(0, mostIssuesInTip).flatMap((issue, index) => {
    const line = `${index + 1}. ${shorten(issue.treatment)}: ${decisionOf(issue)}`;
    return issue.missing.length > 0 ? [line, `    ${stateOf(issue)}`] : [line];
  });
  const more = issues.length - mostIssuesInTip;
  return [...lines, ...(more > 0 ? [vscode.l10n.t("and {0} more", more)] : [])].join("\n");
}

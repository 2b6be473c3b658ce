/** The status bar item for the active letter: how many issues it has, and how many are incomplete, or that it isn't checked. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { ActiveLetterTracker } from "./activeLetter.ts";
import { countIssues, decisionOf, emptyReason, stateOf } from "./issueLabels.ts";
import { incompleteIssues, shorten } from "./issuePositions.ts";

/** Longer lists don't fit in a tooltip. */
const maxTooltipIssues = 25;

export function showStatus(letters: ActiveLetterTracker): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("imr.issues", vscode.StatusBarAlignment.Right, 110);
  item.name = vscode.l10n.t("IMR Issues");

  function show(): void {
    const letter = letters.current;
    // The item stays until the first overview of another letter arrives.
    if (letter && letter.overview === undefined) return;
    if (!letter) {
      item.hide();
      return;
    }
    item.command = letter.overview ? commands.goToIssue : commands.restartServer;
    item.backgroundColor = letter.overview
      ? undefined
      : new vscode.ThemeColor("statusBarItem.warningBackground");
    if (!letter.overview) {
      item.text = vscode.l10n.t("IMR: not checked");
      item.tooltip = vscode.l10n.t(
        "This letter isn't checked, because the language server has ended. Select to restart it.",
      );
      item.accessibilityInformation = { label: `${item.text}. ${item.tooltip}`, role: "button" };
      item.show();
      return;
    }
    item.text = textOf(letter.overview);
    item.tooltip = tooltipOf(letter.overview);
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

/** Plain text, not Markdown, because it quotes the letter. */
function tooltipOf(overview: LetterOverview): string {
  const { issues } = overview;
  if (issues.length === 0) return emptyReason(overview);
  const lines = issues.slice(0, maxTooltipIssues).flatMap((issue, index) => {
    const line = `${index + 1}. ${shorten(issue.treatment)}: ${decisionOf(issue)}`;
    return issue.missing.length > 0 ? [line, `    ${stateOf(issue, 0)}`] : [line];
  });
  const more = issues.length - maxTooltipIssues;
  return [...lines, ...(more > 0 ? [vscode.l10n.t("and {0} more", more)] : [])].join("\n");
}

/** The list of a letter's issues. Moving through the list shows each issue in the editor; Escape restores the view. */
import * as vscode from "vscode";
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";
import { escapeItem } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { diagnosticsOf } from "./findings.ts";
import { decisionOf, stateOf } from "./issueLabels.ts";
import { issueAt } from "./issuePositions.ts";
import { problemsOfIssues } from "./issueTree.ts";

interface IssueItem extends vscode.QuickPickItem {
  readonly issue: IssueOverview;
}

/** Asks for an issue; undefined if the user cancels. */
export function pickIssue(
  editor: vscode.TextEditor,
  issues: readonly IssueOverview[],
): Promise<IssueOverview | undefined> {
  const problems = problemsOfIssues(issues, diagnosticsOf(editor.document.uri));
  const items: IssueItem[] = issues.map((issue, index) =>
    escapeItem({
      label: `${index + 1}. ${issue.treatment}`,
      description: decisionOf(issue),
      detail: stateOf(issue, problems[index] ?? 0),
      issue,
    }),
  );
  const current = issueAt(issues, editor.selection.active) ?? issues[0];
  const viewBefore = editor.visibleRanges[0];
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.rangeHighlightBackground"),
    isWholeLine: true,
  });
  const picker = vscode.window.createQuickPick<IssueItem>();
  picker.title = vscode.l10n.t("IMR: Go to Issue");
  picker.placeholder = vscode.l10n.t("Type a treatment, decision, or missing element");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  picker.activeItems = items.filter((item) => item.issue === current);

  return new Promise((resolve) => {
    let picked: IssueOverview | undefined;
    picker.onDidChangeActive(([item]) => {
      if (!item) return;
      const heading = toRange(item.issue.heading);
      editor.setDecorations(mark, [heading]);
      editor.revealRange(heading, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
    picker.onDidAccept(() => {
      picked = picker.activeItems[0]?.issue;
      if (picked) picker.hide();
    });
    picker.onDidHide(() => {
      if (!picked && viewBefore) editor.revealRange(viewBefore, vscode.TextEditorRevealType.AtTop);
      mark.dispose();
      picker.dispose();
      resolve(picked);
    });
    picker.show();
  });
}

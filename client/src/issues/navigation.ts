/** The commands that navigate between issues. */
import * as vscode from "vscode";
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { pickIssue } from "./issuePicker.ts";
import { nextIssue, previousIssue } from "./issuePositions.ts";

/** Registers the three commands. */
export function registerNavigation(client: LetterClient): vscode.Disposable {
  const step = (find: typeof nextIssue, atEnd: string) =>
    withIssues(client, (editor, issues) => {
      const issue = find(issues, editor.selection.active);
      if (issue) goTo(editor, issue);
      else showStatusMessage(atEnd);
    });
  return vscode.Disposable.from(
    vscode.commands.registerCommand(
      commands.nextIssue,
      step(nextIssue, vscode.l10n.t("This is the last issue.")),
    ),
    vscode.commands.registerCommand(
      commands.previousIssue,
      step(previousIssue, vscode.l10n.t("This is the first issue.")),
    ),
    vscode.commands.registerCommand(
      commands.goToIssue,
      withIssues(client, async (editor, issues) => {
        const issue = await pickIssue(editor, issues);
        if (!issue) return;
        goTo(editor, issue);
        // If the picker was opened from the status bar, the focus would stay there.
        await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
      }),
    ),
  );
}

/** Runs `act` with the issues of the active letter; if there are none, shows why in the status bar. */
function withIssues(
  client: LetterClient,
  act: (editor: vscode.TextEditor, issues: readonly IssueOverview[]) => void | Promise<void>,
): () => Promise<void> {
  return async () => {
    const editor = letterEditor();
    if (!editor) return;
    const overview = await client.overview(editor.document.uri);
    if (!overview) return showStatusMessage(vscode.l10n.t("The letter is still being read."));
    if (overview.issues.length === 0)
      return showStatusMessage(vscode.l10n.t("This letter has no issues yet."));
    await act(editor, overview.issues);
  };
}

function goTo(editor: vscode.TextEditor, issue: IssueOverview): void {
  const { start } = toRange(issue.heading);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(toRange(issue.heading), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

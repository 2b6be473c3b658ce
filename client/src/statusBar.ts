/** The status bar's word on the letter in the active editor. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../server/src/protocol/extensions.ts";
import { countIssues, decisionOf, stateOf } from "./issues.ts";
import type { LetterClient } from "./languageClient.ts";
import { commands, languageId } from "./names.ts";

const debounceMilliseconds = 250;

/** Shows the item for letters, and keeps it up to date. */
export function showStatus(client: LetterClient): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("imr.issues", vscode.StatusBarAlignment.Right, 110);
  item.name = "IMR Issues";
  item.command = commands.goToIssue;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  async function refresh(): Promise<void> {
    const mine = ++round;
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== languageId) return item.hide();
    const overview = await client.overview(document.uri);
    // A later round has begun while the server was answering.
    if (mine !== round) return;
    if (!overview) return item.hide();
    item.text = countIssues(overview);
    item.tooltip = describe(overview);
    item.accessibilityInformation = { label: item.text, role: "button" };
    item.show();
  }
  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(refresh, debounceMilliseconds);
  }

  void refresh();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(() => void refresh()),
    vscode.workspace.onDidOpenTextDocument((document) => {
      // The active document's language may have changed.
      if (document === vscode.window.activeTextEditor?.document) void refresh();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) refreshSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

function describe(overview: LetterOverview): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  if (overview.generation === undefined) {
    return text.appendText("This text does not look like a determination letter.");
  }
  if (overview.issues.length === 0) return text.appendText("This letter has no issues.");
  overview.issues.forEach((issue, index) => {
    text.appendMarkdown(`${index + 1}. `).appendText(`${issue.treatment}: ${decisionOf(issue)}`);
    if (issue.missing.length > 0) text.appendMarkdown(" — ").appendText(stateOf(issue).toLowerCase());
    text.appendMarkdown("\n");
  });
  return text;
}

/** The tab that shows a report. Its page is the one that a browser would show, and asks for nothing but to open letters. */
import * as vscode from "vscode";
import { reportViewType } from "../constants.ts";
import { showWarning } from "../util/messages.ts";
import { isObject } from "../util/typeGuards.ts";
import { letterLinks, lineOfFragment } from "./reportLinks.ts";

export interface ReportPanel extends vscode.Disposable {
  show(html: string): void;
  /** The page that is shown, undefined where none is. */
  html(): string | undefined;
}

export function createReportPanel(): ReportPanel {
  let panel: vscode.WebviewPanel | undefined;
  return {
    html: () => panel?.webview.html,
    show(html) {
      const column = panel?.viewColumn ?? vscode.ViewColumn.Active;
      // What the reader looked for in the last one means nothing in this one.
      panel?.dispose();
      const title = vscode.l10n.t("Report on IMR Letters");
      const shown = vscode.window.createWebviewPanel(reportViewType, title, column, {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [],
      });
      const links = letterLinks(html);
      shown.webview.onDidReceiveMessage((message: unknown) => {
        const href = isObject(message) ? message.open : undefined;
        if (typeof href === "string" && links.has(href)) void openLetter(href);
      });
      shown.onDidDispose(() => {
        if (panel === shown) panel = undefined;
      });
      shown.webview.html = html;
      panel = shown;
    },
    dispose: () => panel?.dispose(),
  };
}

/** Opens a letter beside the report, at the line that its address names. */
async function openLetter(href: string): Promise<void> {
  const address = vscode.Uri.parse(href);
  const uri = address.with({ fragment: "" });
  if (!vscode.workspace.getWorkspaceFolder(uri)) return;
  const start = new vscode.Position(lineOfFragment(address.fragment), 0);
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.validatePosition(start);
    const selection = new vscode.Range(at, at);
    const editor = await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: vscode.ViewColumn.Beside,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.AtTop);
  } catch {
    const name = vscode.workspace.asRelativePath(uri);
    void showWarning(vscode.l10n.t("“{0}” could not be opened.", name));
  }
}

/** The tab that shows a report or a check. Its page is the same as in a browser, and can only ask to open letters. */
import * as vscode from "vscode";
import { letterUriFor } from "../documents/letterUri.ts";
import { showWarning } from "../util/messages.ts";
import { isObject } from "../util/typeGuards.ts";
import { letterLinks, lineOfFragment } from "./reportLinks.ts";

export interface ReportPanel extends vscode.Disposable {
  show(html: string): void;
  /** The page that is shown; undefined if there is none. */
  html(): string | undefined;
}

export interface PanelOptions {
  readonly viewType: string;
  readonly title: string;
  readonly column: vscode.ViewColumn;
  /** Whether a letter that the page links to may be opened. */
  readonly mayOpen: (letter: vscode.Uri) => boolean;
}

export function createReportPanel({
  viewType,
  title,
  column: firstColumn,
  mayOpen,
}: PanelOptions): ReportPanel {
  let panel: vscode.WebviewPanel | undefined;
  return {
    html: () => panel?.webview.html,
    show(html) {
      const column = panel?.viewColumn ?? firstColumn;
      // A new panel, because the search and the filters of the last report don't apply to this one.
      panel?.dispose();
      const created = vscode.window.createWebviewPanel(viewType, title, column, {
        enableScripts: true,
        enableFindWidget: true,
        localResourceRoots: [],
      });
      const links = letterLinks(html);
      created.webview.onDidReceiveMessage((message: unknown) => {
        const href = isObject(message) ? message.open : undefined;
        if (typeof href === "string" && links.has(href)) void openLetter(href, mayOpen);
      });
      created.onDidDispose(() => {
        if (panel === created) panel = undefined;
      });
      created.webview.html = html;
      panel = created;
    },
    dispose: () => panel?.dispose(),
  };
}

/** Opens a letter where it is shown, or else next to the page, at the line in the URL's fragment. */
async function openLetter(href: string, mayOpen: PanelOptions["mayOpen"]): Promise<void> {
  const address = vscode.Uri.parse(href);
  const file = address.with({ fragment: "" });
  if (!mayOpen(file)) return;
  const start = new vscode.Position(lineOfFragment(address.fragment), 0);
  try {
    const document = await vscode.workspace.openTextDocument(letterUriFor(file));
    const at = document.validatePosition(start);
    const selection = new vscode.Range(at, at);
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await vscode.window.showTextDocument(document, {
      selection,
      viewColumn: shown?.viewColumn ?? vscode.ViewColumn.Beside,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.AtTop);
  } catch {
    const name = vscode.workspace.asRelativePath(file);
    void showWarning(vscode.l10n.t("“{0}” couldn't be opened.", name));
  }
}

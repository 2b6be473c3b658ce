/** What the commands on all letters of the workspace share. */
import * as vscode from "vscode";
import type { LetterClient } from "../languageClient.ts";
import { showInformation, showProgress } from "../util/messages.ts";

/** Where no folder is open, says that one is needed. */
export function hasFolder(): boolean {
  if (vscode.workspace.workspaceFolders?.length) return true;
  void showInformation(vscode.l10n.t("Open a folder with letters first."));
  return false;
}

/** Where a file about all of them is first offered to go. */
export function inFirstFolder(name: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

/** Shows how far the work has come, and lets the user stop it. */
export const withProgress = <R>(
  title: string,
  work: (follow: Parameters<LetterClient["askLong"]>[1]) => Promise<R>,
): Thenable<R> =>
  showProgress(title, (progress, token) => {
    let shown = 0;
    progress.report({ message: vscode.l10n.t("looking for letters") });
    return work({
      token,
      onReport({ message, percentage }) {
        const increment = percentage === undefined ? undefined : Math.max(0, percentage - shown);
        shown += increment ?? 0;
        progress.report({ message, increment });
      },
    });
  });

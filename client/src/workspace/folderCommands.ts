/** What the commands for all letters in the folder share. */
import * as vscode from "vscode";
import type { ProgressOptions } from "../languageClient.ts";
import { showInformation, showProgress } from "../util/messages.ts";

/** True if a folder is open. Otherwise, shows a message that one is needed. */
export function hasFolder(): boolean {
  if (vscode.workspace.workspaceFolders?.length) return true;
  void showInformation(vscode.l10n.t("Open a folder with letters first."));
  return false;
}

/** The default location of a file about all letters. */
export function inFirstFolder(name: string): vscode.Uri | undefined {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, name);
}

/** Shows the progress of a request in a notification with a Cancel button. */
export const withProgress = <R>(title: string, work: (options: ProgressOptions) => Promise<R>): Thenable<R> =>
  showProgress(title, (progress, token) => {
    let shownPercentage = 0;
    progress.report({ message: vscode.l10n.t("looking for letters") });
    return work({
      token,
      onReport({ message, percentage }) {
        const increment = percentage === undefined ? undefined : Math.max(0, percentage - shownPercentage);
        shownPercentage += increment ?? 0;
        progress.report({ message, increment });
      },
    });
  });

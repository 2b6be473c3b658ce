/**
 * Messages, progress, and list items. VS Code turns `[text](command:…)` into links and `$(name)` into icons there, and
 * file names, letters, and packs can contain either. So all messages go through these functions, which escape them.
 */
import * as vscode from "vscode";

const statusMessageMs = 4000;

/** Escapes a message: a space breaks links and icons, and control characters, which could hide text, become visible. */
export const escapeMessage = (words: string): string =>
  words
    .replace(/[\t\r\n\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd")
    .replace(/[\]$](?=\()/g, "$& ");

/** These three functions resolve to the button that the user selected; undefined if the user selected none. */
export const showInformation = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showInformationMessage(escapeMessage(message), ...buttons);

export const showWarning = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showWarningMessage(escapeMessage(message), ...buttons);

export const showError = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showErrorMessage(escapeMessage(message), ...buttons);

/** Shows a modal question: true if the user selected the button. */
export const askToConfirm = async (
  question: string,
  detail: string | undefined,
  button: string,
): Promise<boolean> => {
  const options = { modal: true, detail: detail && escapeMessage(detail) };
  return (await vscode.window.showWarningMessage(escapeMessage(question), options, button)) === button;
};

/** Shows a message in the status bar for a few seconds. */
export const showStatusMessage = (message: string): void =>
  void vscode.window.setStatusBarMessage(escapeMessage(`IMR: ${message}`), statusMessageMs);

export interface Progress {
  /** `increment` in percent. */
  report(step: { readonly message?: string | undefined; readonly increment?: number | undefined }): void;
}

/** Shows the progress of some work in a notification with a Cancel button. */
export const showProgress = <R>(
  title: string,
  work: (progress: Progress, token: vscode.CancellationToken) => Promise<R>,
): Thenable<R> =>
  vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: escapeMessage(title), cancellable: true },
    (progress, token) =>
      work(
        {
          report: (step) =>
            progress.report({ ...step, message: step.message && escapeMessage(step.message) }),
        },
        token,
      ),
  );

/** Escapes the text of a list item, which may come from anyone. */
export const escapeItem = <T extends vscode.QuickPickItem>(item: T): T => ({
  ...item,
  label: escapeMessage(item.label),
  description: item.description && escapeMessage(item.description),
  detail: item.detail && escapeMessage(item.detail),
});

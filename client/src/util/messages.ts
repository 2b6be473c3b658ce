/**
 * What is said to the user beside the editor. VS Code makes links of `[words](command:…)` and icons of `$(name)` there,
 * and names of files, words of letters and of packs may hold either: so all of it is said here.
 */
import * as vscode from "vscode";

const briefly = 4000;

/** The words as they are to be read: a space breaks what would become a link or an icon, and marks that hide words are shown. */
export const escapeMessage = (words: string): string =>
  words
    .replace(/[\t\r\n\u2028\u2029]/g, " ")
    .replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd")
    .replace(/[\]$](?=\()/g, "$& ");

/** These three resolve to the button that the user chose; undefined where none was. */
export const showInformation = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showInformationMessage(escapeMessage(message), ...buttons);

export const showWarning = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showWarningMessage(escapeMessage(message), ...buttons);

export const showError = (message: string, ...buttons: string[]): Thenable<string | undefined> =>
  vscode.window.showErrorMessage(escapeMessage(message), ...buttons);

/** A question that has to be answered before anything else: true where the user chose the button. */
export const askToConfirm = async (
  question: string,
  detail: string | undefined,
  button: string,
): Promise<boolean> => {
  const options = { modal: true, detail: detail && escapeMessage(detail) };
  return (await vscode.window.showWarningMessage(escapeMessage(question), options, button)) === button;
};

/** A word in the status bar, which goes away by itself. */
export const showStatusMessage = (message: string): void =>
  void vscode.window.setStatusBarMessage(escapeMessage(`IMR: ${message}`), briefly);

export interface Progress {
  /** `increment` in percent. */
  report(step: { readonly message?: string | undefined; readonly increment?: number | undefined }): void;
}

/** Shows how far some work has come, and lets the user stop it. */
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

/** An item of a list, whose words may be anyone's. */
export const escapeItem = <T extends vscode.QuickPickItem>(item: T): T => ({
  ...item,
  label: escapeMessage(item.label),
  description: item.description && escapeMessage(item.description),
  detail: item.detail && escapeMessage(item.detail),
});

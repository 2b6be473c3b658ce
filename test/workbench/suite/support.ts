/** Helpers for the workbench tests, which open letters and wait for conditions. */
import * as vscode from "vscode";
import type { Api } from "../../../client/src/extension.ts";

const extensionId = "imr-letters.imr-letters";

/** Calls `read` repeatedly until `isExpected` accepts the value. */
export async function until<T>(
  what: string,
  read: () => T | Thenable<T>,
  isExpected: (value: T) => boolean = Boolean,
  timeoutMs = 15_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (isExpected(value)) return value;
    if (Date.now() > end)
      throw new Error(`Timed out waiting for ${what}. Last value: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Opens a file of the workspace in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** Opens a letter and waits until the server has read it. */
export async function openLetter(name: string): Promise<vscode.TextEditor> {
  const editor = await open(name);
  const api = await activated();
  await api.ready;
  await until(`the server to read ${name}`, () => api.overview(editor.document.uri));
  return editor;
}

export async function activated(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  if (!extension) throw new Error(`${extensionId} is not installed.`);
  return extension.activate();
}

/** Closes all editors, and discards their changes. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

/** The range of the words in the document: their first occurrence at or after `after`. */
export function rangeOf(document: vscode.TextDocument, words: string, after = ""): vscode.Range {
  const text = document.getText();
  const start = text.indexOf(words, text.indexOf(after));
  if (start < 0) throw new Error(`"${words}" is not in the document.`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

export const positionIn = (document: vscode.TextDocument, words: string, after = ""): vscode.Position =>
  rangeOf(document, words, after).start.translate(0, 1);

/** The rules of the document's problems, such as "issue/missing-decision", in document order. */
export const problemsOf = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter((problem) => problem.source === "imr")
    .sort((a, b) => a.range.start.compareTo(b.range.start))
    .map(({ code }) => String(typeof code === "object" ? code.value : code));

/**
 * The problems of a document that is expected to have none. Waits until the problems of another letter, opened after it,
 * have arrived, so that none are pending.
 */
export async function settledProblemsOf(uri: vscode.Uri): Promise<string[]> {
  const { document } = await openLetter("two-issues.imr.txt");
  await until("the other letter's problems", () => problemsOf(document.uri).length);
  return problemsOf(uri);
}

/** Starts the server in a folder with letters, so that they're indexed and reviewed before the first of them opens. */
import * as vscode from "vscode";
import { countsDocuments } from "../documents/countsDocuments.ts";
import type { LetterClient } from "../languageClient.ts";

/** The file names of letters, from the manifest's patterns. */
const letterPattern = "**/{*.imr,*.imr.txt,CM[0-9][0-9]-[0-9]*.txt}";
const documentPattern = "**/{CM[0-9][0-9]-[0-9]*.pdf,CM[0-9][0-9]-[0-9]*.docx}";

/** Looks for letters when the extension starts, and when the folders or the settings of the workspace change. */
export function activateWithLetters(client: Pick<LetterClient, "start">): vscode.Disposable {
  let isStarted = false;
  async function startIfNeeded(): Promise<void> {
    if (isStarted || !isNeeded() || !(await hasLetters())) return;
    isStarted = true;
    await client.start();
  }
  void startIfNeeded();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(startIfNeeded),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("imr.workspace")) void startIfNeeded();
    }),
  );
}

/** Without an index and a continuous review, letters that aren't open don't need the server. */
function isNeeded(): boolean {
  const settings = vscode.workspace.getConfiguration("imr.workspace");
  return settings.get("index", true) || settings.get("review", false);
}

async function hasLetters(): Promise<boolean> {
  try {
    const patterns = countsDocuments() ? [letterPattern, documentPattern] : [letterPattern];
    for (const pattern of patterns) {
      if ((await vscode.workspace.findFiles(pattern, undefined, 1)).length > 0) return true;
    }
    return false;
  } catch {
    return false;
  }
}

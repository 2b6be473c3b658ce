/** Starts the server in a folder with letters, so that they are found and reviewed before the first of them is opened. */
import * as vscode from "vscode";
import type { LetterClient } from "../languageClient.ts";

/** Files that are letters by their names: what the manifest says, as one pattern. */
const named = "**/{*.imr,*.imr.txt,CM[0-9][0-9]-[0-9]*.txt}";

/** Looks as the extension starts, and when the folders or the settings of the workspace change. */
export function activateWithLetters(client: Pick<LetterClient, "start">): vscode.Disposable {
  let isStarted = false;
  async function look(): Promise<void> {
    if (isStarted || !isWanted() || !(await hasLetters())) return;
    isStarted = true;
    await client.start();
  }
  void look();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(look),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("imr.workspace")) void look();
    }),
  );
}

/** Without an index and a review there is nothing to be done for letters that are not open. */
function isWanted(): boolean {
  const settings = vscode.workspace.getConfiguration("imr.workspace");
  return settings.get("index", true) || settings.get("review", false);
}

async function hasLetters(): Promise<boolean> {
  try {
    return (await vscode.workspace.findFiles(named, undefined, 1)).length > 0;
  } catch {
    return false;
  }
}

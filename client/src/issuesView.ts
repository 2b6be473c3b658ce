/** The side bar's view of the issues in the active letter. */
import * as vscode from "vscode";
import type { LetterClient } from "./languageClient.ts";

export function showIssues(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from();
}

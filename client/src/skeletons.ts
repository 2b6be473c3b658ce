/** The commands that write what is fixed in a letter: a new letter, an issue, the outline of a rationale. */
import * as vscode from "vscode";
import type { LetterClient } from "./languageClient.ts";

export function registerSkeletons(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from();
}

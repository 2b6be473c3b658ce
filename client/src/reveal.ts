/** The commands that hints and lenses call. */
import * as vscode from "vscode";
import type { LetterClient } from "./languageClient.ts";

export function registerReveal(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from();
}

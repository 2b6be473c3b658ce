/** `IMR: Mend Text from a PDF…`: what formatting would change, to look at first. */
import * as vscode from "vscode";
import type { LetterClient } from "./languageClient.ts";

export function registerMending(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from();
}

/** `IMR: Open Sample Letter…`: letters to try things on. */
import * as vscode from "vscode";

export function registerSamples(_extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from();
}

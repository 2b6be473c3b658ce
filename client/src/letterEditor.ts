/** What the commands that work on a letter share: the editor that they work in, and a word where there is none. */

import * as vscode from "vscode";
import { asLabel } from "./asLabel.ts";
import { isShownOnly, languageId } from "./names.ts";

const messageMilliseconds = 4000;

/** The active editor where it holds a letter; where it does not, says that one is needed. */
export function letterEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId && !isShownOnly(editor.document.uri)) return editor;
  say(vscode.l10n.t("Open an IMR letter first"));
  return undefined;
}

/** A word in the status bar, which goes away by itself. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(`IMR: ${asLabel(message)}`, messageMilliseconds);
}

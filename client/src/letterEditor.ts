/** What the commands that work on a letter share: the editor that they work in, and a word where there is none. */

import * as vscode from "vscode";
import { say } from "./messages.ts";
import { isShownOnly, languageId } from "./names.ts";

/** The active editor where it holds a letter; where it does not, says that one is needed. */
export function letterEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId && !isShownOnly(editor.document.uri)) return editor;
  say(vscode.l10n.t("Open an IMR letter first"));
  return undefined;
}

/** What the commands that work on a letter share: the editor that they work in, and a word where there is none. */

import * as vscode from "vscode";
import { isVirtualDocument, languageId } from "../constants.ts";
import { showStatusMessage } from "./messages.ts";

/** The active editor where it holds a letter; where it does not, says that one is needed. */
export function letterEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId && !isVirtualDocument(editor.document.uri)) return editor;
  showStatusMessage(vscode.l10n.t("Open an IMR letter first"));
  return undefined;
}

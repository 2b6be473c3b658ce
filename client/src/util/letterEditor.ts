import * as vscode from "vscode";
import { isVirtualDocument, languageId } from "../constants.ts";
import { showStatusMessage } from "./messages.ts";

/** The active editor if it contains a letter. Otherwise, shows a message that a letter is needed. */
export function letterEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId && !isVirtualDocument(editor.document.uri)) return editor;
  showStatusMessage(vscode.l10n.t("Open an IMR letter first."));
  return undefined;
}

import * as vscode from "vscode";
import { isReadOnly, languageId } from "../constants.ts";
import { showStatusMessage } from "./messages.ts";
import { isOtherVersion } from "./otherVersion.ts";

/** The active editor if it contains a letter. Otherwise, shows a message that a letter is needed. */
export function letterEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === languageId && !isOtherVersion(editor.document.uri)) return editor;
  showStatusMessage(vscode.l10n.t("Open an IMR letter first."));
  return undefined;
}

/** The same if its text can be changed. */
export function writableLetterEditor(): vscode.TextEditor | undefined {
  const editor = letterEditor();
  if (!editor || !isReadOnly(editor.document)) return editor;
  showStatusMessage(vscode.l10n.t("This letter is read-only. Save it as text to change it."));
  return undefined;
}

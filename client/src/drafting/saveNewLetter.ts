/**
 * `IMR: Save New Letter…`, on the keyboard shortcut of *Save*. VS Code proposes the first line of a new letter as its name, which
 * has a colon, and not all systems take that.
 */
import * as vscode from "vscode";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import { writableLetterEditor } from "../util/letterEditor.ts";
import { newLetterFileName } from "../util/letterName.ts";
import { inFirstFolder } from "../workspace/folderCommands.ts";

/**
 * Asks where to save the new letter in the active editor, or writes it to `target`, and goes on there at the same place. The file
 * is suggested in the open folder or else in `home`. If there is neither, VS Code asks.
 */
export async function saveNewLetter(files: Files, home?: vscode.Uri, target?: vscode.Uri): Promise<void> {
  const editor = writableLetterEditor();
  if (!editor) return;
  const { document, viewColumn } = editor;
  const name = newLetterFileName(document.getText());
  const suggested = inFirstFolder(name) ?? (home && vscode.Uri.joinPath(home, name));
  if (!document.isUntitled || !(target ?? suggested)) {
    await vscode.commands.executeCommand("workbench.action.files.save");
    return;
  }
  const file = target ?? (await chooseFile(suggested));
  if (!file) return;
  const { version } = document;
  const isWritten = await writeOrReport(files, file, document.getText());
  // What was typed while it was written would be lost.
  if (!isWritten || document.version !== version) return;
  const { selection } = editor;
  if (vscode.window.activeTextEditor?.document === document)
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  const saved = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(saved, {
    selection,
    preview: false,
    ...(viewColumn && { viewColumn }),
  });
}

const chooseFile = (suggested: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save New Letter"),
    saveLabel: vscode.l10n.t("Save"),
    ...(suggested && { defaultUri: suggested }),
    filters: { [vscode.l10n.t("IMR letter")]: ["txt", "imr"] },
  });

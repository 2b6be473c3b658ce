/** `IMR: Save as Word…` writes a letter as a Word file, in the form of published letters. Loaded with the first of them. */
import * as vscode from "vscode";
import { type PublishedFormResult, publishedFormRequest } from "../../../server/src/protocol/extensions.ts";
import { type StartWriter, writeDocx } from "../../../writer/src/writer.ts";
import { fileOf } from "../documents/letterUri.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { caseDetailsCharacters, wordFileName } from "../util/letterName.ts";
import { showError, showInformation } from "../util/messages.ts";
import { inFirstFolder } from "../workspace/folderCommands.ts";

/** Asks where to save the letter in the active editor, or writes it to `target`. */
export async function saveAsWord(
  client: Pick<LetterClient, "sendRequest" | "identify">,
  files: Files,
  startWriter: StartWriter,
  target?: vscode.Uri,
): Promise<void> {
  const document = letterEditor()?.document;
  if (!document) return;
  const file = target ?? (await chooseFile(document));
  if (!file) return;
  const form = await client.sendRequest<PublishedFormResult>(publishedFormRequest, {
    textDocument: client.identify(document),
  });
  const bytes = form ? await writeDocx(startWriter, form) : null;
  if (!bytes) {
    void showError(vscode.l10n.t("The letter couldn't be saved as Word."));
  } else if (await writeOrReport(files, file, bytes)) {
    void showInformation(vscode.l10n.t("Saved as “{0}”.", vscode.workspace.asRelativePath(file)));
  }
}

const chooseFile = (document: vscode.TextDocument): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save as Word"),
    saveLabel: vscode.l10n.t("Save"),
    defaultUri: besides(document),
    filters: { [vscode.l10n.t("Word file")]: ["docx"] },
  });

/** A file next to the letter, or next to the PDF or Word file that it's read from, or in the folder if it isn't saved yet. */
function besides(document: vscode.TextDocument): vscode.Uri | undefined {
  const uri = fileOf(document.uri);
  const start = document.getText(
    new vscode.Range(new vscode.Position(0, 0), document.positionAt(caseDetailsCharacters)),
  );
  const name = wordFileName(start, uri.path);
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme)
    ? vscode.Uri.joinPath(uri, "..", name)
    : inFirstFolder(name);
}

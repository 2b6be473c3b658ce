/** `IMR: Export Determinations…`: a record for each issue of the workspace, for tables and databases. */
import * as vscode from "vscode";
import {
  type ExportedDeterminations,
  type ExportParams,
  exportDeterminationsRequest,
} from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation, showWarning } from "../util/messages.ts";
import { exportedWords, nothingToExport } from "./exportMessages.ts";
import { hasFolder, inFirstFolder, withProgress } from "./folderCommands.ts";

/** Registers the command. It may be given the file to write to, and asks for it otherwise. */
export const registerExport = (client: Pick<LetterClient, "askLong">, files: Files): vscode.Disposable =>
  vscode.commands.registerCommand(commands.exportDeterminations, async (given: unknown) => {
    if (!hasFolder()) return;
    const file = given instanceof vscode.Uri ? given : await chooseFile();
    if (file) await exportTo(file, client, files);
  });

const chooseFile = (): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export Determinations"),
    saveLabel: vscode.l10n.t("Export"),
    defaultUri: inFirstFolder("determinations.csv"),
    filters: {
      [vscode.l10n.t("Table (CSV)")]: ["csv"],
      [vscode.l10n.t("Records, one a line (NDJSON)")]: ["ndjson", "jsonl"],
    },
  });

async function exportTo(
  file: vscode.Uri,
  client: Pick<LetterClient, "askLong">,
  files: Files,
): Promise<void> {
  const format: ExportParams["format"] = /\.csv$/i.test(file.path) ? "csv" : "ndjson";
  const exported = await withProgress(vscode.l10n.t("Exporting determinations"), (follow) =>
    client.askLong<ExportedDeterminations>(exportDeterminationsRequest, follow, { format }),
  );
  if (!exported) {
    void showWarning(vscode.l10n.t("The determinations could not be exported: see the log of IMR Letters."));
    return;
  }
  const nothing = nothingToExport(exported);
  if (nothing !== undefined) {
    void showInformation(nothing);
    return;
  }
  if (!(await writeOrReport(files, file, exported.text))) return;
  void offerToOpen(file, exportedWords(exported, vscode.workspace.asRelativePath(file)));
}

async function offerToOpen(file: vscode.Uri, words: string): Promise<void> {
  const open = vscode.l10n.t("Open");
  if ((await showInformation(words, open)) === open) {
    await vscode.commands.executeCommand("vscode.open", file);
  }
}

/** `IMR: Export Determinations…` writes a record for each issue in the folder, for spreadsheets and databases. */
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
import { showUnanswered } from "../restartServer.ts";
import { showInformation } from "../util/messages.ts";
import { exportMessage, nothingToExport } from "./exportMessages.ts";
import { hasFolder, inFirstFolder, withProgress } from "./folderCommands.ts";

/** Registers the command. Called with the URI of the file to write, it doesn't ask for it. */
export const registerExport = (
  client: Pick<LetterClient, "sendRequestWithProgress">,
  files: Files,
): vscode.Disposable =>
  vscode.commands.registerCommand(commands.exportDeterminations, async (target: unknown) => {
    if (!hasFolder()) return;
    const file = target instanceof vscode.Uri ? target : await chooseFile();
    if (file) await exportTo(file, client, files);
  });

const chooseFile = (): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export Determinations"),
    saveLabel: vscode.l10n.t("Export"),
    defaultUri: inFirstFolder("determinations.csv"),
    filters: {
      [vscode.l10n.t("CSV (table)")]: ["csv"],
      [vscode.l10n.t("NDJSON (one record per line)")]: ["ndjson", "jsonl"],
    },
  });

async function exportTo(
  file: vscode.Uri,
  client: Pick<LetterClient, "sendRequestWithProgress">,
  files: Files,
): Promise<void> {
  const format: ExportParams["format"] = /\.csv$/i.test(file.path) ? "csv" : "ndjson";
  const exported = await withProgress(vscode.l10n.t("Exporting determinations"), (options) =>
    client.sendRequestWithProgress<ExportedDeterminations>(exportDeterminationsRequest, options, { format }),
  );
  if (!exported) {
    showUnanswered(vscode.l10n.t("The determinations couldn't be exported."));
    return;
  }
  const nothing = nothingToExport(exported);
  if (nothing !== undefined) {
    void showInformation(nothing);
    return;
  }
  if (!(await writeOrReport(files, file, exported.text))) return;
  void offerToOpen(file, exportMessage(exported, vscode.workspace.asRelativePath(file)));
}

async function offerToOpen(file: vscode.Uri, message: string): Promise<void> {
  const open = vscode.l10n.t("Open");
  if ((await showInformation(message, open)) === open) {
    await vscode.commands.executeCommand("vscode.open", file);
  }
}

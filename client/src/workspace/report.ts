/** `IMR: Show Folder Report` shows what all letters in the folder decide and are missing, on one page. */
import * as vscode from "vscode";
import { reportRequest, type WorkspaceReport } from "../../../server/src/protocol/extensions.ts";
import { commands, reportViewType } from "../constants.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import type { LetterClient } from "../languageClient.ts";
import { showUnanswered } from "../restartServer.ts";
import { showInformation, showStatusMessage } from "../util/messages.ts";
import { hasFolder, inFirstFolder, withProgress } from "./folderCommands.ts";
import { createReportPanel } from "./reportPanel.ts";
import { noLettersMessage, unreadableMessages } from "./reviewMessages.ts";

/** Registers the commands that create a report and save it as a file. */
export function registerReport(
  client: Pick<LetterClient, "sendRequestWithProgress">,
  files: Files,
): vscode.Disposable {
  const panel = createReportPanel({
    viewType: reportViewType,
    title: vscode.l10n.t("IMR Letters Report"),
    column: vscode.ViewColumn.Active,
    mayOpen: (file) => vscode.workspace.getWorkspaceFolder(file) !== undefined,
  });
  let isReporting = false;

  async function report(): Promise<void> {
    if (!hasFolder()) return;
    if (isReporting) return showStatusMessage(vscode.l10n.t("Letters are already being read."));
    isReporting = true;
    try {
      const result = await withProgress(vscode.l10n.t("Reading letters"), (options) =>
        client.sendRequestWithProgress<WorkspaceReport>(reportRequest, options),
      );
      if (!result) {
        const message = vscode.l10n.t("The report couldn't be created.");
        showUnanswered(message);
      } else if (result.cancelled) showStatusMessage(vscode.l10n.t("No report was created."));
      else if (result.letters === 0) {
        const message = [noLettersMessage(), ...unreadableMessages(result.unreadable)].join(" ");
        void showInformation(message);
      } else panel.show(result.html);
    } finally {
      isReporting = false;
    }
  }

  /** Called with the URI of the file to write, it doesn't ask for it. */
  async function save(target: unknown): Promise<void> {
    const html = panel.html();
    if (html === undefined) return showStatusMessage(vscode.l10n.t("No report is open."));
    const file = target instanceof vscode.Uri ? target : await chooseFile();
    if (!file) return;
    if (!(await writeOrReport(files, file, html))) return;
    showStatusMessage(vscode.l10n.t("The report was saved as {0}.", vscode.workspace.asRelativePath(file)));
  }

  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(commands.reportOnWorkspace, report),
    vscode.commands.registerCommand(commands.saveReport, save),
  );
}

const chooseFile = (): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save Report"),
    defaultUri: inFirstFolder("report.html"),
    filters: { [vscode.l10n.t("Web page")]: ["html"] },
  });

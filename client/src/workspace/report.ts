/** `IMR: Report on Workspace`: what all letters of the workspace decide and lack, on one page. */
import * as vscode from "vscode";
import { reportRequest, type WorkspaceReport } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation, showStatusMessage, showWarning } from "../util/messages.ts";
import { hasFolder, inFirstFolder, withProgress } from "./folderCommands.ts";
import { createReportPanel } from "./reportPanel.ts";
import { noLettersWords, unreadableWords } from "./reviewMessages.ts";

/** Registers the commands to make a report, and to keep it as a file. */
export function registerReport(client: Pick<LetterClient, "askLong">, files: Files): vscode.Disposable {
  const panel = createReportPanel();
  let isReporting = false;

  async function report(): Promise<void> {
    if (!hasFolder()) return;
    if (isReporting) return showStatusMessage(vscode.l10n.t("The letters are being read already"));
    isReporting = true;
    try {
      const made = await withProgress(vscode.l10n.t("Reading the letters"), (follow) =>
        client.askLong<WorkspaceReport>(reportRequest, follow),
      );
      if (!made) {
        const log = vscode.l10n.t("The report could not be made: see the log of IMR Letters.");
        void showWarning(log);
      } else if (made.cancelled) showStatusMessage(vscode.l10n.t("No report was made"));
      else if (made.letters === 0) {
        const none = [noLettersWords(), ...unreadableWords(made.unreadable)].join(" ");
        void showInformation(none);
      } else panel.show(made.html);
    } finally {
      isReporting = false;
    }
  }

  /** It may be given the file to write to, and asks for it otherwise. */
  async function save(given: unknown): Promise<void> {
    const html = panel.html();
    if (html === undefined) return showStatusMessage(vscode.l10n.t("No report is open"));
    const file = given instanceof vscode.Uri ? given : await chooseFile();
    if (!file) return;
    if (!(await writeOrReport(files, file, html))) return;
    showStatusMessage(vscode.l10n.t("The report was saved as {0}", vscode.workspace.asRelativePath(file)));
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
    filters: { [vscode.l10n.t("Page")]: ["html"] },
  });

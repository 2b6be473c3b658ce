/** `IMR: Report on Workspace`: what all letters of the workspace decide and lack, on one page. */
import * as vscode from "vscode";
import { reportRequest, type WorkspaceReport } from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";
import { say } from "../letterEditor.ts";
import { commands } from "../names.ts";
import { createReportPanel } from "./reportPanel.ts";
import { withProgress } from "./reviewWorkspace.ts";

/** Registers the commands to make a report, and to keep it as a file. */
export function registerReport(client: Pick<LetterClient, "askLong">): vscode.Disposable {
  const panel = createReportPanel();
  let isReporting = false;

  async function report(): Promise<void> {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder with letters first."));
      return;
    }
    if (isReporting) return say(vscode.l10n.t("The letters are being read already"));
    isReporting = true;
    try {
      const made = await withProgress(vscode.l10n.t("Reading the letters"), (follow) =>
        client.askLong<WorkspaceReport>(reportRequest, follow),
      );
      if (!made) {
        const log = vscode.l10n.t("The report could not be made: see the log of IMR Letters.");
        void vscode.window.showWarningMessage(log);
      } else if (made.cancelled) say(vscode.l10n.t("No report was made"));
      else if (made.letters === 0) {
        const none = vscode.l10n.t("No letters were found in this workspace.");
        void vscode.window.showInformationMessage(none);
      } else panel.show(made.html);
    } finally {
      isReporting = false;
    }
  }

  async function save(): Promise<void> {
    const html = panel.html();
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    if (html === undefined || folder === undefined) return say(vscode.l10n.t("No report is open"));
    const target = await vscode.window.showSaveDialog({
      defaultUri: vscode.Uri.joinPath(folder, "report.html"),
      filters: { [vscode.l10n.t("Page")]: ["html"] },
    });
    if (!target) return;
    try {
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(html));
      say(vscode.l10n.t("The report was saved"));
    } catch {
      const name = vscode.workspace.asRelativePath(target);
      void vscode.window.showErrorMessage(vscode.l10n.t("“{0}” could not be written.", name));
    }
  }

  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(commands.reportOnWorkspace, report),
    vscode.commands.registerCommand(commands.saveReport, save),
  );
}

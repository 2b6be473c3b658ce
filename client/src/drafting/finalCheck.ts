/** `IMR: Check Before Sending` shows what was checked in the letter and what is left, on one page. */
import * as vscode from "vscode";
import { type FinalCheckResult, finalCheckRequest } from "../../../server/src/protocol/extensions.ts";
import { commands, finalCheckViewType } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showUnanswered } from "../restartServer.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { createReportPanel } from "../workspace/reportPanel.ts";

export function registerFinalCheck(
  client: Pick<LetterClient, "sendRequest" | "identify">,
): vscode.Disposable {
  let checked: vscode.Uri | undefined;
  const panel = createReportPanel({
    viewType: finalCheckViewType,
    title: vscode.l10n.t("Check Before Sending"),
    column: vscode.ViewColumn.Beside,
    mayOpen: (letter) => letter.toString() === checked?.toString(),
  });

  async function check(): Promise<void> {
    const document = letterEditor()?.document;
    if (!document) return;
    const textDocument = client.identify(document);
    const result = await client.sendRequest<FinalCheckResult | null>(finalCheckRequest, { textDocument });
    if (!result) {
      showUnanswered(vscode.l10n.t("The letter couldn't be checked."));
      return;
    }
    checked = document.uri;
    panel.show(result.html);
  }
  return vscode.Disposable.from(panel, vscode.commands.registerCommand(commands.checkBeforeSending, check));
}

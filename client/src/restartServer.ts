/** `IMR: Restart Server`, and the message that offers it when the server has ended. */
import * as vscode from "vscode";
import { commands } from "./constants.ts";
import type { LetterClient } from "./languageClient.ts";
import { showError, showStatusMessage, showWarning } from "./util/messages.ts";

export function registerRestart(
  client: Pick<LetterClient, "restart" | "onDidStop" | "showLog">,
): vscode.Disposable {
  async function restart(): Promise<void> {
    if (await client.restart()) showStatusMessage(vscode.l10n.t("The server was restarted."));
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.restartServer, restart),
    vscode.commands.registerCommand(commands.showLog, () => client.showLog()),
    client.onDidStop(
      () =>
        void offerRestart(
          showError,
          vscode.l10n.t("The IMR Letters server has ended. Letters are no longer checked."),
        ),
    ),
  );
}

/** Shows a request that the server didn't answer, with what can be done about it. */
export const showUnanswered = (message: string): void => void offerRestart(showWarning, message);

async function offerRestart(show: typeof showWarning, message: string): Promise<void> {
  const restart = vscode.l10n.t("Restart Server");
  const log = vscode.l10n.t("Show Log");
  const answer = await show(message, restart, log);
  if (answer === restart) await vscode.commands.executeCommand(commands.restartServer);
  if (answer === log) await vscode.commands.executeCommand(commands.showLog);
}

/** `IMR: Review Workspace`: all letters of the workspace, open or not, with their problems in VS Code's own list. */
import * as vscode from "vscode";
import {
  clearReviewRequest,
  reviewWorkspaceRequest,
  type WorkspaceReviewSummary,
} from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation, showStatusMessage, showWarning } from "../util/messages.ts";
import { hasFolder, withProgress } from "./folderCommands.ts";
import { reviewedWords } from "./reviewMessages.ts";

type Asking = Pick<LetterClient, "ask" | "askLong">;

/** Registers the commands to review the workspace, and to take the problems of letters that are not open away again. */
export function registerWorkspaceReview(client: Asking): vscode.Disposable {
  const unreadable = createNameList();
  let isReviewing = false;

  async function review(): Promise<void> {
    if (!hasFolder()) return;
    if (isReviewing) return showStatusMessage(vscode.l10n.t("The letters are being reviewed already"));
    isReviewing = true;
    try {
      const reviewed = await withProgress(vscode.l10n.t("Reviewing the letters"), (follow) =>
        client.askLong<WorkspaceReviewSummary>(reviewWorkspaceRequest, follow),
      );
      // What was found is told while the command is done.
      void tell(reviewed);
    } finally {
      isReviewing = false;
    }
  }

  async function tell(reviewed: WorkspaceReviewSummary | undefined): Promise<void> {
    if (!reviewed) {
      const log = vscode.l10n.t("The letters could not be reviewed: see the log of IMR Letters.");
      void showWarning(log);
      return;
    }
    const showProblems = vscode.l10n.t("Show Problems");
    const showList = vscode.l10n.t("Show List");
    const buttons = [
      ...(reviewed.lettersWithProblems > 0 ? [showProblems] : []),
      ...(reviewed.unreadable.length > 0 ? [showList] : []),
    ];
    const answer = await showInformation(reviewedWords(reviewed), ...buttons);
    if (answer === showProblems) await vscode.commands.executeCommand("workbench.actions.view.problems");
    if (answer === showList) unreadable.show(reviewed.unreadable);
  }

  return vscode.Disposable.from(
    unreadable,
    vscode.commands.registerCommand(commands.reviewWorkspace, review),
    vscode.commands.registerCommand(commands.clearWorkspaceReview, async () => {
      await client.ask(clearReviewRequest, {});
    }),
  );
}

interface NameList extends vscode.Disposable {
  show(uris: readonly string[]): void;
}

/** Names of files in an output channel of their own, which is there once it is asked for. */
function createNameList(): NameList {
  let channel: vscode.OutputChannel | undefined;
  return {
    show(uris) {
      channel ??= vscode.window.createOutputChannel("IMR Letters: Unreadable Files");
      const names = uris.map((uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)));
      channel.replace(`${names.join("\n")}\n`);
      channel.show();
    },
    dispose: () => channel?.dispose(),
  };
}

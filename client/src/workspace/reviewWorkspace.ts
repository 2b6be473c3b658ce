/** `IMR: Review All Letters in Folder` lists the problems of all letters, open or not, in VS Code's Problems view. */
import * as vscode from "vscode";
import {
  clearReviewRequest,
  reviewWorkspaceRequest,
  type WorkspaceReviewSummary,
} from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Documents } from "../documents/documents.ts";
import { fileOfAddress } from "../documents/letterUri.ts";
import type { LetterClient } from "../languageClient.ts";
import { showUnanswered } from "../restartServer.ts";
import { showInformation, showStatusMessage } from "../util/messages.ts";
import { hasFolder, withProgress } from "./folderCommands.ts";
import { reviewMessage } from "./reviewMessages.ts";

type Client = Pick<LetterClient, "sendRequest" | "sendRequestWithProgress">;

/** Registers the commands that review all letters, and that clear the problems of letters that aren't open. */
export function registerWorkspaceReview(
  client: Client,
  documents: Pick<Documents, "problemWith">,
): vscode.Disposable {
  const unreadable = createFileList(documents);
  let isReviewing = false;

  async function review(): Promise<void> {
    if (!hasFolder()) return;
    if (isReviewing) return showStatusMessage(vscode.l10n.t("Letters are already being reviewed."));
    isReviewing = true;
    try {
      const reviewed = await withProgress(vscode.l10n.t("Reviewing letters"), (options) =>
        client.sendRequestWithProgress<WorkspaceReviewSummary>(reviewWorkspaceRequest, options),
      );
      // The command ends here. It doesn't wait for the user to close the message.
      void showResult(reviewed);
    } finally {
      isReviewing = false;
    }
  }

  async function showResult(reviewed: WorkspaceReviewSummary | undefined): Promise<void> {
    if (!reviewed) {
      showUnanswered(vscode.l10n.t("The letters couldn't be reviewed."));
      return;
    }
    const showProblems = vscode.l10n.t("Show Problems");
    const showList = vscode.l10n.t("Show List");
    const buttons = [
      ...(reviewed.lettersWithProblems > 0 ? [showProblems] : []),
      ...(reviewed.unreadable.length > 0 ? [showList] : []),
    ];
    const answer = await showInformation(reviewMessage(reviewed), ...buttons);
    if (answer === showProblems) await vscode.commands.executeCommand("workbench.actions.view.problems");
    if (answer === showList) await unreadable.show(reviewed.unreadable);
  }

  return vscode.Disposable.from(
    unreadable,
    vscode.commands.registerCommand(commands.reviewWorkspace, review),
    vscode.commands.registerCommand(commands.clearWorkspaceReview, async () => {
      await client.sendRequest(clearReviewRequest, {});
    }),
  );
}

interface FileList extends vscode.Disposable {
  show(uris: readonly string[]): Promise<void>;
}

/** File names in a separate output channel, which is created when it's first shown. */
function createFileList(documents: Pick<Documents, "problemWith">): FileList {
  let channel: vscode.OutputChannel | undefined;
  return {
    async show(uris) {
      channel ??= vscode.window.createOutputChannel("IMR Letters: Unreadable Files");
      const lines = uris.map(async (uri) => {
        const file = fileOfAddress(uri);
        const problem = await documents.problemWith(file);
        const name = vscode.workspace.asRelativePath(file);
        return problem === undefined ? name : vscode.l10n.t("{0}: {1}", name, problem);
      });
      channel.replace(`${(await Promise.all(lines)).join("\n")}\n`);
      channel.show();
    },
    dispose: () => channel?.dispose(),
  };
}

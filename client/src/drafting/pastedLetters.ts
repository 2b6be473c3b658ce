/** Offers to clean up a letter that was pasted from a PDF viewer or a word processor. */
import * as vscode from "vscode";
import { isReadOnly, languageId, lettersToCleanUpContext } from "../constants.ts";
import { looksLikeLetter } from "../detection/letterSigns.ts";
import { showInformation } from "../util/messages.ts";
import { isOtherVersion } from "../util/otherVersion.ts";
import type { CleanUp } from "./cleanUpText.ts";

/** The document was closed in the meantime. */
const ignore = (): void => {};

export function offerCleanUp(cleanUp: CleanUp): vscode.Disposable {
  /** Untitled documents whose language isn't set yet. VS Code then closes and opens them. */
  const pasted = new Set<string>();
  const offered = new Set<string>();

  function update(uri: vscode.Uri, isOffered: boolean): void {
    const key = uri.toString();
    if (offered.has(key) === isOffered) return;
    if (isOffered) offered.add(key);
    else offered.delete(key);
    void vscode.commands.executeCommand("setContext", lettersToCleanUpContext, [...offered]);
  }

  async function offer(document: vscode.TextDocument): Promise<void> {
    // A file that another program has changed, or that is reverted, isn't dirty. Nor are some untitled documents.
    if (!(await cleanUp.isNeeded(document)) || !(document.isDirty || document.isUntitled)) return;
    update(document.uri, true);
    const now = vscode.l10n.t("Clean Up");
    const preview = vscode.l10n.t("Preview");
    const question = vscode.l10n.t("The pasted letter has the line breaks of its pages. Clean them up?");
    const answer = await showInformation(question, now, preview);
    if (answer === now) await cleanUp.apply(document);
    else if (answer === preview) await cleanUp.preview(document);
  }

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      // Not for changes that are undone or redone.
      if (reason !== undefined || isOtherVersion(document.uri) || isReadOnly(document)) return;
      if (!contentChanges.some(({ text }) => looksLikeLetter(text))) return;
      if (document.languageId === languageId) offer(document).then(undefined, ignore);
      else if (document.isUntitled) pasted.add(document.uri.toString());
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (pasted.delete(document.uri.toString()) && document.languageId === languageId)
        offer(document).then(undefined, ignore);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => update(uri, false)),
    cleanUp.onDidCleanUp((uri) => update(uri, false)),
  );
}

/** `IMR: Import Guideline…` */
import * as vscode from "vscode";
import { kindOfFile } from "../../../reader/src/documentKind.ts";
import type { ReadRequest } from "../../../reader/src/messages.ts";
import type { ReadResult, readDocument, StartReader } from "../../../reader/src/reader.ts";
import { type CopyComparison, compareCopyRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import { showError, showInformation, showProgress } from "../util/messages.ts";
import { chooseGuideline } from "./guidelineChoice.ts";
import { importedMessage, problemMessage } from "./importMessages.ts";
import { replaceCopy, type StoredCopies } from "./storedCopies.ts";

/** Larger files are scanned images, or aren't guidelines. */
const maxFileBytes = 200 * 1024 * 1024;

/** What reads documents. */
export interface GuidelineReader {
  readonly readDocument: typeof readDocument;
  readonly startReader: StartReader;
}

/** Resolves to the guideline's ID after it's stored; undefined if nothing was imported. */
export async function importGuideline(
  client: Pick<LetterClient, "sendRequest">,
  files: Files,
  copies: StoredCopies,
  reader: GuidelineReader,
  given: unknown,
  wanted: unknown,
): Promise<string | undefined> {
  const file = given instanceof vscode.Uri ? given : await pickFile();
  if (!file) return undefined;
  const source = file.path.split("/").at(-1) ?? "";
  const bytes = await readBytes(files, file);
  if (typeof bytes === "string") return reportFailure(source, bytes);
  const answer = await readWithProgress(reader, source, bytes);
  if (answer?.kind === "problem") return reportFailure(source, problemMessage(answer.problem));
  if (answer?.kind !== "done") return undefined;
  const { pages, headings, title } = answer;
  const stored = await copies.current();
  const document = { source, pages, headings, title };
  const choice = await chooseGuideline(client, document, stored, undefined, wanted);
  if (choice === "noAnswer")
    return reportFailure(source, vscode.l10n.t("The language server didn't respond."));
  if (!choice) return undefined;
  const { guideline, own } = choice;
  const copy = { guideline, source, imported: new Date().toISOString().slice(0, 10), pages, headings, own };
  try {
    const undo = await replaceCopy(copies, undefined, copy);
    const compared = await client.sendRequest<CopyComparison>(compareCopyRequest, copy);
    const none = { found: 0, of: 0, confirmed: 0, corrected: 0, own: headings.length };
    void offerToCorrect(importedMessage(choice.name, answer, compared ?? none), guideline, undo);
  } catch {
    return reportFailure(
      source,
      vscode.l10n.t("The file was read but couldn't be stored. Is the disk full?"),
    );
  }
  return guideline;
}

/** Shows what was imported, with buttons that correct a wrong guess or take it back. */
async function offerToCorrect(message: string, guideline: string, undo: () => Promise<void>): Promise<void> {
  const [changeGuideline, takeBack] = [vscode.l10n.t("Change Guideline…"), vscode.l10n.t("Undo")];
  const answer = await showInformation(message, changeGuideline, takeBack);
  if (answer === changeGuideline) await vscode.commands.executeCommand(commands.changeImported, guideline);
  if (answer === takeBack) await undo();
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("IMR: Import Guideline"),
      openLabel: vscode.l10n.t("Import"),
      filters: { [vscode.l10n.t("Guidelines (PDF, Word, or text)")]: ["pdf", "docx", "txt"] },
    })) ?? [];
  return file;
}

/** The file's bytes, or the reason why it can't be read. */
async function readBytes(files: Files, file: vscode.Uri): Promise<Uint8Array | string> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > maxFileBytes)
      return vscode.l10n.t("The file is larger than 200 MB, the limit for guidelines.");
    return await files.read(file, maxFileBytes);
  } catch {
    return vscode.l10n.t("The file couldn't be read.");
  }
}

function reportFailure(source: string, reason: string): undefined {
  const message = vscode.l10n.t("“{0}” wasn't imported. {1}", source, reason);
  void showError(message);
  return undefined;
}

/** Undefined if the user cancels. */
function readWithProgress(
  { readDocument, startReader }: GuidelineReader,
  source: string,
  bytes: Uint8Array,
): Thenable<ReadResult | undefined> {
  const title = vscode.l10n.t("Reading “{0}”", source);
  const request: ReadRequest = { bytes, kind: kindOfFile(source, bytes), as: "guideline" };
  return showProgress(title, (progress, token) =>
    readDocument(startReader, request, {
      onProgress: ({ page, of }) =>
        progress.report({ increment: 100 / of, message: vscode.l10n.t("page {0} of {1}", page, of) }),
      onCancel: (listener) => token.onCancellationRequested(listener),
    }),
  );
}

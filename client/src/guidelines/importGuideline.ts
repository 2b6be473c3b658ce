/** `IMR: Import Guideline…` and the commands that show and remove the user's copies of guidelines. */
import * as vscode from "vscode";
import { maxPages, type ReadPage, type ReadProblem, type ReadRequest } from "../../../reader/src/messages.ts";
import type { ReadResult, readDocument, StartReader } from "../../../reader/src/reader.ts";
import { type GuidelineMatch, identifyCopyRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import { formatDate } from "../util/formatDate.ts";
import { formatNumber } from "../util/formatNumber.ts";
import {
  askToConfirm,
  escapeItem,
  escapeMessage,
  showError,
  showInformation,
  showProgress,
} from "../util/messages.ts";
import type { StoredCopies } from "./storedCopies.ts";

/** Larger files are scanned images, or aren't guidelines. */
const maxFileBytes = 200 * 1024 * 1024;

/** Loads what reads documents. */
type LoadReader = () => Promise<{
  readonly readDocument: typeof readDocument;
  readonly startReader: StartReader;
}>;

export function registerImport(
  client: Pick<LetterClient, "sendRequest">,
  files: Files,
  copies: StoredCopies,
  loadReader: LoadReader,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.importGuideline, (file?: unknown, guideline?: unknown) =>
      importGuideline(client, files, copies, loadReader, file, guideline),
    ),
    registerCommand(commands.showImported, () => showImported(client, copies)),
    registerCommand(commands.removeImported, (guideline?: unknown) =>
      removeImported(client, copies, guideline),
    ),
  );
}

/** Resolves to the guideline's ID after it's stored; undefined if nothing was imported. */
async function importGuideline(
  client: Pick<LetterClient, "sendRequest">,
  files: Files,
  copies: StoredCopies,
  loadReader: LoadReader,
  given: unknown,
  wanted: unknown,
): Promise<string | undefined> {
  const file = given instanceof vscode.Uri ? given : await pickFile();
  if (!file) return undefined;
  const source = file.path.split("/").at(-1) ?? "";
  const bytes = await readBytes(files, file);
  if (typeof bytes === "string") return reportFailure(source, bytes);
  const answer = await readWithProgress(
    await loadReader(),
    source,
    bytes,
    /\.pdf$/i.test(source) ? "pdf" : "text",
  );
  if (answer?.kind === "problem") return reportFailure(source, problemMessage(answer.problem));
  if (answer?.kind !== "done") return undefined;
  const guideline = await chooseGuideline(client, answer.pages, source, wanted);
  if (!guideline) return undefined;
  const imported = new Date().toISOString().slice(0, 10);
  try {
    await copies.save({ guideline: guideline.guideline, source, imported, pages: answer.pages });
  } catch {
    return reportFailure(
      source,
      vscode.l10n.t("The file was read but couldn't be stored. Is the disk full?"),
    );
  }
  void showInformation(importedMessage(guideline, answer.pages.length, answer.unread));
  return guideline.guideline;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("IMR: Import Guideline"),
      openLabel: vscode.l10n.t("Import"),
      filters: { [vscode.l10n.t("Guidelines (PDF or text)")]: ["pdf", "txt"] },
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
  { readDocument, startReader }: Awaited<ReturnType<LoadReader>>,
  source: string,
  bytes: Uint8Array,
  kind: ReadRequest["kind"],
): Thenable<ReadResult | undefined> {
  const title = vscode.l10n.t("Reading “{0}”", source);
  return showProgress(title, (progress, token) =>
    readDocument(
      startReader,
      { bytes, kind, as: "guideline" },
      {
        onProgress: ({ page, of }) =>
          progress.report({ increment: 100 / of, message: vscode.l10n.t("page {0} of {1}", page, of) }),
        onCancel: (listener) => token.onCancellationRequested(listener),
      },
    ),
  );
}

function problemMessage(problem: ReadProblem): string {
  switch (problem) {
    case "notPdf":
    case "notDocx":
    case "oldWord":
      return vscode.l10n.t("The file isn't a PDF, even though its name ends in .pdf.");
    case "locked":
      return vscode.l10n.t(
        "The file is password protected. Save a copy without a password, and import the copy.",
      );
    case "damaged":
      return vscode.l10n.t("The file is damaged or incomplete. Download it again.");
    case "noText":
      return vscode.l10n.t("The PDF contains images, not text. Use the official PDF, which has text.");
    case "tooLong":
      return vscode.l10n.t(
        "The file has more than {0} pages, the limit for guidelines.",
        formatNumber(maxPages.guideline),
      );
    case "empty":
      return vscode.l10n.t("The file has no pages.");
    case "tooMuch":
      return vscode.l10n.t("The file needs more memory than any guideline. It might be malicious.");
    case "tooSlow":
      return vscode.l10n.t("The file takes longer to read than any guideline. It might be malicious.");
  }
}

interface GuidelineItem extends vscode.QuickPickItem {
  readonly match: GuidelineMatch;
}

/** Asks which guideline the document is, with the most likely one first. */
async function chooseGuideline(
  client: Pick<LetterClient, "sendRequest">,
  pages: readonly ReadPage[],
  source: string,
  wanted: unknown,
): Promise<GuidelineMatch | undefined> {
  const all = await client.sendRequest<readonly GuidelineMatch[]>(identifyCopyRequest, { pages });
  if (!all) return reportFailure(source, vscode.l10n.t("The language server didn't respond."));
  const given = all.find(({ guideline }) => guideline === wanted);
  if (given) return given;
  const items = all.map((match, index): GuidelineItem => {
    const isLikely = index === 0 && !isDoubtful(match);
    return escapeItem({
      label: match.name,
      description: isLikely ? vscode.l10n.t("most likely") : undefined,
      detail: topicsFoundMessage(match),
      match,
    });
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: escapeMessage(vscode.l10n.t("Which guideline is “{0}”?", source)),
    placeHolder: vscode.l10n.t("Hovers in letters that cite this guideline will show its text"),
  });
  if (!picked) return undefined;
  return isDoubtful(picked.match) && !(await confirmImport(picked.match, source)) ? undefined : picked.match;
}

/** True if neither the name nor the topics suggest this guideline. */
const isDoubtful = ({ found, of, named }: GuidelineMatch): boolean => !named && (of === 0 || found * 10 < of);

const topicsFoundMessage = ({ found, of }: GuidelineMatch): string | undefined =>
  of === 0 ? undefined : vscode.l10n.t("{0} of {1} known topics found", found, of);

function confirmImport(match: GuidelineMatch, source: string): Promise<boolean> {
  const question = vscode.l10n.t("“{0}” doesn't look like {1}.", source, match.name);
  return askToConfirm(question, topicsFoundMessage(match), vscode.l10n.t("Import Anyway"));
}

function importedMessage(
  { name, found, of }: GuidelineMatch,
  pages: number,
  unread: readonly number[],
): string {
  const imported = vscode.l10n.t(
    "{0}: {1} pages imported, {2} of {3} topics found.",
    name,
    formatNumber(pages),
    found,
    of,
  );
  if (unread.length === 0) return imported;
  return `${imported} ${vscode.l10n.t("These pages couldn't be read: {0}.", unread.join(", "))}`;
}

interface CopyItem extends vscode.QuickPickItem {
  readonly guideline: string;
  readonly name: string;
}

/** Lets the user select one of all copies; undefined if there are none, or the user cancels. */
async function pickCopy(
  client: Pick<LetterClient, "sendRequest">,
  copies: StoredCopies,
  placeHolder: string,
): Promise<CopyItem | undefined> {
  const stored = await copies.current();
  if (stored.length === 0) {
    void showInformation(vscode.l10n.t("No guidelines have been imported yet."));
    return undefined;
  }
  const names = await client.sendRequest<readonly GuidelineMatch[]>(identifyCopyRequest, { pages: [] });
  const items = stored.map(({ guideline, source, imported, pages }): CopyItem => {
    const name = names?.find((one) => one.guideline === guideline)?.name ?? guideline;
    const detail = vscode.l10n.t(
      "{0}, {1} pages, imported {2}",
      source,
      formatNumber(pages.length),
      formatDate(imported),
    );
    return escapeItem({ label: name, detail, guideline, name });
  });
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t("Imported Guidelines"), placeHolder });
}

/** Lists the copies, and opens the one that the user selects. */
async function showImported(client: Pick<LetterClient, "sendRequest">, copies: StoredCopies): Promise<void> {
  const picked = await pickCopy(client, copies, vscode.l10n.t("Select one to see its topics"));
  if (picked) await vscode.commands.executeCommand(commands.findGuideline, picked.name);
}

async function removeImported(
  client: Pick<LetterClient, "sendRequest">,
  copies: StoredCopies,
  wanted: unknown,
): Promise<void> {
  const guideline =
    typeof wanted === "string"
      ? wanted
      : (await pickCopy(client, copies, vscode.l10n.t("Select the guideline to remove")))?.guideline;
  if (guideline === undefined) return;
  try {
    await copies.remove(guideline);
  } catch {
    void showError(vscode.l10n.t("The copy couldn't be removed."));
  }
}

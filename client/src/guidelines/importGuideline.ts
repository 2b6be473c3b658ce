/** `IMR: Import Guideline…` and its like: the user's own copies of guidelines. */
import * as vscode from "vscode";
import { type GuidelineMatch, identifyCopyRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import {
  askToConfirm,
  escapeItem,
  escapeMessage,
  showError,
  showInformation,
  showProgress,
} from "../util/messages.ts";
import { mostPages, type ReadProblem, type ReadRequest } from "./importer/messages.ts";
import type { ReadPage } from "./importer/printedPages.ts";
import { type Read, readDocument, type StartImport } from "./readDocument.ts";
import type { StoredCopies } from "./storedCopies.ts";

/** Larger files are pictures, or no guideline. */
const mostBytes = 200 * 1024 * 1024;

export function registerImport(
  client: Pick<LetterClient, "ask">,
  files: Files,
  copies: StoredCopies,
  startReading: StartImport,
): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.importGuideline, (file?: unknown, guideline?: unknown) =>
      importGuideline(client, files, copies, startReading, file, guideline),
    ),
    registerCommand(commands.showImported, () => showImported(client, copies)),
    registerCommand(commands.removeImported, (guideline?: unknown) =>
      removeImported(client, copies, guideline),
    ),
  );
}

/** Resolves to the guideline's id once it is kept; undefined where nothing was imported. */
async function importGuideline(
  client: Pick<LetterClient, "ask">,
  files: Files,
  copies: StoredCopies,
  startReading: StartImport,
  given: unknown,
  wanted: unknown,
): Promise<string | undefined> {
  const file = given instanceof vscode.Uri ? given : await pickFile();
  if (!file) return undefined;
  const source = file.path.split("/").at(-1) ?? "";
  const bytes = await bytesOf(files, file);
  if (typeof bytes === "string") return refuse(source, bytes);
  const answer = await readWithProgress(startReading, source, bytes, /\.pdf$/i.test(source) ? "pdf" : "text");
  if (answer === undefined) return undefined;
  if (answer.kind === "problem") return refuse(source, problemInWords(answer.problem));
  const guideline = await chooseGuideline(client, answer.pages, source, wanted);
  if (!guideline) return undefined;
  const imported = new Date().toISOString().slice(0, 10);
  try {
    await copies.keep({ guideline: guideline.guideline, source, imported, pages: answer.pages });
  } catch {
    return refuse(source, vscode.l10n.t("It was read, but could not be stored. Is the disk full?"));
  }
  void showInformation(keptInWords(guideline, answer.pages.length, answer.unread));
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

/** The file's bytes, or why it is not read. */
async function bytesOf(files: Files, file: vscode.Uri): Promise<Uint8Array | string> {
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > mostBytes) return vscode.l10n.t("It is larger than 200 MB, which no guideline is.");
    return await files.read(file, mostBytes);
  } catch {
    return vscode.l10n.t("The file could not be read from the disk.");
  }
}

function refuse(source: string, why: string): undefined {
  const message = vscode.l10n.t("“{0}” was not imported. {1}", source, why);
  void showError(message);
  return undefined;
}

/** Undefined where the user turns away. Nothing is kept then. */
function readWithProgress(
  startReading: StartImport,
  source: string,
  bytes: Uint8Array,
  kind: ReadRequest["kind"],
): Thenable<Read | undefined> {
  const title = vscode.l10n.t("Reading “{0}”", source);
  return showProgress(title, (progress, token) =>
    readDocument(
      startReading,
      { bytes, kind },
      {
        onProgress: ({ page, of }) =>
          progress.report({ increment: 100 / of, message: vscode.l10n.t("page {0} of {1}", page, of) }),
        onCancel: (listener) => token.onCancellationRequested(listener),
      },
    ),
  );
}

function problemInWords(problem: ReadProblem): string {
  switch (problem) {
    case "notPdf":
      return vscode.l10n.t("It is not a PDF, whatever its name says.");
    case "locked":
      return vscode.l10n.t("It opens with a password only. Save a copy without one, and import that.");
    case "damaged":
      return vscode.l10n.t("It is damaged or broken off. Download it again, and try once more.");
    case "noText":
      return vscode.l10n.t("It holds pictures of pages and no text. The official PDF has text.");
    case "tooLong":
      return vscode.l10n.t("It has more than {0} pages, which no guideline has.", mostPages);
    case "empty":
      return vscode.l10n.t("It has no pages.");
    case "tooMuch":
      return vscode.l10n.t("It takes more memory than any guideline does. Was it made to do harm?");
    case "tooSlow":
      return vscode.l10n.t("It takes longer to read than any guideline does. Was it made to do harm?");
  }
}

interface GuidelineItem extends vscode.QuickPickItem {
  readonly likeness: GuidelineMatch;
}

/** Which guideline the document is: the likeliest is offered first. */
async function chooseGuideline(
  client: Pick<LetterClient, "ask">,
  pages: readonly ReadPage[],
  source: string,
  wanted: unknown,
): Promise<GuidelineMatch | undefined> {
  const all = await client.ask<readonly GuidelineMatch[]>(identifyCopyRequest, { pages });
  if (!all) return refuse(source, vscode.l10n.t("The server gave no answer."));
  const given = all.find(({ guideline }) => guideline === wanted);
  if (given) return given;
  const items = all.map((likeness, index): GuidelineItem => {
    const isLikely = index === 0 && !isDoubtful(likeness);
    return escapeItem({
      label: likeness.name,
      description: isLikely ? vscode.l10n.t("most likely this one") : undefined,
      detail: foundInWords(likeness),
      likeness,
    });
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: escapeMessage(vscode.l10n.t("Which guideline is “{0}”?", source)),
    placeHolder: vscode.l10n.t("Letters that cite it will show its own words"),
  });
  if (!picked) return undefined;
  return isDoubtful(picked.likeness) && !(await isMeant(picked.likeness, source))
    ? undefined
    : picked.likeness;
}

/** Neither the name nor the topics speak for it. */
const isDoubtful = ({ found, of, named }: GuidelineMatch): boolean => !named && (of === 0 || found * 10 < of);

const foundInWords = ({ found, of }: GuidelineMatch): string | undefined =>
  of === 0 ? undefined : vscode.l10n.t("{0} of the {1} topics that are known were found in it", found, of);

function isMeant(likeness: GuidelineMatch, source: string): Promise<boolean> {
  const question = vscode.l10n.t("“{0}” does not look like {1}.", source, likeness.name);
  return askToConfirm(question, foundInWords(likeness), vscode.l10n.t("Import Anyway"));
}

function keptInWords({ name, found, of }: GuidelineMatch, pages: number, unread: readonly number[]): string {
  const kept = vscode.l10n.t("{0}: {1} pages imported, {2} of {3} topics found.", name, pages, found, of);
  if (unread.length === 0) return kept;
  return `${kept} ${vscode.l10n.t("These pages could not be read: {0}.", unread.join(", "))}`;
}

interface CopyItem extends vscode.QuickPickItem {
  readonly guideline: string;
  readonly name: string;
}

/** All copies in a list; undefined where there is none, or the user turns away. */
async function pickCopy(
  client: Pick<LetterClient, "ask">,
  copies: StoredCopies,
  placeHolder: string,
): Promise<CopyItem | undefined> {
  const kept = await copies.current();
  if (kept.length === 0) {
    void showInformation(vscode.l10n.t("No guideline has been imported yet."));
    return undefined;
  }
  const names = await client.ask<readonly GuidelineMatch[]>(identifyCopyRequest, { pages: [] });
  const items = kept.map(({ guideline, source, imported, pages }): CopyItem => {
    const name = names?.find((one) => one.guideline === guideline)?.name ?? guideline;
    const detail = vscode.l10n.t("{0}, {1} pages, imported {2}", source, pages.length, imported);
    return escapeItem({ label: name, detail, guideline, name });
  });
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t("Imported Guidelines"), placeHolder });
}

/** Shows them, and opens the one that is chosen. */
async function showImported(client: Pick<LetterClient, "ask">, copies: StoredCopies): Promise<void> {
  const picked = await pickCopy(client, copies, vscode.l10n.t("Choose one to find its topics"));
  if (picked) await vscode.commands.executeCommand(commands.findGuideline, picked.name);
}

async function removeImported(
  client: Pick<LetterClient, "ask">,
  copies: StoredCopies,
  wanted: unknown,
): Promise<void> {
  const guideline =
    typeof wanted === "string"
      ? wanted
      : (await pickCopy(client, copies, vscode.l10n.t("Choose the one to remove")))?.guideline;
  if (guideline === undefined) return;
  try {
    await copies.remove(guideline);
  } catch {
    void showError(vscode.l10n.t("The copy could not be removed."));
  }
}

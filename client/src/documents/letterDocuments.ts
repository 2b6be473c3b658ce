/**
 * The letters in PDF and Word files, as read-only documents. Loaded with the first of them, because most people who open a
 * text don't open one: see `documents.ts`.
 */
import * as vscode from "vscode";
import type { StartReader } from "../../../reader/src/reader.ts";
import { letterEditorType } from "../constants.ts";
import { looksLikeLetter } from "../detection/letterSigns.ts";
import type { Files } from "../files/files.ts";
import { writeOrReport } from "../files/writeOrReport.ts";
import {
  showError,
  showInformation,
  showProgress,
  showStatusMessage,
  showWarning,
} from "../util/messages.ts";
import { createConversions, maxDocumentBytes } from "./conversions.ts";
import { countsDocuments } from "./countsDocuments.ts";
import { noticeMessage, problemMessage } from "./documentMessages.ts";
import { fileOf, letterUriOf } from "./letterUri.ts";
import { pageOfOffset } from "./pageOfOffset.ts";
import { showPage } from "./pageStatus.ts";
import { createStoredTexts } from "./storedTexts.ts";
import type { Conversion, DocumentProblem, ShownDocument } from "./types.ts";

const progressDelayMs = 500;

export interface LetterDocumentsParts {
  readonly files: Files;
  readonly startReader: StartReader;
  /** The extension's folder for the workspace; undefined if no folder is open. */
  readonly storage: vscode.Uri | undefined;
  /** Called when the text of a letter may have changed. */
  readonly changed: (letter: vscode.Uri) => void;
}

export interface LetterDocuments extends vscode.Disposable {
  /**
   * The text of a letter's document. If the file can't be read, a sentence that says why; rejects if the letter is open, so
   * that its text stays.
   */
  textOf(letter: vscode.Uri): Promise<string>;
  /** The text of a file of the workspace; null if it can't be read, see `problemWith`. */
  textInWorkspace(file: vscode.Uri, read: () => Promise<Uint8Array>): Promise<string | null>;
  /** Why a file of the workspace couldn't be read the last time, as a sentence. */
  problemWith(file: vscode.Uri): string | undefined;
  /** Opens the letter in a file. If that isn't possible, says why and resolves to the reason. */
  open(file: vscode.Uri, column?: vscode.ViewColumn): Promise<string | undefined>;
  /** Asks where to save the text of an open letter, or writes it to `target`. */
  saveAsText(letter: vscode.Uri, target?: vscode.Uri): Promise<void>;
  /** Opens the file that the letter in the editor is read from. */
  openFile(editor: vscode.TextEditor): Promise<void>;
  /** Deletes the stored texts. */
  removeStored(): Promise<void>;
}

export function createLetterDocuments({
  files,
  startReader,
  storage,
  changed,
}: LetterDocumentsParts): LetterDocuments {
  const stored = storage && createStoredTexts(files, storage);
  const conversions = createConversions(startReader, stored);
  /** Open letters by their URIs. */
  const shown = new Map<string, ShownDocument>();
  /** Texts that were read to open them, until their documents request them. */
  const prepared = new Map<string, Conversion>();
  const problems = new Map<string, DocumentProblem>();
  const page = showPage((letter) => shown.get(letter.toString()));

  const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf("/") + 1);
  const read = (file: vscode.Uri) => () => files.read(file, maxDocumentBytes);

  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => void shown.delete(uri.toString()));

  async function convertToOpen(file: vscode.Uri): Promise<Conversion | undefined> {
    const name = nameOf(file);
    const canceling = new vscode.CancellationTokenSource();
    let report: ((at: { readonly page: number; readonly of: number }) => void) | undefined;
    const converting = conversions.convert(name, read(file), {
      token: canceling.token,
      store: false,
      onProgress: (at) => report?.(at),
    });
    // Most letters are read before anybody could see their progress.
    const timer = setTimeout(() => {
      void showProgress(vscode.l10n.t("Reading “{0}”", name), async (progress, token) => {
        token.onCancellationRequested(() => canceling.cancel());
        report = ({ page, of }) => progress.report({ message: vscode.l10n.t("page {0} of {1}", page, of) });
        await converting;
      });
    }, progressDelayMs);
    try {
      return await converting;
    } finally {
      clearTimeout(timer);
      canceling.dispose();
    }
  }

  return {
    async textOf(letter) {
      const file = fileOf(letter);
      const key = letter.toString();
      const conversion = prepared.get(key) ?? (await convertToOpen(file));
      prepared.delete(key);
      if (conversion?.kind === "letter") {
        const { text, ...document } = conversion.document;
        shown.set(key, document);
        page.update();
        return text;
      }
      const reason = conversion ? problemMessage(conversion.problem) : vscode.l10n.t("Canceled.");
      const message = vscode.l10n.t("“{0}” can't be shown as a letter. {1}", nameOf(file), reason);
      // An open letter keeps the text that it has.
      if (shown.has(key)) throw vscode.FileSystemError.Unavailable(message);
      return message;
    },

    async textInWorkspace(file, readInWorkspace) {
      const conversion = await conversions.convert(nameOf(file), readInWorkspace, {
        store: countsDocuments(),
      });
      if (conversion?.kind === "problem") problems.set(file.toString(), conversion.problem);
      else problems.delete(file.toString());
      return conversion?.kind === "letter" ? conversion.document.text : null;
    },

    problemWith(file) {
      const problem = problems.get(file.toString());
      return problem && problemMessage(problem);
    },

    async open(file, column) {
      const conversion = await convertToOpen(file);
      const name = nameOf(file);
      if (!conversion) return vscode.l10n.t("Canceled.");
      if (conversion.kind === "problem") {
        const reason = problemMessage(conversion.problem);
        void showError(vscode.l10n.t("“{0}” can't be opened as a letter. {1}", name, reason));
        return reason;
      }
      const letter = letterUriOf(file);
      const key = letter.toString();
      prepared.set(key, conversion);
      // If it's open already, its text may be older than the file.
      changed(letter);
      // `openTextDocument` would keep a document that is closed for minutes.
      await vscode.commands.executeCommand("vscode.open", letter, { preview: false, viewColumn: column });
      prepared.delete(key);
      const notices = conversion.document.notices.map(noticeMessage);
      if (!looksLikeLetter(conversion.document.text)) {
        void showWarning(
          [vscode.l10n.t("“{0}” doesn't look like an IMR letter.", name), ...notices].join(" "),
        );
      } else if (notices.length > 0) void showInformation([`“${name}”:`, ...notices].join(" "));
      return undefined;
    },

    async saveAsText(letter, target) {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === letter.toString());
      if (!document) return;
      const file = fileOf(letter);
      const suggested = file.with({ path: file.path.replace(/\.\w+$/, ".txt") });
      const to = target ?? (await chooseFile(suggested));
      if (!to || !(await writeOrReport(files, to, document.getText()))) return;
      await vscode.commands.executeCommand("vscode.open", to, { preview: false });
    },

    async openFile({ document, selection }) {
      const file = fileOf(document.uri);
      const { kind, pages } = shown.get(document.uri.toString()) ?? { kind: "docx", pages: [0] };
      const viewer = viewerFor(file);
      if (kind !== "pdf") return openInEditor(file, viewer, "");
      const at = pageOfOffset(pages, document.offsetAt(selection.active));
      const place = pages.length > 1 ? vscode.l10n.t("Page {0} of {1}", at, pages.length) : "";
      if (place !== "") showStatusMessage(place);
      await openInEditor(file.with({ fragment: `page=${at}` }), viewer, place);
    },

    removeStored: () => stored?.removeAll() ?? Promise.resolve(),

    dispose() {
      closing.dispose();
      page.dispose();
      conversions.dispose();
    },
  };
}

/**
 * Opens a file in the user's viewer for it, or in the program for it. Without either, VS Code would show its bytes, so the
 * user is told that, and `place`.
 */
async function openInEditor(file: vscode.Uri, viewer: string | undefined, place: string): Promise<void> {
  const isLocal =
    file.scheme === "file" && vscode.env.uiKind === vscode.UIKind.Desktop && !vscode.env.remoteName;
  if (viewer === undefined && isLocal) {
    await vscode.env.openExternal(file);
    return;
  }
  if (viewer === undefined) {
    const needed = vscode.l10n.t("To see this file here, install an extension that shows such files.");
    const anyway = vscode.l10n.t("Open Anyway");
    const message = place === "" ? needed : `${place}. ${needed}`;
    if ((await showInformation(message, anyway)) !== anyway) return;
  }
  const beside = { viewColumn: vscode.ViewColumn.Beside };
  // The user may have chosen to open these files as letters.
  const associations = vscode.workspace
    .getConfiguration("workbench")
    .get<Readonly<Record<string, string>>>("editorAssociations", {});
  if (!Object.values(associations).includes(letterEditorType))
    await vscode.commands.executeCommand("vscode.open", file, beside);
  else await vscode.commands.executeCommand("vscode.openWith", file, viewer ?? "default", beside);
}

/** The view type of the first editor of another extension for files with this extension. */
function viewerFor({ path }: vscode.Uri): string | undefined {
  const ending = path.slice(path.lastIndexOf(".")).toLowerCase();
  return vscode.extensions.all
    .filter(({ id }) => id !== "imr-letters.imr-letters")
    .flatMap(({ packageJSON }) => editorsIn(packageJSON))
    .find(({ patterns }) => patterns.some((pattern) => pattern.toLowerCase().endsWith(ending)))?.viewType;
}

/** The custom editors that an extension's manifest contributes. */
function editorsIn(manifest: unknown): readonly { viewType: string; patterns: readonly string[] }[] {
  const { contributes } = (manifest ?? {}) as { contributes?: { customEditors?: unknown } };
  const editors = Array.isArray(contributes?.customEditors) ? contributes.customEditors : [];
  return editors.flatMap((editor) => {
    const { viewType, selector } = (editor ?? {}) as { viewType?: unknown; selector?: unknown };
    if (typeof viewType !== "string" || !Array.isArray(selector)) return [];
    const patterns = selector.map((one) => String(one?.filenamePattern ?? ""));
    return [{ viewType, patterns }];
  });
}

const chooseFile = (suggested: vscode.Uri): Thenable<vscode.Uri | undefined> =>
  vscode.window.showSaveDialog({
    title: vscode.l10n.t("Save as Text"),
    defaultUri: suggested,
    filters: { [vscode.l10n.t("IMR letter")]: ["txt", "imr"] },
  });

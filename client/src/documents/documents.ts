/**
 * PDF and Word files as letters: a letter is a read-only file of text with a URI of its own, so everything works as in a
 * text. The code that reads them is loaded with the first one.
 */
import * as vscode from "vscode";
import type { StartReader } from "../../../reader/src/reader.ts";
import { documentScheme } from "../../../server/src/protocol/extensions.ts";
import { commands, letterEditorType } from "../constants.ts";
import type { Files } from "../files/files.ts";
import { showStatusMessage } from "../util/messages.ts";
import { countsDocuments } from "./countsDocuments.ts";
import type { LetterDocuments, LetterDocumentsParts } from "./letterDocuments.ts";
import { createLetterFileSystem } from "./letterFileSystem.ts";
import { isDocument } from "./letterUri.ts";

/** Loads what reads documents. */
export type LoadDocuments = () => Promise<{
  readonly createLetterDocuments: (parts: LetterDocumentsParts) => LetterDocuments;
  readonly startReader: StartReader;
}>;

export interface Documents extends vscode.Disposable, Pick<LetterDocuments, "textInWorkspace"> {
  problemWith(file: vscode.Uri): Promise<string | undefined>;
}

export function registerDocuments(
  files: Files,
  load: LoadDocuments,
  storage: vscode.Uri | undefined,
): Documents {
  const letters = createLetterFileSystem(async (letter) => (await documents()).textOf(letter));
  let loading: Promise<LetterDocuments> | undefined;
  const documents = (): Promise<LetterDocuments> => {
    loading ??= load().then(({ createLetterDocuments, startReader }) =>
      createLetterDocuments({ files, startReader, storage, changed: letters.changed }),
    );
    return loading;
  };

  /** Without a file, opens that of the active tab, or asks for one. The explorer passes all files that are selected. */
  async function openAsLetter(given: unknown, selected: unknown): Promise<void> {
    const uris = (Array.isArray(selected) ? selected : [given]).filter((uri) => uri instanceof vscode.Uri);
    const active = activeFile();
    const opened = uris.length > 0 ? uris : active ? [active] : await pickFiles();
    for (const uri of opened) await (await documents()).open(uri);
  }

  async function saveAsText(given: unknown, target: unknown): Promise<void> {
    const letter = letterIn(given);
    if (letter)
      await (await documents()).saveAsText(letter, target instanceof vscode.Uri ? target : undefined);
    else showStatusMessage(vscode.l10n.t("Open a letter in a PDF or Word file first."));
  }

  async function openFile(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme === documentScheme) await (await documents()).openFile(editor);
    else showStatusMessage(vscode.l10n.t("Open a letter in a PDF or Word file first."));
  }

  const { registerCommand } = vscode.commands;
  const registered = vscode.Disposable.from(
    letters,
    vscode.workspace.registerFileSystemProvider(documentScheme, letters, {
      isCaseSensitive: true,
      isReadonly: true,
    }),
    vscode.window.registerCustomEditorProvider(letterEditorType, {
      openCustomDocument: (uri) => ({ uri, dispose() {} }),
      // A custom editor is a web page, so a text editor takes its place.
      async resolveCustomEditor({ uri }, panel) {
        const { viewColumn } = panel;
        const problem = await (await documents()).open(uri, viewColumn);
        if (problem === undefined) setTimeout(() => panel.dispose());
        else panel.webview.html = pageWith(problem);
      },
    }),
    registerCommand(commands.openAsLetter, openAsLetter),
    registerCommand(commands.saveAsText, saveAsText),
    registerCommand(commands.openPdf, openFile),
    registerCommand(commands.openWordFile, openFile),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("imr.workspace.documents") && !countsDocuments())
        await (await documents()).removeStored();
    }),
  );
  return {
    textInWorkspace: async (file, read) => (await documents()).textInWorkspace(file, read),
    problemWith: async (file) => (await loading)?.problemWith(file),
    dispose() {
      registered.dispose();
      void loading?.then((loaded) => loaded.dispose());
    },
  };
}

/** The PDF or Word file in the active tab, whichever editor shows it. */
function activeFile(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const isFile = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom;
  return isFile && isDocument(input.uri) ? input.uri : undefined;
}

const pickFiles = async (): Promise<readonly vscode.Uri[]> =>
  (await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Open as IMR Letter"),
    canSelectMany: true,
    filters: { [vscode.l10n.t("Letters (PDF or Word)")]: ["pdf", "docx", "doc"] },
  })) ?? [];

/** The letter of the editor whose title has the button, or the active one. */
function letterIn(given: unknown): vscode.Uri | undefined {
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === documentScheme ? uri : undefined;
}

const pageWith = (message: string): string =>
  `<!DOCTYPE html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>${message.replace(
    /[&<>]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  )}</p>`;

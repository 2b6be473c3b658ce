/** `IMR: Clean Up Text from PDF…` shows what formatting would change before it changes anything. */
import * as vscode from "vscode";
import { commands, isReadOnly, languageId, previewScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation } from "../util/messages.ts";
import { isOtherVersion } from "../util/otherVersion.ts";

/** Required by the formatting request, but not used by the server. */
const formattingOptions: vscode.FormattingOptions = { tabSize: 4, insertSpaces: true };

/** Cleaning up letters, for the commands and for what offers it. */
export interface CleanUp extends vscode.Disposable {
  isNeeded(document: vscode.TextDocument): Promise<boolean>;
  /** Shows the cleaned-up text next to the letter and changes nothing until the user selects Apply in the editor's title. */
  preview(document: vscode.TextDocument): Promise<void>;
  apply(document: vscode.TextDocument): Promise<void>;
  /** Fires for a letter that needs no cleanup anymore. */
  readonly onDidCleanUp: vscode.Event<vscode.Uri>;
}

/** Registers the commands that show what would change, and apply it. */
export function registerCleanUpText(client: Pick<LetterClient, "ready">): CleanUp {
  const previews = createPreviews();
  const cleanedUp = new vscode.EventEmitter<vscode.Uri>();

  async function editsFor(document: vscode.TextDocument): Promise<vscode.TextEdit[] | undefined> {
    await client.ready;
    return cleanUpEdits(document);
  }

  async function preview(document: vscode.TextDocument): Promise<void> {
    const edits = await editsFor(document);
    if (!edits) return report(vscode.l10n.t("The letter couldn't be read, so no changes were made."));
    if (edits.length === 0) {
      cleanedUp.fire(document.uri);
      return report(vscode.l10n.t("This letter has nothing to clean up."));
    }
    await previews.show(document, edits, cursorIn(document));
    report(howToApply(edits.length));
  }

  /** Applies the edits that the letter needs now, even if it was changed since they were shown. */
  async function apply(document: vscode.TextDocument, cursor = cursorIn(document)): Promise<void> {
    const edits = (await editsFor(document)) ?? [];
    const { length } = textBefore(document, edits, cursor);
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    if (!(await vscode.workspace.applyEdit(change)))
      return report(vscode.l10n.t("The letter couldn't be changed."));
    cleanedUp.fire(document.uri);
    const position = document.positionAt(length);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  }

  const { registerCommand } = vscode.commands;
  const registered = vscode.Disposable.from(
    previews,
    cleanedUp,
    registerCommand(commands.cleanUpText, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (document?.languageId !== languageId || isOtherVersion(document.uri))
        report(vscode.l10n.t("Open an IMR letter first."));
      else if (isReadOnly(document))
        report(vscode.l10n.t("This letter is read-only. Save it as text to change it."));
      else await preview(document);
    }),
    registerCommand(commands.applyCleanUp, async () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      if (!(input instanceof vscode.TabInputTextDiff) || input.modified.scheme !== previewScheme) return;
      const cursor = previews.cursorOf(input.modified);
      await apply(await vscode.workspace.openTextDocument(input.original), cursor);
      await previews.close(input.modified);
    }),
  );
  return {
    // A space at the end of a line, as a new letter has it, is nothing to ask about.
    isNeeded: async (document) => ((await editsFor(document)) ?? []).some(({ range }) => !range.isSingleLine),
    preview,
    apply,
    onDidCleanUp: cleanedUp.event,
    dispose: () => registered.dispose(),
  };
}

/** The offset of the cursor in a letter that an editor shows. */
function cursorIn(document: vscode.TextDocument): number {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  return editor ? document.offsetAt(editor.selection.active) : 0;
}

/** Undefined if the server doesn't respond. */
const cleanUpEdits = (document: vscode.TextDocument): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    "vscode.executeFormatDocumentProvider",
    document.uri,
    formattingOptions,
  );

const howToApply = (changes: number): string =>
  changes === 1
    ? vscode.l10n.t(
        "1 change: only spaces and line breaks, no words. To apply it, select the check mark in the editor's title.",
      )
    : vscode.l10n.t(
        "{0} changes: only spaces and line breaks, no words. To apply them, select the check mark in the editor's title.",
        changes,
      );

interface Previews extends vscode.Disposable {
  /** Opens a diff of the letter and its cleaned-up text. */
  show(document: vscode.TextDocument, edits: readonly vscode.TextEdit[], cursor: number): Promise<void>;
  /** The cursor in the letter before the diff covered its editor, which then loses its position. */
  cursorOf(preview: vscode.Uri): number | undefined;
  close(preview: vscode.Uri): Promise<void>;
}

function createPreviews(): Previews {
  const shown = new Map<string, { readonly text: string; readonly cursor: number }>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => shown.get(uri.toString())?.text,
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed && uri.scheme === previewScheme) shown.delete(uri.toString());
    }),
  );
  return {
    async show(document, edits, cursor) {
      const { path } = document.uri;
      // The whole URI, because two letters with the same name have two previews.
      const preview = vscode.Uri.from({ scheme: previewScheme, path, query: document.uri.toString() });
      shown.set(preview.toString(), { text: textAfter(document, edits), cursor });
      changed.fire(preview);
      const title = vscode.l10n.t("{0} (cleaned up)", path.split("/").at(-1) ?? "");
      await vscode.commands.executeCommand("vscode.diff", document.uri, preview, title);
    },
    cursorOf: (preview) => shown.get(preview.toString())?.cursor,
    async close(preview) {
      const isPreview = ({ input }: vscode.Tab): boolean =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString();
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.filter(isPreview));
      await vscode.window.tabGroups.close(tabs);
    },
    dispose: () => registered.dispose(),
  };
}

const textAfter = (document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string =>
  textBefore(document, edits, document.getText().length);

/** The text before `offset`, a UTF-16 offset, after the edits are applied. */
function textBefore(
  document: vscode.TextDocument,
  edits: readonly vscode.TextEdit[],
  offset: number,
): string {
  const text = document.getText().slice(0, offset);
  const parts: string[] = [];
  let at = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start.compareTo(b.range.start))) {
    const start = document.offsetAt(range.start);
    if (start > text.length) break;
    parts.push(text.slice(at, start), newText);
    at = document.offsetAt(range.end);
  }
  return parts.join("") + text.slice(at);
}

const report = (message: string): void => void showInformation(message);

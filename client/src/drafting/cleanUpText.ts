/** `IMR: Clean Up Text from PDF…` shows what formatting would change before it changes anything. */
import * as vscode from "vscode";
import { commands, isReadOnly, isVirtualDocument, languageId, previewScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation } from "../util/messages.ts";

/** Required by the formatting request, but not used by the server. */
const formattingOptions: vscode.FormattingOptions = { tabSize: 4, insertSpaces: true };

/** Registers the command. It shows the cleaned-up text next to the letter and changes nothing until the user selects Apply. */
export function registerCleanUpText(client: Pick<LetterClient, "ready">): vscode.Disposable {
  const previews = createPreviews();

  async function cleanUp(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== languageId || isVirtualDocument(editor.document.uri)) {
      return report(vscode.l10n.t("Open an IMR letter first."));
    }
    if (isReadOnly(editor.document))
      return report(vscode.l10n.t("This letter is read-only. Save it as text to change it."));
    const { document, selection } = editor;
    await client.ready;
    const edits = await cleanUpEdits(document);
    if (!edits) return report(vscode.l10n.t("The letter couldn't be read, so no changes were made."));
    if (edits.length === 0) return report(vscode.l10n.t("This letter has nothing to clean up."));
    const { version } = document;
    const cursor = document.offsetAt(selection.active);
    const preview = await previews.show(document, edits);
    // The command ends here. The diff stays open while the user looks at it.
    void confirm(edits.length).then(async (isConfirmed) => {
      if (isConfirmed === undefined) return;
      if (isConfirmed) await apply(document, version, edits, cursor);
      await previews.close(preview);
    });
  }

  return vscode.Disposable.from(previews, vscode.commands.registerCommand(commands.cleanUpText, cleanUp));
}

/** Undefined if the server doesn't respond. */
const cleanUpEdits = (document: vscode.TextDocument): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    "vscode.executeFormatDocumentProvider",
    document.uri,
    formattingOptions,
  );

/** Undefined if the user dismisses the question. */
async function confirm(changes: number): Promise<boolean | undefined> {
  const apply = vscode.l10n.t("Apply");
  const question =
    changes === 1
      ? vscode.l10n.t("1 change: only spaces and line breaks, no words.")
      : vscode.l10n.t("{0} changes: only spaces and line breaks, no words.", changes);
  const answer = await showInformation(question, apply, vscode.l10n.t("Cancel"));
  return answer === undefined ? undefined : answer === apply;
}

/**
 * Applies the edits that were shown or, if the letter was changed or reopened since, those that it needs now. The diff
 * covers the letter's editor in the meantime, which would lose its position, so the cursor is put back at the same words.
 */
async function apply(
  shown: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
  cursor: number,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(shown.uri);
  const isAsShown = document === shown && document.version === version;
  const current = isAsShown ? edits : ((await cleanUpEdits(document)) ?? []);
  const { length } = textBefore(document, current, cursor);
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, [...current]);
  if (!(await vscode.workspace.applyEdit(change)))
    return report(vscode.l10n.t("The letter couldn't be changed."));
  const position = document.positionAt(length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

interface Previews extends vscode.Disposable {
  /** Opens a diff of the letter and its cleaned-up text; returns the URI of the latter. */
  show(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<vscode.Uri>;
  close(preview: vscode.Uri): Promise<void>;
}

function createPreviews(): Previews {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed && uri.scheme === previewScheme) texts.delete(uri.toString());
    }),
  );
  return {
    async show(document, edits) {
      const { path } = document.uri;
      // The whole URI, because two letters with the same name have two previews.
      const preview = vscode.Uri.from({ scheme: previewScheme, path, query: document.uri.toString() });
      texts.set(preview.toString(), textAfter(document, edits));
      changed.fire(preview);
      const title = vscode.l10n.t("{0} (cleaned up)", path.split("/").at(-1) ?? "");
      await vscode.commands.executeCommand("vscode.diff", document.uri, preview, title);
      return preview;
    },
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

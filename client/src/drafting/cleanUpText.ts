/** `IMR: Mend Text from a PDF…`: what formatting would change, to look at first. */
import * as vscode from "vscode";
import { commands, isVirtualDocument, languageId, previewScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showInformation } from "../util/messages.ts";

/** Formatting asks for them; nothing here depends on them. */
const formattingOptions: vscode.FormattingOptions = { tabSize: 4, insertSpaces: true };

/** Registers the command. It shows the mended text beside the letter and changes nothing until the user says so. */
export function registerMending(client: Pick<LetterClient, "ready">): vscode.Disposable {
  const previews = createPreviews();

  async function mend(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== languageId || isVirtualDocument(editor.document.uri)) {
      return say(vscode.l10n.t("Open an IMR letter first."));
    }
    const { document, selection } = editor;
    await client.ready;
    const edits = await mendingOf(document);
    if (!edits) return say(vscode.l10n.t("The letter could not be read, so nothing was mended."));
    if (edits.length === 0) return say(vscode.l10n.t("There is nothing to mend in this letter."));
    const { version } = document;
    const cursor = document.offsetAt(selection.active);
    const preview = await previews.show(document, edits);
    // The diff stays open while the user looks at it; the command is done.
    void confirm(edits.length).then(async (applies) => {
      if (applies === undefined) return;
      if (applies) await apply(document, version, edits, cursor);
      await previews.close(preview);
    });
  }

  return vscode.Disposable.from(previews, vscode.commands.registerCommand(commands.mendText, mend));
}

/** Undefined where no server answers. */
const mendingOf = (document: vscode.TextDocument): Thenable<vscode.TextEdit[] | undefined> =>
  vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
    "vscode.executeFormatDocumentProvider",
    document.uri,
    formattingOptions,
  );

/** Undefined where the user puts the question away. */
async function confirm(places: number): Promise<boolean | undefined> {
  const apply = vscode.l10n.t("Apply");
  const question =
    places === 1
      ? vscode.l10n.t("1 place would change. No word does: only spaces and line ends.")
      : vscode.l10n.t("{0} places would change. No word does: only spaces and line ends.", places);
  const answer = await showInformation(question, apply, vscode.l10n.t("Cancel"));
  return answer === undefined ? undefined : answer === apply;
}

/**
 * Makes the changes that were shown or, where the letter was changed or opened anew since, those that it takes now. Its
 * editor stands behind the difference meanwhile, and would lose its place: the cursor is put back at its words.
 */
async function apply(
  shown: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
  cursor: number,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(shown.uri);
  const isAsShown = document === shown && document.version === version;
  const made = isAsShown ? edits : ((await mendingOf(document)) ?? []);
  const { length } = textBefore(document, made, cursor);
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, [...made]);
  if (!(await vscode.workspace.applyEdit(change)))
    return say(vscode.l10n.t("The letter could not be changed."));
  const place = document.positionAt(length);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}

interface Previews extends vscode.Disposable {
  /** Opens the letter and its mended text side by side; returns the address of the latter. */
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
      // The whole address: two letters of one name have two previews.
      const preview = vscode.Uri.from({ scheme: previewScheme, path, query: document.uri.toString() });
      texts.set(preview.toString(), textAfter(document, edits));
      changed.fire(preview);
      const title = vscode.l10n.t("{0}, mended", path.split("/").at(-1) ?? "");
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

/** What stands before `offset` once the edits are made. */
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

const say = (message: string): void => void showInformation(message);

/**
 * `IMR: Find Guideline…`: a list of all guidelines, topics and drugs. Moving in it shows the page at the side; Enter
 * cites it in the letter, Escape puts everything back.
 */
import * as vscode from "vscode";
import {
  type CitationEdit,
  type CiteParams,
  citeRequest,
  type FoundGuideline,
  guidelineEntriesRequest,
} from "../../../server/src/protocol/extensions.ts";
import { commands, languageId, pageScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { escapeItem, showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isOnPage, pageNumberIn } from "./pageNumber.ts";

interface GuidelineItem extends vscode.QuickPickItem {
  readonly found: FoundGuideline;
}

type Asking = Pick<LetterClient, "ask" | "identify">;

const icons = { guideline: "book", topic: "bookmark", drug: "beaker" } as const;

/** Registers the command. Called with words, it looks for those. */
export function registerFindGuideline(client: Asking): vscode.Disposable {
  return vscode.commands.registerCommand(commands.findGuideline, async (sought?: unknown) => {
    const active = vscode.window.activeTextEditor;
    const editor = active?.document.languageId === languageId ? active : undefined;
    const all = await client.ask<readonly FoundGuideline[]>(guidelineEntriesRequest, {});
    if (!all) return showStatusMessage(vscode.l10n.t("The guidelines could not be listed"));
    const picked = await pick(all, editor, typeof sought === "string" ? sought : wordsAt(editor));
    if (!picked) return;
    if (editor) await citeIn(client, editor, picked);
    else await showPage(picked, { preview: false });
  });
}

/** What is selected in the letter, as far as it can be a name. */
function wordsAt(editor: vscode.TextEditor | undefined): string {
  const words = editor?.document.getText(editor.selection).replace(/\s+/g, " ").trim() ?? "";
  return words.length <= 60 ? words : "";
}

/** Undefined where the user turns away, or opens a page instead. */
function pick(
  all: readonly FoundGuideline[],
  editor: vscode.TextEditor | undefined,
  sought: string,
): Promise<FoundGuideline | undefined> {
  const items = all.map(toItem);
  const openButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("go-to-file"),
    tooltip: vscode.l10n.t("Open the page"),
  };
  for (const item of items) item.buttons = [openButton];
  const picker = vscode.window.createQuickPick<GuidelineItem>();
  picker.title = vscode.l10n.t("IMR: Find Guideline");
  picker.placeholder = editor
    ? vscode.l10n.t("Type a topic, chapter, drug or page number. Enter cites it in the letter")
    : vscode.l10n.t("Type a topic, chapter, drug or page number. Enter opens its page");
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items;
  const preview = createPreview(editor);

  let narrowedTo: number | undefined;
  const narrow = (): void => {
    const page = pageNumberIn(picker.value);
    if (page === narrowedTo) return;
    narrowedTo = page;
    // What is on a page does not hold its number as a word, so those items are shown whatever is typed.
    picker.items =
      page === undefined
        ? items
        : items
            .filter(({ found }) => found.kind === "topic" && isOnPage(found, page))
            .map((item) => ({ ...item, alwaysShow: true }));
  };

  return new Promise((resolve) => {
    let picked: FoundGuideline | undefined;
    let keepsPage = false;
    picker.onDidChangeValue(narrow);
    picker.onDidChangeActive(([item]) => {
      if (item) preview.show(item.found);
    });
    picker.onDidTriggerItemButton(({ item }) => {
      keepsPage = true;
      picker.hide();
      void showPage(item.found, { preview: false });
    });
    picker.onDidAccept(() => {
      picked = picker.activeItems[0]?.found;
      if (picked) picker.hide();
    });
    picker.onDidHide(() => {
      picker.dispose();
      const closed = keepsPage ? Promise.resolve() : preview.close();
      closed.finally(() => resolve(picked));
    });
    picker.value = sought;
    narrow();
    picker.show();
  });
}

function toItem(found: FoundGuideline): GuidelineItem & { buttons?: readonly vscode.QuickInputButton[] } {
  const item = escapeItem({
    label: found.name,
    description: found.where,
    detail: found.alsoNamed.length > 0 ? found.alsoNamed.join(", ") : undefined,
    found,
  });
  return { ...item, label: `$(${icons[found.kind]}) ${item.label}` };
}

interface Preview {
  /** Shows the page beside the letter, the keyboard left in the list. */
  show(found: FoundGuideline): void;
  /** Closes what was shown, and gives the focus back to the letter. */
  close(): Promise<void>;
}

function createPreview(editor: vscode.TextEditor | undefined): Preview {
  const before = new Set(pageTabs().map(addressOf));
  let wanted: FoundGuideline | undefined;
  let showing: Promise<unknown> = Promise.resolve();
  const shown = new Set<string>();

  return {
    show(found) {
      wanted = found;
      showing = showing.then(async () => {
        // Of several that the cursor ran over, the last one.
        if (wanted !== found) return;
        const viewColumn = editor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
        const at = shownColumn(shown) ?? viewColumn;
        shown.add(vscode.Uri.parse(found.page).toString());
        await showPage(found, { preview: true, preserveFocus: true, viewColumn: at });
      });
    },
    async close() {
      wanted = undefined;
      await showing;
      const own = pageTabs().filter((tab) => shown.has(addressOf(tab)) && !before.has(addressOf(tab)));
      await vscode.window.tabGroups.close(own, true).then(undefined, () => false);
      if (editor) {
        const { viewColumn, document, selection } = editor;
        await vscode.window.showTextDocument(document, { viewColumn, selection });
      }
    },
  };
}

const pageTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === pageScheme);

const addressOf = ({ input }: vscode.Tab): string =>
  input instanceof vscode.TabInputText ? input.uri.toString() : "";

/** The group in which the pages are shown already, so that they do not open one after another. */
const shownColumn = (shown: ReadonlySet<string>): vscode.ViewColumn | undefined =>
  vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => shown.has(addressOf(tab))))?.viewColumn;

/** Opens the page at the topic. */
async function showPage(found: FoundGuideline, options: vscode.TextDocumentShowOptions): Promise<void> {
  try {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(found.page));
    const lines = document.getText().split("\n");
    const line = Math.max(0, found.heading === undefined ? 0 : lines.indexOf(found.heading));
    const selection = new vscode.Range(line, 0, line, 0);
    const editor = await vscode.window.showTextDocument(document, { ...options, selection });
    editor.revealRange(selection, vscode.TextEditorRevealType.AtTop);
  } catch {
    showStatusMessage(vscode.l10n.t("The page could not be opened"));
  }
}

/** Makes the edit where the cursor is. */
async function citeIn(client: Asking, editor: vscode.TextEditor, { cites }: FoundGuideline): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const params: CiteParams = {
    textDocument: client.identify(document),
    position: { line: selection.active.line, character: selection.active.character },
    ...cites,
  };
  const edit = await client.ask<CitationEdit | null>(citeRequest, params);
  if (!edit) return showStatusMessage(vscode.l10n.t("It is cited here already"));
  if (document.version !== version)
    return showStatusMessage(vscode.l10n.t("The letter has changed meanwhile; nothing was cited"));
  const range = toRange(edit.range);
  const done = await editor.edit((builder) => builder.replace(range, edit.newText));
  if (!done) return showStatusMessage(vscode.l10n.t("The letter could not be changed."));
  const end = document.positionAt(document.offsetAt(range.start) + edit.newText.length);
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(
    new vscode.Range(range.start, end),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/**
 * `IMR: Find Guideline…` lists all guidelines, topics, and drugs. Moving through the list previews the page to the side;
 * Enter cites it in the letter, and Escape restores everything.
 */
import * as vscode from "vscode";
import {
  type CitationEdit,
  type CiteParams,
  citeRequest,
  type FoundGuideline,
  type FoundGuidelines,
  type GuidelineEntriesParams,
  guidelineEntriesRequest,
} from "../../../server/src/protocol/extensions.ts";
import { commands, isReadOnly, languageId, pageScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showUnanswered } from "../restartServer.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { type GuidelineItem, guidelineItems, nothingFound } from "./guidelineItems.ts";
import { isOnPage, pageNumberIn } from "./pageNumber.ts";

type Client = Pick<LetterClient, "sendRequest" | "identify">;

/** Registers the command. Called with text, it starts with that text as the filter. */
export function registerFindGuideline(client: Client): vscode.Disposable {
  return vscode.commands.registerCommand(commands.findGuideline, async (filter?: unknown) => {
    const active = vscode.window.activeTextEditor;
    const editor =
      active && active.document.languageId === languageId && !isReadOnly(active.document)
        ? active
        : undefined;
    const search = searchIn(client, editor);
    const all = await search("");
    if (!all) return showUnanswered(vscode.l10n.t("The guidelines couldn't be listed."));
    const picked = await pick(
      all,
      search,
      editor,
      typeof filter === "string" ? filter : selectedName(editor),
    );
    if (picked?.command) await vscode.commands.executeCommand(picked.command);
    if (!picked?.found) return;
    if (editor) await citeIn(client, editor, picked.found);
    else await showPage(picked.found, { preview: false });
  });
}

type Search = (query: string) => Promise<FoundGuidelines | undefined>;

/** Searches for the issue at the cursor and the letter's date. */
function searchIn(client: Client, editor: vscode.TextEditor | undefined): Search {
  const place = editor && {
    textDocument: client.identify(editor.document),
    position: { line: editor.selection.active.line, character: editor.selection.active.character },
  };
  return (query) => {
    const params: GuidelineEntriesParams = { query, ...place };
    return client.sendRequest<FoundGuidelines>(guidelineEntriesRequest, params);
  };
}

/** The selected text, if it's short enough to be a name. */
function selectedName(editor: vscode.TextEditor | undefined): string {
  const words = editor?.document.getText(editor.selection).replace(/\s+/g, " ").trim() ?? "";
  return words.length <= 60 ? words : "";
}

/** Undefined if the user cancels, or opens a page instead. */
function pick(
  all: FoundGuidelines,
  search: Search,
  editor: vscode.TextEditor | undefined,
  filter: string,
): Promise<GuidelineItem | undefined> {
  const openButton: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon("go-to-file"),
    tooltip: vscode.l10n.t("Open Page"),
  };
  const picker = vscode.window.createQuickPick<GuidelineItem>();
  // VS Code's own lists turn off sorting by label like this. Where it isn't known, rows are only in another order.
  Object.assign(picker, { sortByLabel: false });
  picker.title = vscode.l10n.t("IMR: Find Guideline");
  picker.placeholder = editor
    ? vscode.l10n.t(
        "Type a treatment, topic, chapter, drug, or page number, then press Enter to cite it in the letter",
      )
    : vscode.l10n.t(
        "Type a treatment, topic, chapter, drug, or page number, then press Enter to open its page",
      );
  const preview = createPreview(editor);

  let latest = 0;
  const listFound = async (): Promise<void> => {
    const own = ++latest;
    const found = await findIn(all, search, picker.value);
    // A later search is more recent, whenever it's answered.
    if (own !== latest || !found) return;
    picker.items = found.entries.length > 0 ? guidelineItems(found, openButton) : nothingFound();
  };

  return new Promise((resolve) => {
    let picked: GuidelineItem | undefined;
    let keepsPage = false;
    picker.onDidChangeValue(() => void listFound());
    picker.onDidChangeActive(([item]) => {
      if (item?.found) preview.show(item.found);
    });
    picker.onDidTriggerItemButton(({ item }) => {
      if (!item.found) return;
      keepsPage = true;
      picker.hide();
      void showPage(item.found, { preview: false });
    });
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (!item?.found && !item?.command) return;
      picked = item;
      picker.hide();
    });
    picker.onDidHide(() => {
      latest = -1;
      picker.dispose();
      const closed = keepsPage ? Promise.resolve() : preview.close();
      closed.finally(() => resolve(picked));
    });
    picker.value = filter;
    void listFound();
    picker.show();
  });
}

/** The topics on a page, or what the words mean. */
async function findIn(
  all: FoundGuidelines,
  search: Search,
  words: string,
): Promise<FoundGuidelines | undefined> {
  const page = pageNumberIn(words);
  if (page !== undefined)
    return {
      ...all,
      entries: all.entries.filter((found) => found.kind === "topic" && isOnPage(found, page)),
    };
  return words.trim() === "" ? all : search(words);
}

interface Preview {
  /** Shows the page next to the letter, and keeps the focus in the list. */
  show(found: FoundGuideline): void;
  /** Closes the pages that were shown, and moves the focus back to the letter. */
  close(): Promise<void>;
}

function createPreview(editor: vscode.TextEditor | undefined): Preview {
  const before = new Set(pageTabs().map(uriOf));
  let latest: FoundGuideline | undefined;
  let showing: Promise<unknown> = Promise.resolve();
  const shown = new Set<string>();

  return {
    show(found) {
      latest = found;
      showing = showing.then(async () => {
        // Only the last item of several is shown when the user moves quickly.
        if (latest !== found) return;
        const viewColumn = editor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
        const at = shownColumn(shown) ?? viewColumn;
        shown.add(vscode.Uri.parse(found.page).toString());
        await showPage(found, { preview: true, preserveFocus: true, viewColumn: at });
      });
    },
    async close() {
      latest = undefined;
      await showing;
      const own = pageTabs().filter((tab) => shown.has(uriOf(tab)) && !before.has(uriOf(tab)));
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

const uriOf = ({ input }: vscode.Tab): string =>
  input instanceof vscode.TabInputText ? input.uri.toString() : "";

/** The editor group that shows a page already, so that all pages open in the same group. */
const shownColumn = (shown: ReadonlySet<string>): vscode.ViewColumn | undefined =>
  vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => shown.has(uriOf(tab))))?.viewColumn;

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
    showStatusMessage(vscode.l10n.t("The page couldn't be opened."));
  }
}

/** Inserts the citation at the cursor. */
async function citeIn(client: Client, editor: vscode.TextEditor, { cites }: FoundGuideline): Promise<void> {
  const { document, selection } = editor;
  const { version } = document;
  const params: CiteParams = {
    textDocument: client.identify(document),
    position: { line: selection.active.line, character: selection.active.character },
    ...cites,
  };
  const edit = await client.sendRequest<CitationEdit | null>(citeRequest, params);
  if (!edit) return showStatusMessage(vscode.l10n.t("Already cited here"));
  if (document.version !== version)
    return showStatusMessage(vscode.l10n.t("The letter changed, so the citation wasn't added. Try again."));
  const range = toRange(edit.range);
  const isApplied = await editor.edit((builder) => builder.replace(range, edit.newText));
  if (!isApplied) return showStatusMessage(vscode.l10n.t("The letter couldn't be changed."));
  const end = document.positionAt(document.offsetAt(range.start) + edit.newText.length);
  editor.selection = new vscode.Selection(end, end);
  editor.revealRange(
    new vscode.Range(range.start, end),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

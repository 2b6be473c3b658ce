/** The view of the active letter's issues in the side bar. Rows are identified by their IDs. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { issuesViewId, letterIsActiveContext } from "../constants.ts";
import { caseDetailsCharacters, letterName } from "../util/letterName.ts";
import type { ActiveLetter, ActiveLetterTracker } from "./activeLetter.ts";
import { diagnosticsOf } from "./findings.ts";
import { countIncomplete, emptyReason } from "./issueLabels.ts";
import { incompleteIssues } from "./issuePositions.ts";
import { changedRows, issueTree, nodeAt, nodesById, type RootNode } from "./issueTree.ts";
import { tooltipOf, toTreeItem } from "./issueTreeItems.ts";

/** The selection follows the cursor after it rests. */
const followDelayMs = 150;

export interface IssuesView extends vscode.Disposable {
  readonly view: vscode.TreeView<string>;
  readonly rows: vscode.TreeDataProvider<string>;
}

export function showIssues(letters: ActiveLetterTracker): IssuesView {
  const changed = new vscode.EventEmitter<string[] | undefined>();
  let roots: readonly RootNode[] = [];
  /** The letter of the rows. */
  let document: vscode.TextDocument | undefined;
  let nodes = nodesById(roots);
  /** The editor whose cursor the selection follows. */
  let followed: vscode.TextEditor | undefined;
  let following: ReturnType<typeof setTimeout> | undefined;
  /** The row that is being selected. */
  let revealing: string | undefined;

  const rows: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    getChildren(id) {
      if (id === undefined) return roots.map((root) => root.id);
      const node = nodes.get(id)?.node;
      return node && "children" in node ? node.children.map((child) => child.id) : [];
    },
    getParent: (id) => nodes.get(id)?.parent,
    getTreeItem(id) {
      const node = nodes.get(id)?.node;
      // The row was removed while VS Code was drawing. An update follows.
      return node && document ? toTreeItem(node, document.uri) : new vscode.TreeItem("");
    },
    resolveTreeItem(row, id) {
      const node = nodes.get(id)?.node;
      if (node?.kind === "element" && document) row.tooltip = tooltipOf(node, document);
      return row;
    },
  };
  const view = vscode.window.createTreeView(issuesViewId, { treeDataProvider: rows, showCollapseAll: true });

  function refresh(): void {
    const letter = letters.current;
    if (letter && letter.overview === undefined) {
      // The rows of the previous letter stay until the response arrives, which is soon.
      if (roots.length === 0) view.message = vscode.l10n.t("Reading the letter…");
      return;
    }
    const before = roots;
    document = letter?.document;
    void vscode.commands.executeCommand("setContext", letterIsActiveContext, letter !== undefined);
    roots = letter?.overview
      ? issueTree(letter.document.uri.toString(), letter.overview, diagnosticsOf(letter.document.uri))
      : [];
    nodes = nodesById(roots);
    const ids = changedRows(before, roots);
    if (ids === "all") changed.fire(undefined);
    else if (ids.length > 0) changed.fire(ids);
    label(letter);
    // The cursor of another editor wasn't followed until its letter became active.
    const isOtherEditor = letter?.editor !== followed;
    followed = letter?.editor;
    if (isOtherEditor) followSoon();
    else if (!view.selection.some((id) => nodes.has(id))) follow();
  }

  function label(letter: ActiveLetter | undefined): void {
    const description = letter && nameOf(letter.document);
    const message = letter && emptyMessage(letter);
    // Setting the same value would lay out the view again.
    if (view.description !== description) view.description = description;
    if (view.message !== message) view.message = message;
    view.badge = letter?.overview ? badgeOf(letter.overview) : undefined;
  }

  /** Selects the issue at the cursor. A selected row inside that issue stays selected. */
  function follow(): void {
    const editor = letters.current?.editor;
    if (!view.visible || editor?.document !== document) return;
    const row = editor && nodeAt(roots, editor.selection.active);
    if (!row || view.selection.some((id) => id === row.id || nodes.get(id)?.parent === row.id)) return;
    // Revealing it twice would override a row that the user selected in the meantime.
    if (revealing === row.id) return;
    revealing = row.id;
    const done = (): void => {
      if (revealing === row.id) revealing = undefined;
    };
    // This fails if the row was removed in the meantime.
    view.reveal(row.id, { select: true, focus: false, expand: false }).then(done, done);
  }
  function followSoon(): void {
    clearTimeout(following);
    following = setTimeout(follow, followDelayMs);
  }

  refresh();
  const all = vscode.Disposable.from(
    view,
    changed,
    letters.onDidChange(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const letter = letters.current;
      if (!letter || !uris.some((uri) => uri.toString() === letter.document.uri.toString())) return;
      // If the text has changed since, the next overview assigns them to their issues.
      if (letter.version === letter.document.version) refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === letters.current?.editor) followSoon();
    }),
    view.onDidChangeVisibility(followSoon),
    { dispose: () => clearTimeout(following) },
  );
  return { view, rows, dispose: () => all.dispose() };
}

function nameOf(document: vscode.TextDocument): string {
  const end = document.positionAt(caseDetailsCharacters);
  return letterName(document.getText(new vscode.Range(new vscode.Position(0, 0), end)), document.uri.path);
}

function emptyMessage({ overview }: ActiveLetter): string | undefined {
  if (!overview)
    return vscode.l10n.t("This letter isn't checked. Run IMR: Restart Server to check it again.");
  return overview.issues.length === 0 ? emptyReason(overview) : undefined;
}

function badgeOf(overview: LetterOverview): vscode.ViewBadge | undefined {
  const tooltip = countIncomplete(overview);
  return tooltip === undefined ? undefined : { value: incompleteIssues(overview.issues).length, tooltip };
}

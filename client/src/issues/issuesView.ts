/** The side bar's view of the issues in the active letter. Its rows are told apart by their ids. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { issuesViewId } from "../constants.ts";
import { charactersOfCaseDetails, letterName } from "../util/letterName.ts";
import type { ActiveLetter, ActiveLetterTracker } from "./activeLetter.ts";
import { diagnosticsOf } from "./findings.ts";
import { countIncomplete, emptyReason } from "./issueLabels.ts";
import { incompleteIssues } from "./issuePositions.ts";
import { changedRows, issueTree, nodeAt, nodesById, type RootNode } from "./issueTree.ts";
import { tooltipOf, toTreeItem } from "./issueTreeItems.ts";

/** The selection waits until the cursor rests. */
const followMilliseconds = 150;

export interface IssuesView extends vscode.Disposable {
  readonly view: vscode.TreeView<string>;
  readonly rows: vscode.TreeDataProvider<string>;
}

export function showIssues(letters: ActiveLetterTracker): IssuesView {
  const changed = new vscode.EventEmitter<string[] | undefined>();
  let roots: readonly RootNode[] = [];
  /** The letter that the rows are of. */
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
      // It went while VS Code was drawing; the next change is on its way.
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
      // The rows of the letter before stay until the answer is here, which is soon.
      if (roots.length === 0) view.message = vscode.l10n.t("Reading the letter …");
      return;
    }
    const before = roots;
    document = letter?.document;
    roots = letter?.overview
      ? issueTree(letter.document.uri.toString(), letter.overview.issues, diagnosticsOf(letter.document.uri))
      : [];
    nodes = nodesById(roots);
    const ids = changedRows(before, roots);
    if (ids === "all") changed.fire(undefined);
    else if (ids.length > 0) changed.fire(ids);
    label(letter);
    // What the cursor did in another editor was not followed while that was not the active letter's yet.
    const isOther = letter?.editor !== followed;
    followed = letter?.editor;
    if (isOther) followSoon();
    else if (!view.selection.some((id) => nodes.has(id))) follow();
  }

  function label(letter: ActiveLetter | undefined): void {
    const description = letter && nameOf(letter.document);
    const message = letter && whyEmpty(letter);
    // To set the same again would lay out the view again.
    if (view.description !== description) view.description = description;
    if (view.message !== message) view.message = message;
    view.badge = letter?.overview ? badgeOf(letter.overview) : undefined;
  }

  /** Selects the issue that the cursor is in. A row inside it that is selected already stays so. */
  function follow(): void {
    const editor = letters.current?.editor;
    if (!view.visible || editor?.document !== document) return;
    const row = editor && nodeAt(roots, editor.selection.active);
    if (!row || view.selection.some((id) => id === row.id || nodes.get(id)?.parent === row.id)) return;
    // A second time would take the selection back from a row that the user chose meanwhile.
    if (revealing === row.id) return;
    revealing = row.id;
    const done = (): void => {
      if (revealing === row.id) revealing = undefined;
    };
    // It fails where the row has gone in the meantime.
    view.reveal(row.id, { select: true, focus: false, expand: false }).then(done, done);
  }
  function followSoon(): void {
    clearTimeout(following);
    following = setTimeout(follow, followMilliseconds);
  }

  refresh();
  const all = vscode.Disposable.from(
    view,
    changed,
    letters.onDidChange(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const letter = letters.current;
      if (!letter || !uris.some((uri) => uri.toString() === letter.document.uri.toString())) return;
      // Where the text has changed since, the answer that is on its way brings them to their issues.
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
  const end = document.positionAt(charactersOfCaseDetails);
  return letterName(document.getText(new vscode.Range(new vscode.Position(0, 0), end)), document.uri.path);
}

function whyEmpty({ overview }: ActiveLetter): string | undefined {
  if (!overview) return vscode.l10n.t("The letter is not checked: see the log of IMR Letters.");
  return overview.issues.length === 0 ? emptyReason(overview) : undefined;
}

function badgeOf(overview: LetterOverview): vscode.ViewBadge | undefined {
  const tooltip = countIncomplete(overview);
  return tooltip === undefined ? undefined : { value: incompleteIssues(overview.issues).length, tooltip };
}

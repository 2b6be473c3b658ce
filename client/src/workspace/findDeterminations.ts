/** `IMR: Find All Determinations on This Treatment`: what the letters of the workspace decide on it, in the references view. */
import * as vscode from "vscode";
import type { Position } from "vscode-languageserver-types";
import { type DeterminationsOn, determinationsOnRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isPosition } from "../util/typeGuards.ts";
import {
  type DeterminationRow,
  type Determinations,
  nearestRow,
  sibling,
  targetOf,
  toDeterminations,
} from "./determinationTree.ts";
import { summaryOf, toTreeItem } from "./determinationTreeItems.ts";
import type { IssueLocation } from "./issueLocation.ts";
import { referencesView, type SymbolTreeInput, type SymbolTreeModel } from "./referencesView.ts";

type Asking = Pick<LetterClient, "ask">;

/** Of the view's menus: `reference-list.source == imr.determinations`. */
const inputContext = "imr.determinations";

/** Registers the command. A lens calls it with the address and the position; without them it takes the cursor's. */
export function registerDeterminations(client: Asking): vscode.Disposable {
  return vscode.commands.registerCommand(commands.findDeterminations, async (uri?: unknown, at?: unknown) => {
    const place = typeof uri === "string" && isPosition(at) ? { uri, position: at } : cursor();
    if (!place) return;
    const found = await determinationsOn(client, place.uri, place.position);
    if (found === undefined)
      return showStatusMessage(vscode.l10n.t("The determinations could not be listed"));
    if (found === null) {
      return showStatusMessage(
        vscode.l10n.t("Put the cursor in an issue, or on a drug, to find what is decided on it"),
      );
    }
    if (found.letters.length === 0) {
      return showStatusMessage(
        found.isComplete
          ? vscode.l10n.t("No letter of this workspace decides on {0}", found.treatment)
          : vscode.l10n.t("The letters are still being read; try again in a moment"),
      );
    }
    await show(client, found, place.uri, place.position);
  });
}

/** Null where no treatment is there; undefined where the server gives no answer. */
export async function determinationsOn(
  client: Asking,
  uri: string,
  position: Position,
): Promise<Determinations | null | undefined> {
  const params = { textDocument: { uri }, position };
  const answer = await client.ask<DeterminationsOn | null>(determinationsOnRequest, params);
  return answer && toDeterminations(answer);
}

/** Where the search began whose result the view shows. */
export async function lastSearch(): Promise<IssueLocation | undefined> {
  const input = (await referencesView())?.getInput();
  if (input?.contextValue !== inputContext) return undefined;
  const { uri, range } = input.location;
  return { uri: uri.toString(), position: { line: range.start.line, character: range.start.character } };
}

function cursor(): IssueLocation | undefined {
  const editor = letterEditor();
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

async function show(client: Asking, found: Determinations, uri: string, position: Position): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const at = document.validatePosition(new vscode.Position(position.line, position.character));
  const view = await referencesView();
  if (!view) return peek(document, at, found);
  const location = new vscode.Location(document.uri, wordNear(document, at));
  view.setInput(inputFor(client, found.treatment, location, found));
}

/** The view wants a word at the place that it is asked for. */
function wordNear(document: vscode.TextDocument, at: vscode.Position): vscode.Position {
  if (document.getWordRangeAtPosition(at, /\S+/)) return at;
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(at.line);
  const before = text.slice(0, at.character).trimEnd().length;
  return at.with({ character: before > 0 ? before - 1 : firstNonWhitespaceCharacterIndex });
}

/** Shown again, from the history or to refresh it, what was `found` at first is asked for anew. */
function inputFor(
  client: Asking,
  treatment: string,
  location: vscode.Location,
  found?: Determinations,
): SymbolTreeInput<DeterminationRow> {
  const ask = () => {
    const { uri, range } = location;
    const { line, character } = range.start;
    return determinationsOn(client, uri.toString(), { line, character });
  };
  let first = found;
  return {
    contextValue: inputContext,
    title: vscode.l10n.t("Determinations on {0}", treatment),
    location,
    async resolve() {
      const rows = first ?? (await ask());
      first = undefined;
      return rows && rows.letters.length > 0 ? modelOf(rows) : undefined;
    },
    with: (moved) => inputFor(client, treatment, moved),
  };
}

function modelOf(found: Determinations): SymbolTreeModel<DeterminationRow> {
  const { letters } = found;
  const locationOf = (row: DeterminationRow): vscode.Location | undefined => {
    const issue = targetOf(row);
    return issue && new vscode.Location(vscode.Uri.parse(issue.letter.uri), toRange(issue.heading));
  };
  return {
    message: summaryOf(found),
    provider: {
      getChildren: (row) => (row === undefined ? [...letters] : row.kind === "letter" ? [...row.issues] : []),
      getParent: (row) => (row.kind === "issue" ? row.letter : undefined),
      getTreeItem: (row) => toTreeItem(row, letters.length),
    },
    navigation: {
      nearest: (uri, position) => nearestRow(letters, uri.toString(), position),
      next: (row) => sibling(letters, row, 1),
      previous: (row) => sibling(letters, row, -1),
      location: locationOf,
    },
    highlights: {
      getEditorHighlights(_row, uri) {
        const address = uri.toString();
        return letters
          .find((letter) => letter.uri === address)
          ?.issues.map(({ heading }) => toRange(heading));
      },
    },
  };
}

/** Where there is no such view. */
async function peek(
  document: vscode.TextDocument,
  at: vscode.Position,
  found: Determinations,
): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  const locations = found.letters.flatMap(({ uri, issues }) =>
    issues.map(({ heading }) => new vscode.Location(vscode.Uri.parse(uri), toRange(heading))),
  );
  await vscode.commands.executeCommand("editor.action.peekLocations", document.uri, at, locations, "peek");
  showStatusMessage(summaryOf(found));
}

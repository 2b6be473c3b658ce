/** `IMR: Find All Determinations for This Treatment` shows what the folder's letters decide on it, in the references view. */
import * as vscode from "vscode";
import type { Position } from "vscode-languageserver-types";
import { type DeterminationsOn, determinationsOnRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showUnanswered } from "../restartServer.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
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
import { locationInWord, peekLocations, searchLocation } from "./searchLocation.ts";

type Client = Pick<LetterClient, "sendRequest">;

/** For `when` clauses of the view's menus: `reference-list.source == imr.determinations`. */
const inputContext = "imr.determinations";

/** Registers the command. Code lenses call it with the URI and the position; without them, it uses the cursor's. */
export function registerDeterminations(client: Client): vscode.Disposable {
  return vscode.commands.registerCommand(commands.findDeterminations, async (uri?: unknown, at?: unknown) => {
    const location = searchLocation(uri, at);
    if (!location) return;
    const found = await determinationsOn(client, location.uri, location.position);
    if (found === undefined) return showUnanswered(vscode.l10n.t("The determinations couldn't be listed."));
    if (found === null) {
      return showStatusMessage(
        vscode.l10n.t("Place the cursor in an issue or on a drug to find determinations for it."),
      );
    }
    if (found.letters.length === 0) {
      return showStatusMessage(
        found.isComplete
          ? vscode.l10n.t("No letters in this folder decide on {0}.", found.treatment)
          : vscode.l10n.t("Letters are still being read. Try again in a moment."),
      );
    }
    await show(client, found, location);
  });
}

/** Null if there is no treatment at the position; undefined if the server doesn't respond. */
export async function determinationsOn(
  client: Client,
  uri: string,
  position: Position,
): Promise<Determinations | null | undefined> {
  const params = { textDocument: { uri }, position };
  const answer = await client.sendRequest<DeterminationsOn | null>(determinationsOnRequest, params);
  return answer && toDeterminations(answer);
}

/** The location that the view's current search started from. */
export async function lastSearch(): Promise<IssueLocation | undefined> {
  const input = (await referencesView())?.getInput();
  if (input?.contextValue !== inputContext) return undefined;
  const { uri, range } = input.location;
  return { uri: uri.toString(), position: { line: range.start.line, character: range.start.character } };
}

async function show(client: Client, found: Determinations, from: IssueLocation): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(from.uri));
  const location = locationInWord(document, from);
  const view = await referencesView();
  if (view) return view.setInput(inputFor(client, found.treatment, location, found));
  const headings = found.letters.flatMap(({ uri, issues }) =>
    issues.map(({ heading }) => new vscode.Location(vscode.Uri.parse(uri), toRange(heading))),
  );
  await peekLocations(document, location.range.start, headings);
  showStatusMessage(summaryOf(found));
}

/** When the search is repeated, from the history or to refresh it, it doesn't use `found` again but sends a new request. */
function inputFor(
  client: Client,
  treatment: string,
  location: vscode.Location,
  found?: Determinations,
): SymbolTreeInput<DeterminationRow> {
  const request = () => {
    const { uri, range } = location;
    const { line, character } = range.start;
    return determinationsOn(client, uri.toString(), { line, character });
  };
  let first = found;
  return {
    contextValue: inputContext,
    title: vscode.l10n.t("Determinations for {0}", treatment),
    location,
    async resolve() {
      const rows = first ?? (await request());
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
        const key = uri.toString();
        return letters.find((letter) => letter.uri === key)?.issues.map(({ heading }) => toRange(heading));
      },
    },
  };
}

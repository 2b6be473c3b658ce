/**
 * `IMR: See How Other Letters State This Criterion` shows the sentences by which the folder's letters state the criterion of
 * a cited section, in the references view. They're read from the letters each time, and stored nowhere.
 */
import * as vscode from "vscode";
import { type StatedCriteria, statedCriteriaRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import {
  type CriteriaRow,
  childrenOf,
  criteriaRows,
  nearestSentence,
  parentOf,
  type SentenceRow,
  sentencesIn,
  siblingSentence,
} from "./criteriaTree.ts";
import { criteriaSummary, toCriteriaItem } from "./criteriaTreeItems.ts";
import { withProgress } from "./folderCommands.ts";
import type { IssueLocation } from "./issueLocation.ts";
import { referencesView, type SymbolTreeInput, type SymbolTreeModel } from "./referencesView.ts";
import { locationInWord, peekLocations, searchLocation } from "./searchLocation.ts";

type Client = Pick<LetterClient, "sendRequestWithProgress">;

const inputContext = "imr.criteria";

/** Registers the command. Links in hovers call it with the URI and the position; without them, it uses the cursor's. */
export function registerCriteria(client: Client): vscode.Disposable {
  return vscode.commands.registerCommand(commands.findCriteria, async (uri?: unknown, at?: unknown) => {
    const location = searchLocation(uri, at);
    if (!location) return;
    const found = await criteriaAt(client, location);
    if (found === undefined) return showStatusMessage(vscode.l10n.t("The criteria couldn't be listed."));
    if (found === null) {
      return showStatusMessage(
        vscode.l10n.t(
          "Place the cursor on a section that the letter cites to see how other letters state it.",
        ),
      );
    }
    if (found.letters.length === 0) {
      return showStatusMessage(
        vscode.l10n.t("No other letters in this folder state the criterion of {0}.", found.section),
      );
    }
    await show(client, found, location);
  });
}

/** Null if no section is cited there; undefined if the server doesn't respond. */
const criteriaAt = (
  client: Client,
  { uri, position }: IssueLocation,
): Thenable<StatedCriteria | null | undefined> =>
  withProgress(vscode.l10n.t("Reading letters that cite this section"), (options) =>
    client.sendRequestWithProgress<StatedCriteria | null>(statedCriteriaRequest, options, {
      textDocument: { uri },
      position,
    }),
  );

async function show(client: Client, found: StatedCriteria, from: IssueLocation): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(from.uri));
  const location = locationInWord(document, from);
  const view = await referencesView();
  if (view) return view.setInput(inputFor(client, found.section, location, found));
  const groups = criteriaRows(found);
  await peekLocations(document, location.range.start, sentencesIn(groups).map(placeOf));
  showStatusMessage(criteriaSummary(groups, !found.cancelled));
}

/** When the search is repeated, from the history or to refresh it, it doesn't use `found` again but sends a new request. */
function inputFor(
  client: Client,
  section: string,
  location: vscode.Location,
  found?: StatedCriteria,
): SymbolTreeInput<CriteriaRow> {
  let first = found;
  return {
    contextValue: inputContext,
    title: vscode.l10n.t("How Letters State {0}", section),
    location,
    async resolve() {
      const { line, character } = location.range.start;
      const rows =
        first ?? (await criteriaAt(client, { uri: location.uri.toString(), position: { line, character } }));
      first = undefined;
      return rows && rows.letters.length > 0 ? modelOf(rows) : undefined;
    },
    with: (moved) => inputFor(client, section, moved),
  };
}

function modelOf(found: StatedCriteria): SymbolTreeModel<CriteriaRow> {
  const groups = criteriaRows(found);
  return {
    message: criteriaSummary(groups, !found.cancelled),
    provider: {
      getChildren: (row) => [...(row === undefined ? groups : childrenOf(row))],
      getParent: parentOf,
      getTreeItem: (row) => toCriteriaItem(row, found.letters.length),
    },
    navigation: {
      nearest: (uri, position) => nearestSentence(groups, uri.toString(), position),
      next: (row) => siblingSentence(groups, row, 1),
      previous: (row) => siblingSentence(groups, row, -1),
      location: (row) => sentencesIn([row]).map(placeOf)[0],
    },
    highlights: {
      getEditorHighlights(_row, uri) {
        const own = sentencesIn(groups).filter(({ stating }) => stating.uri === uri.toString());
        return own.length > 0 ? own.map(({ range }) => toRange(range)) : undefined;
      },
    },
  };
}

const placeOf = ({ stating, range }: SentenceRow): vscode.Location =>
  new vscode.Location(vscode.Uri.parse(stating.uri), toRange(range));

/**
 * `IMR: Compare Rationales`: two issues side by side, their decisions, guidelines and rationales a sentence a line, so
 * that what differs is in the words and not in the breaks of the page.
 */
import * as vscode from "vscode";
import { commands, isVirtualDocument, languageId } from "../constants.ts";
import { issueAt } from "../issues/issuePositions.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { isIssueRow, placeOf } from "./determinationTree.ts";
import { lastSearch } from "./findDeterminations.ts";
import { createIssueContentProvider, type IssueTexts } from "./issueDocuments.ts";
import { type IssueLocation, isSameLine } from "./issueLocation.ts";
import { pickOtherIssue } from "./pickOtherIssue.ts";

type Asking = Pick<LetterClient, "ask" | "overview">;

/** Registers the command. Called on a row of determinations, it compares that with the issue at the cursor. */
export function registerCompare(client: Asking): vscode.Disposable {
  const texts = createIssueContentProvider(client);

  async function compareRow(row: IssueLocation): Promise<void> {
    const own = (await ownIssues(client)).find((place) => !isSameLine(place, row));
    if (own) await show(texts, own, row);
    else showStatusMessage(vscode.l10n.t("Put the cursor in the issue to compare it with"));
  }

  async function compare(row?: unknown): Promise<void> {
    if (isIssueRow(row)) return compareRow(placeOf(row));
    const editor = letterEditor();
    if (!editor) return;
    const own = await issueAround(client, placeIn(editor));
    if (!own)
      return showStatusMessage(vscode.l10n.t("Put the cursor in an issue to compare it with another"));
    const other = await pickOtherIssue(client, own);
    if (other) await show(texts, own, other);
  }

  return vscode.Disposable.from(texts, vscode.commands.registerCommand(commands.compareRationales, compare));
}

/** The issue at the cursor and, as a click on a row puts the cursor into that row's issue, the one first asked about. */
async function ownIssues(client: Asking): Promise<readonly IssueLocation[]> {
  const editor = vscode.window.activeTextEditor;
  const isLetter = editor?.document.languageId === languageId && !isVirtualDocument(editor.document.uri);
  const places = [isLetter ? placeIn(editor) : undefined, await lastSearch()];
  const issues = await Promise.all(places.map((place) => place && issueAround(client, place)));
  return issues.filter((place) => place !== undefined);
}

const placeIn = ({ document, selection }: vscode.TextEditor): IssueLocation => ({
  uri: document.uri.toString(),
  position: { line: selection.active.line, character: selection.active.character },
});

/** The heading of the issue that the place is in; the place itself in a letter that is not open. */
async function issueAround(client: Asking, place: IssueLocation): Promise<IssueLocation | undefined> {
  const overview = await client.overview(vscode.Uri.parse(place.uri));
  if (!overview) return place;
  const issue = issueAt(overview.issues, place.position);
  return issue && { uri: place.uri, position: issue.heading.start };
}

async function show(texts: IssueTexts, own: IssueLocation, other: IssueLocation): Promise<void> {
  const [left, right] = await Promise.all([texts.documentOf(own), texts.documentOf(other)]);
  if (!left || !right) return showStatusMessage(vscode.l10n.t("The issues could not be read"));
  const title = vscode.l10n.t("{0} ↔ {1}", left.name, right.name);
  await vscode.commands.executeCommand("vscode.diff", left.uri, right.uri, title);
}

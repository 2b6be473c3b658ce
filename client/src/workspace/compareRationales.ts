/**
 * `IMR: Compare Rationales` shows a diff of two issues: their decisions, guidelines, and rationales with one sentence per
 * line, so that only words differ, not line breaks.
 */
import * as vscode from "vscode";
import { commands, languageId } from "../constants.ts";
import { issueAt } from "../issues/issuePositions.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { isOtherVersion } from "../util/otherVersion.ts";
import { isIssueRow, locationOf } from "./determinationTree.ts";
import { lastSearch } from "./findDeterminations.ts";
import { createIssueContentProvider, type IssueTexts } from "./issueDocuments.ts";
import { type IssueLocation, isSameLine } from "./issueLocation.ts";
import { pickOtherIssue } from "./pickOtherIssue.ts";

type Client = Pick<LetterClient, "sendRequest" | "overview">;

/** Registers the command. Called on a row in the references view, it compares that issue with the one at the cursor. */
export function registerCompare(client: Client): vscode.Disposable {
  const texts = createIssueContentProvider(client);

  async function compareRow(row: IssueLocation): Promise<void> {
    const own = (await ownIssues(client)).find((location) => !isSameLine(location, row));
    if (own) await show(texts, own, row);
    else showStatusMessage(vscode.l10n.t("Place the cursor in the issue to compare it with."));
  }

  async function compare(row?: unknown): Promise<void> {
    if (isIssueRow(row)) return compareRow(locationOf(row));
    const editor = letterEditor();
    if (!editor) return;
    const own = await enclosingIssue(client, cursorLocation(editor));
    if (!own)
      return showStatusMessage(vscode.l10n.t("Place the cursor in an issue to compare it with another one."));
    const other = await pickOtherIssue(client, own);
    if (other) await show(texts, own, other);
  }

  return vscode.Disposable.from(texts, vscode.commands.registerCommand(commands.compareRationales, compare));
}

/** The issue at the cursor and the one of the last search, because a click on a row moves the cursor to that row's issue. */
async function ownIssues(client: Client): Promise<readonly IssueLocation[]> {
  const editor = vscode.window.activeTextEditor;
  const isLetter = editor?.document.languageId === languageId && !isOtherVersion(editor.document.uri);
  const locations = [isLetter ? cursorLocation(editor) : undefined, await lastSearch()];
  const issues = await Promise.all(locations.map((location) => location && enclosingIssue(client, location)));
  return issues.filter((issue) => issue !== undefined);
}

const cursorLocation = ({ document, selection }: vscode.TextEditor): IssueLocation => ({
  uri: document.uri.toString(),
  position: { line: selection.active.line, character: selection.active.character },
});

/** The heading of the issue at the location; the location itself if its letter isn't open. */
async function enclosingIssue(client: Client, location: IssueLocation): Promise<IssueLocation | undefined> {
  const overview = await client.overview(vscode.Uri.parse(location.uri));
  if (!overview) return location;
  const issue = issueAt(overview.issues, location.position);
  return issue && { uri: location.uri, position: issue.heading.start };
}

async function show(texts: IssueTexts, own: IssueLocation, other: IssueLocation): Promise<void> {
  const [left, right] = await Promise.all([texts.documentOf(own), texts.documentOf(other)]);
  if (!left || !right) return showStatusMessage(vscode.l10n.t("The issues couldn't be read."));
  const title = vscode.l10n.t("{0} ↔ {1}", left.name, right.name);
  await vscode.commands.executeCommand("vscode.diff", left.uri, right.uri, title);
}

/** Where a search in the references view started from. */
import * as vscode from "vscode";
import { letterEditor } from "../util/letterEditor.ts";
import { isPosition } from "../util/typeGuards.ts";
import type { IssueLocation } from "./issueLocation.ts";

/** The location that a link or a code lens passes to a command; without it, the cursor's. */
export function searchLocation(uri: unknown, at: unknown): IssueLocation | undefined {
  if (typeof uri === "string" && isPosition(at)) return { uri, position: at };
  const editor = letterEditor();
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

/** The same as a location for the view, which needs a word there: the nearest one before it, if there is none. */
export function locationInWord(document: vscode.TextDocument, { position }: IssueLocation): vscode.Location {
  const at = document.validatePosition(new vscode.Position(position.line, position.character));
  return new vscode.Location(document.uri, positionInWord(document, at));
}

function positionInWord(document: vscode.TextDocument, at: vscode.Position): vscode.Position {
  if (document.getWordRangeAtPosition(at, /\S+/)) return at;
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(at.line);
  const before = text.slice(0, at.character).trimEnd().length;
  return at.with({ character: before > 0 ? before - 1 : firstNonWhitespaceCharacterIndex });
}

/** Shows locations in a peek view, where there is no references view. */
export async function peekLocations(
  document: vscode.TextDocument,
  at: vscode.Position,
  locations: readonly vscode.Location[],
): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
  await vscode.commands.executeCommand("editor.action.peekLocations", document.uri, at, locations, "peek");
}

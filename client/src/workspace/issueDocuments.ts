/** Issues as read-only documents, to be compared. What stands in one is asked of the server whenever it is opened. */
import * as vscode from "vscode";
import { type IssueText, issueTextRequest } from "../../../server/src/protocol/extensions.ts";
import { issueScheme } from "../constants.ts";
import { shorten } from "../issues/issuePositions.ts";
import type { LetterClient } from "../languageClient.ts";
import { type IssueLocation, isPlace } from "./issueLocation.ts";

export interface IssueTexts extends vscode.Disposable {
  /** The document of the issue there; undefined where no issue is. It is written anew where it is open already. */
  documentOf(place: IssueLocation): Promise<IssueDocument | undefined>;
}

export interface IssueDocument {
  readonly uri: vscode.Uri;
  /** The case number and the treatment. */
  readonly name: string;
}

export function createIssueContentProvider(client: Pick<LetterClient, "ask">): IssueTexts {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const ask = ({ uri, position }: IssueLocation) =>
    client.ask<IssueText | null>(issueTextRequest, { textDocument: { uri }, position });
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(issueScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const place = placeIn(uri);
        return (place && (await ask(place)))?.text ?? vscode.l10n.t("This issue is no longer there.");
      },
    }),
  );
  return {
    async documentOf(place) {
      const issue = await ask(place);
      if (!issue) return undefined;
      const uri = addressOf(place, issue.name);
      changed.fire(uri);
      return { uri, name: issue.name };
    },
    dispose: () => registered.dispose(),
  };
}

/** The name is what the tab shows, and gives the document a letter's language. */
const addressOf = ({ uri, position: { line, character } }: IssueLocation, name: string): vscode.Uri =>
  vscode.Uri.from({
    scheme: issueScheme,
    path: `/${shorten(name.replace(/[\\/]/g, "-"))}.imr`,
    query: JSON.stringify({ uri, position: { line, character } }),
  });

function placeIn({ query }: vscode.Uri): IssueLocation | undefined {
  try {
    const place: unknown = JSON.parse(query);
    return isPlace(place) ? place : undefined;
  } catch {
    return undefined;
  }
}

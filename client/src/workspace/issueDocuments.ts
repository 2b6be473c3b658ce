/** Issues as read-only documents, to compare them. The server provides the text whenever a document is opened. */
import * as vscode from "vscode";
import { type IssueText, issueTextRequest } from "../../../server/src/protocol/extensions.ts";
import { issueScheme } from "../constants.ts";
import { shorten } from "../issues/issuePositions.ts";
import type { LetterClient } from "../languageClient.ts";
import { type IssueLocation, isIssueLocation } from "./issueLocation.ts";

export interface IssueTexts extends vscode.Disposable {
  /** The document of the issue at the location; undefined if there is none. If it's open, its text is updated. */
  documentOf(location: IssueLocation): Promise<IssueDocument | undefined>;
}

export interface IssueDocument {
  readonly uri: vscode.Uri;
  /** The case number and the treatment. */
  readonly name: string;
}

export function createIssueContentProvider(client: Pick<LetterClient, "sendRequest">): IssueTexts {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const requestText = ({ uri, position }: IssueLocation) =>
    client.sendRequest<IssueText | null>(issueTextRequest, { textDocument: { uri }, position });
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(issueScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const location = locationIn(uri);
        return (
          (location && (await requestText(location)))?.text ?? vscode.l10n.t("This issue no longer exists.")
        );
      },
    }),
  );
  return {
    async documentOf(location) {
      const issue = await requestText(location);
      if (!issue) return undefined;
      const uri = documentUri(location, issue.name);
      changed.fire(uri);
      return { uri, name: issue.name };
    },
    dispose: () => registered.dispose(),
  };
}

/** The tab shows the name, and its extension gives the document a letter's language. */
const documentUri = ({ uri, position: { line, character } }: IssueLocation, name: string): vscode.Uri =>
  vscode.Uri.from({
    scheme: issueScheme,
    path: `/${shorten(name.replace(/[\\/]/g, "-"))}.imr`,
    query: JSON.stringify({ uri, position: { line, character } }),
  });

function locationIn({ query }: vscode.Uri): IssueLocation | undefined {
  try {
    const location: unknown = JSON.parse(query);
    return isIssueLocation(location) ? location : undefined;
  } catch {
    return undefined;
  }
}

/** What both entries, for Node and for the browser, start. */
import type * as vscode from "vscode";
import { followActiveLetter } from "./activeLetter.ts";
import { detectLetters } from "./detect.ts";
import { registerFindGuideline } from "./findGuideline.ts";
import { registerIgnored } from "./ignored.ts";
import { type IssuesView, showIssues } from "./issuesView.ts";
import { type CreateClient, createLetterClient, type LetterClient } from "./languageClient.ts";
import { showLanguageStatus } from "./languageStatus.ts";
import { registerMending } from "./mending.ts";
import { registerNavigation } from "./navigation.ts";
import { registerReveal } from "./reveal.ts";
import { registerSamples } from "./samples.ts";
import { registerSkeletons } from "./skeletons.ts";
import { showStatus } from "./statusBar.ts";

/** What `activate` returns, for tests and for other extensions. */
export interface Api extends Pick<LetterClient, "ready" | "overview"> {
  /** The side bar's view and its rows, told apart by their ids. */
  readonly issuesView: Pick<IssuesView, "view" | "rows">;
}

export function start(context: vscode.ExtensionContext, create: CreateClient): Api {
  const client = createLetterClient(create);
  const letters = followActiveLetter(client);
  const issuesView = showIssues(letters);
  context.subscriptions.push(
    client,
    letters,
    issuesView,
    showStatus(letters),
    showLanguageStatus(letters),
    registerNavigation(client),
    registerReveal(client),
    registerSkeletons(client),
    registerFindGuideline(client),
    registerMending(client),
    registerSamples(context.extensionUri),
    registerIgnored(client, context.workspaceState),
    detectLetters(),
  );
  return { ready: client.ready, overview: (uri) => client.overview(uri), issuesView };
}

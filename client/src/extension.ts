/** What both entries, for Node and for the browser, start. */
import type * as vscode from "vscode";
import { detectLetters } from "./detect.ts";
import { registerIgnored } from "./ignored.ts";
import { showIssues } from "./issuesView.ts";
import { type CreateClient, createLetterClient, type LetterClient } from "./languageClient.ts";
import { registerMending } from "./mending.ts";
import { registerNavigation } from "./navigation.ts";
import { registerReveal } from "./reveal.ts";
import { registerSamples } from "./samples.ts";
import { registerSkeletons } from "./skeletons.ts";
import { showStatus } from "./statusBar.ts";

/** What `activate` returns, for tests and for other extensions. */
export type Api = Pick<LetterClient, "ready" | "overview">;

export function start(context: vscode.ExtensionContext, create: CreateClient): Api {
  const client = createLetterClient(create);
  context.subscriptions.push(
    client,
    registerNavigation(client),
    registerReveal(client),
    registerSkeletons(client),
    registerMending(client),
    registerSamples(context.extensionUri),
    registerIgnored(client, context.workspaceState),
    showStatus(client),
    showIssues(client),
    detectLetters(),
  );
  return { ready: client.ready, overview: (uri) => client.overview(uri) };
}

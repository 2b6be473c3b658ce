/** What both entries, for Node and for the browser, start. */
import type * as vscode from "vscode";
import { detectLetters } from "./detect.ts";
import { registerIgnored } from "./ignored.ts";
import { type CreateClient, createLetterClient, type LetterClient } from "./languageClient.ts";
import { registerNavigation } from "./navigation.ts";
import { showStatus } from "./statusBar.ts";

/** What `activate` returns, for tests and for other extensions. */
export type Api = Pick<LetterClient, "ready" | "overview">;

export function start(context: vscode.ExtensionContext, create: CreateClient): Api {
  const client = createLetterClient(create);
  context.subscriptions.push(
    client,
    registerNavigation(client),
    registerIgnored(client, context.workspaceState),
    showStatus(client),
    detectLetters(),
  );
  return { ready: client.ready, overview: (uri) => client.overview(uri) };
}

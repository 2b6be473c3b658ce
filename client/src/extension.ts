/** What both entries, for Node and for the browser, start. */
import * as vscode from "vscode";
import { trackActiveLetter } from "./activeLetter.ts";
import { detectLetters } from "./detect.ts";
import type { Files } from "./files/files.ts";
import { registerFindGuideline } from "./findGuideline.ts";
import { registerIgnored } from "./ignored.ts";
import { registerImport } from "./importGuideline.ts";
import { type IssuesView, showIssues } from "./issuesView.ts";
import { type Connect, createLetterClient, type LetterClient } from "./languageClient.ts";
import { showLanguageStatus } from "./languageStatus.ts";
import { registerMending } from "./mending.ts";
import { showWarning } from "./messages.ts";
import { commands } from "./names.ts";
import { registerNavigation } from "./navigation.ts";
import { syncUserKnowledge } from "./ownKnowledge.ts";
import { createUserPacks } from "./ownPacks.ts";
import type { StartImport } from "./reading.ts";
import { registerReveal } from "./reveal.ts";
import { registerSamples } from "./samples.ts";
import { registerCompare } from "./shelf/compareRationales.ts";
import { registerDeterminations } from "./shelf/determinations.ts";
import { registerExport } from "./shelf/exportDeterminations.ts";
import { registerFileRequests } from "./shelf/lendFiles.ts";
import { registerReport } from "./shelf/report.ts";
import { registerWorkspaceReview } from "./shelf/reviewWorkspace.ts";
import { activateWithLetters } from "./shelf/startWithLetters.ts";
import { registerSkeletons } from "./skeletons.ts";
import { showStatus } from "./statusBar.ts";
import { createStoredCopies } from "./storedCopies.ts";

/** What `activate` returns, for tests and for other extensions. */
export interface Api extends Pick<LetterClient, "ready" | "overview"> {
  /** The side bar's view and its rows, told apart by their ids. */
  readonly issuesView: Pick<IssuesView, "view" | "rows">;
}

/** What the platform lends: files, a connection to the server, and a worker that reads documents. */
export interface Platform {
  readonly files: Files;
  readonly connect: Connect;
  readonly startReading: StartImport;
}

export function start(context: vscode.ExtensionContext, { files, connect, startReading }: Platform): Api {
  const client = createLetterClient(connect);
  const copies = createStoredCopies(files, context.globalStorageUri, warnUnreadable);
  const letters = trackActiveLetter(client);
  const issuesView = showIssues(letters);
  context.subscriptions.push(
    client,
    registerFileRequests(client, files, context.storageUri),
    letters,
    issuesView,
    showStatus(letters),
    showLanguageStatus(letters),
    registerNavigation(client),
    registerReveal(client),
    registerSkeletons(client),
    registerFindGuideline(client),
    registerImport(client, files, copies, startReading),
    syncUserKnowledge(client, { packs: createUserPacks(files), copies }),
    registerMending(client),
    registerSamples(context.extensionUri),
    registerIgnored(client, context.workspaceState),
    activateWithLetters(client),
    registerWorkspaceReview(client),
    registerReport(client, files),
    registerDeterminations(client),
    registerCompare(client),
    registerExport(client, files),
    detectLetters(),
  );
  return { ready: client.ready, overview: (uri) => client.overview(uri), issuesView };
}

function warnUnreadable(file: string): void {
  const again = vscode.l10n.t("Import Again");
  const message = vscode.l10n.t(
    "The imported guideline in “{0}” can no longer be read and is not used.",
    file,
  );
  showWarning(message, again).then((answer) => {
    if (answer === again) void vscode.commands.executeCommand(commands.importGuideline);
  });
}

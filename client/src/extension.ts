/** Starts the extension, for the entry points of Node and of the browser. */
import * as vscode from "vscode";
import type { StartReader } from "../../reader/src/reader.ts";
import type { StartWriter } from "../../writer/src/writer.ts";
import { commands } from "./constants.ts";
import { detectLetters } from "./detection/detectLetters.ts";
import { registerDocuments } from "./documents/documents.ts";
import { registerCleanUpText } from "./drafting/cleanUpText.ts";
import { registerFinalCheck } from "./drafting/finalCheck.ts";
import { offerCleanUp } from "./drafting/pastedLetters.ts";
import { saveNewLetter } from "./drafting/saveNewLetter.ts";
import { registerTemplates } from "./drafting/templates.ts";
import type { Files } from "./files/files.ts";
import { registerFindGuideline } from "./guidelines/findGuideline.ts";
import { registerGuidelineCommands } from "./guidelines/guidelineCommands.ts";
import { createStoredCopies } from "./guidelines/storedCopies.ts";
import { syncUserKnowledge } from "./guidelines/userKnowledge.ts";
import { createUserPacks } from "./guidelines/userPacks.ts";
import { trackActiveLetter } from "./issues/activeLetter.ts";
import { registerIgnored } from "./issues/ignoredFindings.ts";
import { type IssuesView, showIssues } from "./issues/issuesView.ts";
import { showLanguageStatus } from "./issues/languageStatus.ts";
import { registerNavigation } from "./issues/navigation.ts";
import { registerReveal } from "./issues/reveal.ts";
import { registerRules } from "./issues/rules.ts";
import { showStatus } from "./issues/statusBar.ts";
import { type Connect, createLetterClient, type LetterClient } from "./languageClient.ts";
import { showPageBreaks } from "./reading/pageBreaks.ts";
import { registerRestart } from "./restartServer.ts";
import { showWarning } from "./util/messages.ts";
import { registerCompare } from "./workspace/compareRationales.ts";
import { registerExport } from "./workspace/exportDeterminations.ts";
import { registerFileRequests } from "./workspace/fileRequests.ts";
import { registerCriteria } from "./workspace/findCriteria.ts";
import { registerDeterminations } from "./workspace/findDeterminations.ts";
import { createFolderSettings } from "./workspace/folderSettings.ts";
import { registerReport } from "./workspace/report.ts";
import { registerWorkspaceReview } from "./workspace/reviewWorkspace.ts";
import { activateWithLetters } from "./workspace/startWithLetters.ts";

/** The extension's API, which `activate` returns for tests and other extensions. */
export interface Api extends Pick<LetterClient, "ready" | "overview"> {
  /** The view in the side bar and its rows, which are identified by their IDs. */
  readonly issuesView: Pick<IssuesView, "view" | "rows">;
}

type OnDemand = typeof import("./onDemand.ts");

/** What depends on the platform: files, the connection to the server, and the workers that read and write documents. */
export interface Platform {
  readonly files: Files;
  readonly connect: Connect;
  /** The user's folder; undefined in a browser. */
  readonly home?: vscode.Uri;
  /** Loads what isn't needed for a letter in a text: what reads and writes PDF and Word files, and some commands. */
  readonly loadOnDemand: () => Promise<
    OnDemand & { readonly startReader: StartReader; readonly startWriter: StartWriter }
  >;
}

export function start(
  context: vscode.ExtensionContext,
  { files, connect, home, loadOnDemand }: Platform,
): Api {
  const folderSettings = createFolderSettings(files);
  const client = createLetterClient(connect, folderSettings);
  const copies = createStoredCopies(files, context.globalStorageUri, warnUnreadable);
  const documents = registerDocuments(files, loadOnDemand, context.storageUri);
  const letters = trackActiveLetter(client);
  const issuesView = showIssues(letters);
  const cleanUp = registerCleanUpText(client);
  context.subscriptions.push(
    folderSettings,
    client,
    documents,
    registerFileRequests(client, files, documents, context.storageUri),
    letters,
    issuesView,
    registerRestart(client),
    showPageBreaks(),
    showStatus(letters),
    showLanguageStatus(letters),
    registerNavigation(client),
    registerReveal(client),
    registerRules(context.extensionUri),
    registerTemplates(client),
    registerFindGuideline(client),
    registerGuidelineCommands(client, files, copies, loadOnDemand),
    syncUserKnowledge(client, { packs: createUserPacks(files), copies }),
    cleanUp,
    offerCleanUp(cleanUp),
    registerFinalCheck(client),
    vscode.commands.registerCommand(commands.saveNewLetter, (target: unknown) =>
      saveNewLetter(files, home, target instanceof vscode.Uri ? target : undefined),
    ),
    // Its second argument is the file to write; the first one is the editor's, from a menu.
    vscode.commands.registerCommand(commands.saveAsWord, async (_: unknown, target: unknown) => {
      const { saveAsWord, startWriter } = await loadOnDemand();
      await saveAsWord(client, files, startWriter, target instanceof vscode.Uri ? target : undefined);
    }),
    vscode.commands.registerCommand(commands.openSample, async (file?: unknown) =>
      (await loadOnDemand()).openSample(context.extensionUri, file),
    ),
    registerIgnored(client, context.workspaceState),
    activateWithLetters(client),
    registerWorkspaceReview(client, documents),
    registerReport(client, files),
    registerDeterminations(client),
    registerCriteria(client),
    registerCompare(client),
    registerExport(client, files),
    detectLetters(),
  );
  return { ready: client.ready, overview: (uri) => client.overview(uri), issuesView };
}

function warnUnreadable(file: string): void {
  const importAgain = vscode.l10n.t("Import Again");
  const message = vscode.l10n.t(
    "The imported guideline in “{0}” can't be read anymore and isn't used.",
    file,
  );
  showWarning(message, importAgain).then((answer) => {
    if (answer === importAgain) void vscode.commands.executeCommand(commands.importGuideline);
  });
}

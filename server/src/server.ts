import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { displayName, version } from "../../package.json";
import { createValidator } from "./protocol/diagnostics/diagnostics.ts";
import { diagnosticsCapabilities, registerDiagnosticsPull } from "./protocol/diagnostics/pull.ts";
import { registerDiagnosticsPush } from "./protocol/diagnostics/push.ts";
import { createWorkspaceDiagnostics } from "./protocol/diagnostics/workspace.ts";
import { type CheckedParams, checkedNotification } from "./protocol/extensions.ts";
import { serverFeatures } from "./protocol/handlers/features.ts";
import { type ClientFlags, readClientFlags } from "./protocol/lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "./protocol/lsp/runSafe.ts";
import type { ServerContext } from "./protocol/serverContext.ts";
import { createTypingDeferral } from "./protocol/state/deferWhileTyping.ts";
import { createIgnoredFindings } from "./protocol/state/ignoredFindings.ts";
import { createLetterDocuments } from "./protocol/state/letterDocuments.ts";
import { truncateToLimit } from "./protocol/state/maxFileSize.ts";
import { createReviewer } from "./protocol/state/reviewer.ts";
import { createSettings } from "./protocol/state/settings.ts";
import { createUserKnowledge } from "./protocol/state/userKnowledge.ts";
import { createIndexStore } from "./protocol/workspace/indexStore.ts";
import { LetterIndex } from "./protocol/workspace/letterIndex.ts";
import { createReadLetters } from "./protocol/workspace/readLetters.ts";
import { createWorkspaceFiles, workspaceFileCapabilities } from "./protocol/workspace/workspaceFiles.ts";
import { WorkspaceReview } from "./protocol/workspace/workspaceReview.ts";
import { rules } from "./review/rules.ts";

/** Serves one client over `connection` until it closes. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const client = readClientFlags(capabilities, initializationOptions);
    serve(connection, runtime, documents, client, initializationOptions);
    return {
      serverInfo: { name: displayName, version },
      capabilities: Object.assign(
        { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
        diagnosticsCapabilities(client),
        workspaceFileCapabilities(client),
        ...serverFeatures.map((feature) => feature.capabilities?.(client)),
      ),
    };
  });

  documents.listen(connection);
  connection.listen();
}

/** Creates the parts of the server, each from those before it, and then connects each event to what depends on it. */
function serve(
  connection: Connection,
  runtime: Runtime,
  documents: TextDocuments<TextDocument>,
  client: ClientFlags,
  initializationOptions: unknown,
): void {
  const log = (message: string): void => connection.console.error(message);

  const userKnowledge = createUserKnowledge(connection);
  const knowledge = userKnowledge.current;
  const ruleIds = new Set(rules.map((rule) => rule.id));
  const settings = createSettings(connection, client, initializationOptions, ruleIds);
  const letters = createLetterDocuments(documents, knowledge, settings);
  const ignored = createIgnoredFindings(connection);
  const typing = createTypingDeferral(runtime);
  const files = createWorkspaceFiles(connection, runtime, client);
  const readLetters = createReadLetters(files, runtime, settings, knowledge, (error) =>
    log(`Processing a letter failed: ${error}`),
  );
  const letterIndex = new LetterIndex(
    { connection, documents, letters, knowledge, settings, client, files, readLetters },
    createIndexStore(connection, runtime, version),
  );
  const reviewer = createReviewer(
    letters,
    settings,
    ignored,
    runtime,
    client,
    knowledge,
    (...place) => letterIndex.otherPlacesOf(...place),
    (rule, error) => log(`Rule ${rule} failed: ${describeError(error)}`),
    (milliseconds) => {
      if (!client.clientCommands) return;
      const checked: CheckedParams = { milliseconds, bytes: runtime.memory?.() };
      // A client that has disconnected needs no log.
      connection.sendNotification(checkedNotification, checked).catch(() => undefined);
    },
  );

  const workspaceReview = new WorkspaceReview(
    { connection, settings, client, files, readLetters, reviewer },
    createWorkspaceDiagnostics(connection, documents, runtime, client),
  );

  const validate = createValidator(reviewer, typing, client, (uri) => workspaceReview.problemsIn(uri));
  const registerDiagnostics = client.pullDiagnostics ? registerDiagnosticsPull : registerDiagnosticsPush;
  const diagnostics = registerDiagnostics(connection, documents, runtime, validate, client);

  const context: ServerContext = {
    connection,
    runtime,
    client,
    documents,
    letters,
    knowledge,
    settings,
    reviewer,
    ignored,
    typing,
    files,
    readLetters,
    letterIndex,
    workspaceReview,
    program: `${displayName} ${version}`,
  };
  for (const feature of serverFeatures) feature.register(context);

  const requestRefresh = (): void => {
    for (const feature of serverFeatures) feature.requestRefresh?.(context);
  };
  const refreshAll = (): void => {
    diagnostics.requestRefresh();
    letterIndex.followSettings();
    workspaceReview.invalidate();
    requestRefresh();
  };
  documents.onDidChangeContent(({ document }) =>
    typing.read(document.uri, truncateToLimit(document.getText(), settings.maxFileSize())),
  );
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    typing.close(uri);
  });
  typing.onIdle((uri) => diagnostics.requestRefreshOf(uri));
  ignored.onDidIgnore((uri) => {
    diagnostics.requestRefreshOf(uri);
    workspaceReview.invalidateFile(uri);
  });
  settings.onReady(() => {
    files.watch();
    letterIndex.followSettings();
    workspaceReview.followSettings();
  });
  settings.onDidChangeSettings(refreshAll);
  userKnowledge.onDidChangeKnowledge(refreshAll);
  files.onDidChangeFiles((uris) => {
    letterIndex.filesChanged(uris);
    workspaceReview.filesChanged(uris);
  });
  letterIndex.onDidChangeIndex(requestRefresh);
  letterIndex.onDidChangeSharedCases((uris) => {
    diagnostics.requestRefresh();
    for (const uri of uris) workspaceReview.invalidateFile(uri);
  });
}

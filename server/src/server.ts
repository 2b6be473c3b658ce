import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { displayName, version } from "../../package.json";
import { createValidator } from "./protocol/diagnostics/diagnostics.ts";
import { registerDiagnosticsPull } from "./protocol/diagnostics/pull.ts";
import { registerDiagnosticsPush } from "./protocol/diagnostics/push.ts";
import { createTellProblems } from "./protocol/diagnostics/workspace.ts";
import { codeActionOptions, registerCodeActions } from "./protocol/handlers/codeActions.ts";
import { codeLens } from "./protocol/handlers/codeLens.ts";
import { completion } from "./protocol/handlers/completion.ts";
import { occurrences } from "./protocol/handlers/definition.ts";
import { shelfDeterminations } from "./protocol/handlers/determinationsOn.ts";
import { places } from "./protocol/handlers/documentLink.ts";
import { mending } from "./protocol/handlers/formatting.ts";
import { finding } from "./protocol/handlers/guidelineEntries.ts";
import { guidelinePages } from "./protocol/handlers/guidelinePages.ts";
import { reading } from "./protocol/handlers/hover.ts";
import { inlayHints } from "./protocol/handlers/inlayHints.ts";
import { renaming } from "./protocol/handlers/rename.ts";
import { telling } from "./protocol/handlers/report.ts";
import { skeletons } from "./protocol/handlers/templates.ts";
import { reviewing } from "./protocol/handlers/workspaceReview.ts";
import { type EditorAbilities, editorAbilities } from "./protocol/lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "./protocol/lsp/runSafe.ts";
import type { ServerPart, Serving } from "./protocol/serverContext.ts";
import { createTyping } from "./protocol/state/deferWhileTyping.ts";
import { createIgnored } from "./protocol/state/ignoredFindings.ts";
import { createLetters } from "./protocol/state/letterDocuments.ts";
import { readPart } from "./protocol/state/maxFileSize.ts";
import { createReviewer } from "./protocol/state/reviewer.ts";
import { createSettings } from "./protocol/state/settings.ts";
import { createOwnKnowledge } from "./protocol/state/userKnowledge.ts";
import { createShelf } from "./protocol/workspace/letterIndex.ts";
import { createReadLetters } from "./protocol/workspace/readLetters.ts";
import { createFiles, fileCapabilities } from "./protocol/workspace/workspaceFiles.ts";
import { createWorkspaceReview } from "./protocol/workspace/workspaceReview.ts";
import { rules } from "./review/rules.ts";

/** What the server answers beside diagnostics and their fixes. */
const parts: readonly ServerPart[] = [
  reading,
  inlayHints,
  codeLens,
  completion,
  occurrences,
  renaming,
  places,
  mending,
  skeletons,
  guidelinePages,
  finding,
  shelfDeterminations,
  reviewing,
  telling,
];

/** Serves one editor over `connection`, until that ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const editor = editorAbilities(capabilities, initializationOptions);
    serve(connection, runtime, documents, editor, initializationOptions);
    const answers = parts.map((part) => part.capabilities(editor));
    return {
      serverInfo: { name: displayName, version },
      capabilities: Object.assign(
        {
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
          codeActionProvider: codeActionOptions(editor),
          diagnosticProvider: editor.pullDiagnostics
            ? { identifier: "imr", interFileDependencies: false, workspaceDiagnostics: editor.lendsFiles }
            : undefined,
        },
        fileCapabilities(editor),
        ...answers,
      ),
    };
  });

  documents.listen(connection);
  connection.listen();
}

function serve(
  connection: Connection,
  runtime: Runtime,
  documents: TextDocuments<TextDocument>,
  editor: EditorAbilities,
  initializationOptions: unknown,
): void {
  const own = createOwnKnowledge(connection, () => refresh());
  const knowledge = own.current;
  const ruleIds = new Set(rules.map((rule) => rule.id));
  const settings = createSettings(connection, editor, initializationOptions, ruleIds, () => refresh());
  const letters = createLetters(documents, knowledge, settings);
  const ignored = createIgnored(connection, (uri) => {
    diagnostics.requestRefreshOf(uri);
    workspaceReview.againOf(uri);
  });
  const typing = createTyping(runtime, (uri) => diagnostics.requestRefreshOf(uri));
  documents.onDidChangeContent(({ document }) =>
    typing.read(document.uri, readPart(document.getText(), settings.readSize())),
  );
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    typing.close(uri);
  });
  const reviewer = createReviewer(letters, settings, ignored, runtime, editor, knowledge, (rule, error) =>
    connection.console.error(`Rule ${rule} failed: ${describeError(error)}`),
  );
  const files = createFiles(connection, runtime, editor, settings);
  const readLetters = createReadLetters(files, runtime, settings, knowledge, (what) =>
    connection.console.error(`A letter could not be worked on: ${what}`),
  );
  const lending = {
    connection,
    runtime,
    documents,
    letters,
    knowledge,
    settings,
    editor,
    files,
    readLetters,
  };
  const shelf = createShelf(lending, version, () => askAgain());
  const workspaceReview = createWorkspaceReview(
    lending,
    reviewer,
    createTellProblems(connection, documents, runtime, editor),
  );
  const validate = createValidator(reviewer, typing, editor, (uri) => workspaceReview.ofFile(uri));
  const registerDiagnostics = editor.pullDiagnostics ? registerDiagnosticsPull : registerDiagnosticsPush;
  const diagnostics = registerDiagnostics(connection, documents, runtime, validate, editor);
  const program = `${displayName} ${version}`;
  const serving: Serving = { ...lending, shelf, workspaceReview, reviewer, program };
  const again = parts.flatMap((part) => part.register(serving) ?? []);
  const askAgain = (): void => {
    for (const ask of again) ask();
  };
  const refresh = (): void => {
    diagnostics.requestRefresh();
    shelf.settingsChanged();
    workspaceReview.again();
    askAgain();
  };
  registerCodeActions(connection, runtime, reviewer, typing, editor);
}

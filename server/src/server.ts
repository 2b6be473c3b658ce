import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { displayName, version } from "../../package.json";
import { type EditorAbilities, editorAbilities } from "./protocol/capabilities.ts";
import { codeActionOptions, registerCodeActions } from "./protocol/codeActions.ts";
import { codeLens } from "./protocol/codeLens.ts";
import { completion } from "./protocol/completion.ts";
import { createValidator } from "./protocol/diagnostics.ts";
import { registerDiagnosticsPull } from "./protocol/diagnosticsPull.ts";
import { registerDiagnosticsPush } from "./protocol/diagnosticsPush.ts";
import { finding } from "./protocol/finding.ts";
import { guidelinePages } from "./protocol/guidelinePages.ts";
import { createIgnored } from "./protocol/ignored.ts";
import { inlayHints } from "./protocol/inlayHints.ts";
import { createLetters } from "./protocol/letters.ts";
import { mending } from "./protocol/mending.ts";
import { occurrences } from "./protocol/occurrences.ts";
import { createOwnKnowledge } from "./protocol/ownKnowledge.ts";
import { places } from "./protocol/places.ts";
import { reading } from "./protocol/reading.ts";
import { readPart } from "./protocol/readSize.ts";
import { renaming } from "./protocol/renaming.ts";
import { createReviewer } from "./protocol/reviewed.ts";
import { describeError, type Runtime } from "./protocol/runtime.ts";
import type { ServerPart, Serving } from "./protocol/serving.ts";
import { createSettings } from "./protocol/settings.ts";
import { shelfDeterminations } from "./protocol/shelf/determinations.ts";
import { createFiles, fileCapabilities } from "./protocol/shelf/files.ts";
import { createReadLetters } from "./protocol/shelf/readLetters.ts";
import { reviewing } from "./protocol/shelf/reviewing.ts";
import { createShelf } from "./protocol/shelf/shelf.ts";
import { telling } from "./protocol/shelf/telling.ts";
import { createTellProblems } from "./protocol/shelf/tellProblems.ts";
import { createWorkspaceReview } from "./protocol/shelf/workspaceReview.ts";
import { skeletons } from "./protocol/skeletons.ts";
import { createTyping } from "./protocol/typing.ts";
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

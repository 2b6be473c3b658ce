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
            ? { identifier: "imr", interFileDependencies: false, workspaceDiagnostics: false }
            : undefined,
        },
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
  const ignored = createIgnored(connection, (uri) => diagnostics.requestRefreshOf(uri));
  const typing = createTyping(runtime, (uri) => diagnostics.requestRefreshOf(uri));
  documents.onDidChangeContent(({ document }) =>
    typing.read(document.uri, readPart(document.getText(), settings.readSize())),
  );
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    ignored.forget(uri);
    typing.close(uri);
  });
  const reviewLetter = createReviewer(letters, settings, ignored, runtime, editor, (rule, error) =>
    connection.console.error(`Rule ${rule} failed: ${describeError(error)}`),
  );
  const validate = createValidator(reviewLetter, typing, editor);
  const registerDiagnostics = editor.pullDiagnostics ? registerDiagnosticsPull : registerDiagnosticsPush;
  const diagnostics = registerDiagnostics(connection, documents, runtime, validate, editor);
  const serving: Serving = { connection, runtime, documents, letters, knowledge, settings, editor };
  const again = parts.flatMap((part) => part.register(serving) ?? []);
  const refresh = (): void => {
    diagnostics.requestRefresh();
    for (const ask of again) ask();
  };
  registerCodeActions(connection, runtime, reviewLetter, typing, editor);
}

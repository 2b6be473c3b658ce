import {
  type Connection,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { displayName, version } from "../../package.json";
import { createKnowledge } from "./knowledge/knowledge.ts";
import { type EditorAbilities, editorAbilities } from "./protocol/capabilities.ts";
import { codeActionOptions, registerCodeActions } from "./protocol/codeActions.ts";
import { tokenTypes } from "./protocol/convert.ts";
import { createValidator } from "./protocol/diagnostics.ts";
import { registerDiagnosticsPull } from "./protocol/diagnosticsPull.ts";
import { registerDiagnosticsPush } from "./protocol/diagnosticsPush.ts";
import { registerHandlers } from "./protocol/handlers.ts";
import { createIgnored } from "./protocol/ignored.ts";
import { createLetters } from "./protocol/letters.ts";
import { createReviewer } from "./protocol/reviewed.ts";
import { describeError, type Runtime } from "./protocol/runtime.ts";
import { createSettings } from "./protocol/settings.ts";
import { createTyping } from "./protocol/typing.ts";
import { rules } from "./review/rules.ts";

/** Serves one editor over `connection`, until that ends. */
export function startServer(connection: Connection, runtime: Runtime): void {
  const documents = new TextDocuments(TextDocument);

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    const editor = editorAbilities(capabilities, initializationOptions);
    serve(connection, runtime, documents, editor, initializationOptions);
    return {
      serverInfo: { name: displayName, version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        hoverProvider: true,
        codeActionProvider: codeActionOptions(editor),
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
          full: { delta: true },
          range: true,
        },
        diagnosticProvider: editor.pullDiagnostics
          ? { identifier: "imr", interFileDependencies: false, workspaceDiagnostics: false }
          : undefined,
      },
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
  const knowledge = createKnowledge();
  const letters = createLetters(documents);
  const ruleIds = new Set(rules.map((rule) => rule.id));
  const settings = createSettings(connection, editor, initializationOptions, ruleIds, () =>
    diagnostics.requestRefresh(),
  );
  const ignored = createIgnored(connection, (uri) => diagnostics.requestRefreshOf(uri));
  const typing = createTyping(runtime, (uri) => diagnostics.requestRefreshOf(uri));
  documents.onDidChangeContent(({ document }) => typing.read(document.uri, document.getText()));
  documents.onDidClose(({ document: { uri } }) => {
    settings.forget(uri);
    ignored.forget(uri);
    typing.close(uri);
  });
  const reviewLetter = createReviewer(letters, knowledge, settings, ignored, runtime, editor, (rule, error) =>
    connection.console.error(`Rule ${rule} failed: ${describeError(error)}`),
  );
  const validate = createValidator(reviewLetter, typing, editor);
  const registerDiagnostics = editor.pullDiagnostics ? registerDiagnosticsPull : registerDiagnosticsPush;
  const diagnostics = registerDiagnostics(connection, documents, runtime, validate, editor);
  registerHandlers(connection, documents, runtime, letters, knowledge, editor);
  registerCodeActions(connection, runtime, reviewLetter, typing, editor);
}

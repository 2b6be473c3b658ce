import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { fnv1a } from "../../base/fnv1a.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { type Runtime, runSafe } from "../lsp/runSafe.ts";
import type { Validate } from "./diagnostics.ts";
import type { DiagnosticsSupport } from "./push.ts";

export const diagnosticsCapabilities = ({
  pullDiagnostics,
  providesFiles,
}: ClientFlags): Partial<ServerCapabilities> =>
  pullDiagnostics
    ? {
        diagnosticProvider: {
          identifier: "imr",
          interFileDependencies: false,
          workspaceDiagnostics: providesFiles,
        },
      }
    : {};

/** Answers the client's requests for a document's problems. */
export function registerDiagnosticsPull(
  connection: Connection,
  _documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  validate: Validate,
  client: ClientFlags,
): DiagnosticsSupport {
  const noProblems: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

  const listener = connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    runSafe(
      connection,
      runtime,
      "Checking",
      token,
      noProblems,
      async (): Promise<DocumentDiagnosticReport> => {
        const items = await validate(textDocument.uri);
        const resultId = resultIdOf(items);
        return previousResultId === resultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );

  const requestRefresh = (): void => {
    if (!client.diagnosticRefresh) return;
    // A client that has disconnected needs no refresh.
    connection.languages.diagnostics.refresh().catch(() => undefined);
  };

  return {
    requestRefresh,
    // The protocol can't refresh a single document.
    requestRefreshOf: requestRefresh,
    dispose: () => listener.dispose(),
  };
}

/** An id made of the problems themselves: nothing has to be kept between requests. */
export const resultIdOf = (problems: readonly Diagnostic[]): string => fingerprint(JSON.stringify(problems));

const fingerprint = (text: string): string => `${text.length}-${fnv1a(text).toString(36)}`;

import type { Connection, Disposable, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import type { Validate } from "./diagnostics.ts";

export interface DiagnosticsSupport extends Disposable {
  /** Something other than a document changed, so earlier results may be wrong. */
  requestRefresh(): void;
  /** The same for one document, when the user has stopped typing in it. */
  requestRefreshOf(uri: string): void;
}

/** Problems are sent when nothing has been typed for this long. */
const debounceMs = 200;

/** Publishes problems after a pause in typing, for clients that don't pull diagnostics. */
export function registerDiagnosticsPush(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  validate: Validate,
  _client: ClientFlags,
): DiagnosticsSupport {
  const timers = new Map<string, Disposable>();
  /** The last published problems of each open document, as JSON. */
  const published = new Map<string, string>();

  const cancel = (uri: string): void => {
    timers.get(uri)?.dispose();
    timers.delete(uri);
  };

  const publish = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const diagnostics = await validate(uri);
    const current = documents.get(uri);
    if (current?.version !== version || timers.has(uri)) return;
    const list = JSON.stringify(diagnostics);
    if (published.get(uri) === list) return;
    published.set(uri, list);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const publishSafely = (document: TextDocument): void => {
    publish(document).catch((error) => connection.console.error(`Checking failed: ${describeError(error)}`));
  };

  const schedule = (document: TextDocument): void => {
    cancel(document.uri);
    const timer = runtime.timer.setTimeout(() => {
      timers.delete(document.uri);
      publishSafely(document);
    }, debounceMs);
    timers.set(document.uri, timer);
  };

  /** Replaces the document's problems with those known of the closed file, usually none. */
  const publishClosed = async (uri: string): Promise<void> => {
    cancel(uri);
    const list = published.get(uri) ?? "[]";
    published.delete(uri);
    const diagnostics = await validate(uri);
    if (documents.get(uri) !== undefined || JSON.stringify(diagnostics) === list) return;
    await connection.sendDiagnostics({ uri, diagnostics });
  };
  const publishClosedSafely = (uri: string): void => {
    publishClosed(uri).catch((error) => connection.console.error(`Checking failed: ${describeError(error)}`));
  };

  const listeners = [
    documents.onDidChangeContent(({ document }) => schedule(document)),
    documents.onDidClose(({ document }) => publishClosedSafely(document.uri)),
  ];

  return {
    requestRefresh: () => documents.all().forEach(schedule),
    requestRefreshOf(uri) {
      const document = documents.get(uri);
      if (document !== undefined && !timers.has(uri)) publishSafely(document);
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      for (const uri of [...timers.keys()]) cancel(uri);
    },
  };
}

import type { Connection, Disposable, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import type { Validate } from "./diagnostics.ts";

export interface DiagnosticsSupport extends Disposable {
  /** Something other than a text changed: what was answered may be wrong now. */
  requestRefresh(): void;
  /** The same of one document, whose pause in typing is over. */
  requestRefreshOf(uri: string): void;
}

/** Problems are sent when nothing was typed for so long. */
const debounceMs = 200;

/** Sends problems on its own account, a pause after each change: for editors that do not ask. */
export function registerDiagnosticsPush(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  validate: Validate,
  _editor: ClientFlags,
): DiagnosticsSupport {
  const waiting = new Map<string, Disposable>();
  const sent = new Map<string, string>();

  const cancel = (uri: string): void => {
    waiting.get(uri)?.dispose();
    waiting.delete(uri);
  };

  const publish = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const diagnostics = await validate(uri);
    const current = documents.get(uri);
    if (current?.version !== version || waiting.has(uri)) return;
    const list = JSON.stringify(diagnostics);
    if (sent.get(uri) === list) return;
    sent.set(uri, list);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const publishSafely = (document: TextDocument): void => {
    publish(document).catch((error) => connection.console.error(`Checking failed: ${describeError(error)}`));
  };

  const schedule = (document: TextDocument): void => {
    cancel(document.uri);
    const timer = runtime.timer.setTimeout(() => {
      waiting.delete(document.uri);
      publishSafely(document);
    }, debounceMs);
    waiting.set(document.uri, timer);
  };

  /** What is known of the file itself, mostly nothing, takes the place of what was sent of the document. */
  const leave = async (uri: string): Promise<void> => {
    cancel(uri);
    const list = sent.get(uri) ?? "[]";
    sent.delete(uri);
    const diagnostics = await validate(uri);
    if (documents.get(uri) !== undefined || JSON.stringify(diagnostics) === list) return;
    await connection.sendDiagnostics({ uri, diagnostics });
  };
  const leaveSafely = (uri: string): void => {
    leave(uri).catch((error) => connection.console.error(`Checking failed: ${describeError(error)}`));
  };

  const listeners = [
    documents.onDidChangeContent(({ document }) => schedule(document)),
    documents.onDidClose(({ document }) => leaveSafely(document.uri)),
  ];

  return {
    requestRefresh: () => documents.all().forEach(schedule),
    requestRefreshOf(uri) {
      const document = documents.get(uri);
      if (document !== undefined && !waiting.has(uri)) publishSafely(document);
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      for (const uri of [...waiting.keys()]) cancel(uri);
    },
  };
}

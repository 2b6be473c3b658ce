/**
 * Sends the client the problems of files that aren't open. If it pulls workspace diagnostics, it gets partial results
 * while its request stays open; otherwise they are published.
 */
import type {
  Connection,
  Diagnostic,
  TextDocuments,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import type { Runtime } from "../lsp/runSafe.ts";

/** An empty list removes a file's problems; `resultId` is undefined if nothing is known about the file anymore. */
export type PublishWorkspaceDiagnostics = (
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string | undefined,
) => void;

interface Published {
  readonly problems: readonly Diagnostic[];
  readonly resultId: string;
}

/** A `workspace/diagnostic` request that is still open. */
interface PendingPull {
  /** Undefined if the client doesn't support partial results. */
  readonly reportPart: ((items: WorkspaceDiagnosticReport) => void) | undefined;
  readonly finish: (report: WorkspaceDiagnosticReport) => void;
}

/** The result id of a file about which nothing is known. */
const noResult = "none";

export function createWorkspaceDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  client: ClientFlags,
): PublishWorkspaceDiagnostics {
  const published = new Map<string, Published>();

  if (!client.pullDiagnostics) {
    return (uri, problems, resultId = noResult) => {
      if (isPublished(published, uri, problems, resultId)) return;
      remember(published, uri, problems, resultId);
      if (documents.get(uri) === undefined)
        void connection.sendDiagnostics({ uri, diagnostics: [...problems] });
    };
  }

  const unsent = new Map<string, WorkspaceDocumentDiagnosticReport>();
  let pending: PendingPull | undefined;
  let isScheduled = false;

  const send = (): void => {
    isScheduled = false;
    if (pending === undefined || unsent.size === 0) return;
    const items = [...unsent.values()];
    unsent.clear();
    if (pending.reportPart) {
      pending.reportPart({ items });
    } else {
      pending.finish({ items });
      pending = undefined;
    }
  };
  const sendSoon = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    runtime.timer.setImmediate(send);
  };
  const queue = (uri: string, { problems, resultId }: Published): void => {
    unsent.set(uri, {
      kind: DocumentDiagnosticReportKind.Full,
      uri,
      version: null,
      resultId,
      items: [...problems],
    });
    sendSoon();
  };

  connection.languages.diagnostics.onWorkspace((params, token, _work, partial) => {
    // A new request supersedes the pending one.
    pending?.finish({ items: [] });
    const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const [uri, one] of published) if (previous.get(uri) !== one.resultId) queue(uri, one);
    // The client may still show problems that an earlier server sent.
    for (const uri of previous.keys()) {
      if (!published.has(uri) && documents.get(uri) === undefined)
        queue(uri, { problems: [], resultId: noResult });
    }
    return new Promise<WorkspaceDiagnosticReport>((resolve) => {
      const pull: PendingPull = {
        reportPart: partial && ((items) => partial.report(items)),
        finish: (report) => resolve(report),
      };
      pending = pull;
      token.onCancellationRequested(() => {
        pull.finish({ items: [] });
        if (pending === pull) pending = undefined;
      });
      sendSoon();
    });
  });

  return (uri, problems, resultId = noResult) => {
    if (isPublished(published, uri, problems, resultId)) return;
    remember(published, uri, problems, resultId);
    queue(uri, { problems, resultId });
  };
}

/** True also for a file without problems that never had one: it needs no empty list. */
const isPublished = (
  published: ReadonlyMap<string, Published>,
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string,
): boolean => {
  const before = published.get(uri);
  return before === undefined ? problems.length === 0 : before.resultId === resultId;
};

function remember(
  published: Map<string, Published>,
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string,
): void {
  if (problems.length === 0) published.delete(uri);
  else published.set(uri, { problems, resultId });
}

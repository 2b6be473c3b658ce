/**
 * Tells the client the problems of files that are not open: one that asks for those of the workspace is answered bit by
 * bit, and its request stays open; to another they are sent.
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

/** Empty lists take problems away; `resultId` is undefined where nothing is known of the file any more. */
export type PublishWorkspaceDiagnostics = (
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string | undefined,
) => void;

interface Published {
  readonly problems: readonly Diagnostic[];
  readonly resultId: string;
}

/** A request for the problems of the workspace that is not answered in full. */
interface PendingPull {
  /** Undefined where the client takes no answer in parts. */
  readonly part: ((items: WorkspaceDiagnosticReport) => void) | undefined;
  readonly finish: (report: WorkspaceDiagnosticReport) => void;
}

const nothing = "none";

export function createWorkspaceDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  client: ClientFlags,
): PublishWorkspaceDiagnostics {
  const published = new Map<string, Published>();

  if (!client.pullDiagnostics) {
    return (uri, problems, resultId = nothing) => {
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
    if (pending.part) {
      pending.part({ items });
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
    // Only one is kept waiting: an editor that asks again has given up on the one before.
    pending?.finish({ items: [] });
    const has = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const [uri, one] of published) if (has.get(uri) !== one.resultId) queue(uri, one);
    // Of a server before this one.
    for (const uri of has.keys()) {
      if (!published.has(uri) && documents.get(uri) === undefined)
        queue(uri, { problems: [], resultId: nothing });
    }
    return new Promise<WorkspaceDiagnosticReport>((resolve) => {
      const mine: PendingPull = {
        part: partial && ((items) => partial.report(items)),
        finish: (report) => resolve(report),
      };
      pending = mine;
      token.onCancellationRequested(() => {
        mine.finish({ items: [] });
        if (pending === mine) pending = undefined;
      });
      sendSoon();
    });
  });

  return (uri, problems, resultId = nothing) => {
    if (isPublished(published, uri, problems, resultId)) return;
    remember(published, uri, problems, resultId);
    queue(uri, { problems, resultId });
  };
}

/** Nothing is told of a file that never had a problem. */
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

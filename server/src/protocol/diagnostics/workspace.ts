/**
 * Tells the editor the problems of files that are not open: one that asks for those of the workspace is answered bit by
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
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import type { Runtime } from "../lsp/runSafe.ts";

/** Empty lists take problems away; `resultId` is undefined where nothing is known of the file any more. */
export type TellProblems = (
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string | undefined,
) => void;

interface Told {
  readonly problems: readonly Diagnostic[];
  readonly resultId: string;
}

/** A request for the problems of the workspace that is not answered in full. */
interface Asking {
  /** Undefined where the editor takes no answer in parts. */
  readonly part: ((items: WorkspaceDiagnosticReport) => void) | undefined;
  readonly finish: (report: WorkspaceDiagnosticReport) => void;
}

const nothing = "none";

export function createTellProblems(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  editor: EditorAbilities,
): TellProblems {
  const told = new Map<string, Told>();

  if (!editor.pullDiagnostics) {
    return (uri, problems, resultId = nothing) => {
      if (isOld(told, uri, problems, resultId)) return;
      remember(told, uri, problems, resultId);
      if (documents.get(uri) === undefined)
        void connection.sendDiagnostics({ uri, diagnostics: [...problems] });
    };
  }

  const unsent = new Map<string, WorkspaceDocumentDiagnosticReport>();
  let asking: Asking | undefined;
  let sendsSoon = false;

  const send = (): void => {
    sendsSoon = false;
    if (asking === undefined || unsent.size === 0) return;
    const items = [...unsent.values()];
    unsent.clear();
    if (asking.part) {
      asking.part({ items });
    } else {
      asking.finish({ items });
      asking = undefined;
    }
  };
  const sendSoon = (): void => {
    if (sendsSoon) return;
    sendsSoon = true;
    runtime.timer.setImmediate(send);
  };
  const queue = (uri: string, { problems, resultId }: Told): void => {
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
    asking?.finish({ items: [] });
    const has = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    for (const [uri, one] of told) if (has.get(uri) !== one.resultId) queue(uri, one);
    // Of a server before this one.
    for (const uri of has.keys()) {
      if (!told.has(uri) && documents.get(uri) === undefined) queue(uri, { problems: [], resultId: nothing });
    }
    return new Promise<WorkspaceDiagnosticReport>((resolve) => {
      const mine: Asking = {
        part: partial && ((items) => partial.report(items)),
        finish: (report) => resolve(report),
      };
      asking = mine;
      token.onCancellationRequested(() => {
        mine.finish({ items: [] });
        if (asking === mine) asking = undefined;
      });
      sendSoon();
    });
  });

  return (uri, problems, resultId = nothing) => {
    if (isOld(told, uri, problems, resultId)) return;
    remember(told, uri, problems, resultId);
    queue(uri, { problems, resultId });
  };
}

/** Nothing is told of a file that never had a problem. */
const isOld = (
  told: ReadonlyMap<string, Told>,
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string,
): boolean => {
  const before = told.get(uri);
  return before === undefined ? problems.length === 0 : before.resultId === resultId;
};

function remember(
  told: Map<string, Told>,
  uri: string,
  problems: readonly Diagnostic[],
  resultId: string,
): void {
  if (problems.length === 0) told.delete(uri);
  else told.set(uri, { problems, resultId });
}

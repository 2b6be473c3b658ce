/** An editor with a folder of letters, which it lists, reads, and watches for the server. */
import {
  type ClientCapabilities,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ServerCapabilities,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
  WorkspaceFoldersRequest,
} from "vscode-languageserver/node";
import {
  keepIndexRequest,
  letterFilesRequest,
  overviewRequest,
  readLettersRequest,
  storedIndexRequest,
} from "../../server/src/protocol/extensions.ts";
import { type Clock, type Editor, editorInMemory, vsCode, type Wishes } from "./client.ts";

const fileUriOf = (name: string): string => `file:///letters/${encodeURIComponent(name)}`;

/** The URI of a file's letter: PDF and Word files have letters of another scheme. */
export const uriOf = (name: string): string =>
  /\.(?:pdf|docx)$/.test(name)
    ? `imr-document:/letters/${encodeURIComponent(name)}%20%28letter%29?${encodeURIComponent(fileUriOf(name))}`
    : fileUriOf(name);

/** VS Code with a folder: it watches files and shows progress. */
export const vsCodeWithFiles: ClientCapabilities = {
  ...vsCode,
  workspace: {
    ...vsCode.workspace,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
  },
  window: { workDoneProgress: true },
};

/** Files by their names; null for one that can't be read. A file's stamp changes whenever its text is set. */
export interface Folder {
  put(name: string, text: string | null): void;
  remove(name: string): void;
  readonly names: readonly string[];
  /** Names of the files that were read, in order. Tests empty it. */
  readonly reads: string[];
  /** Runs before the texts are returned. */
  whileReading?: () => Promise<void>;
  /** The index that the server last stored. */
  kept: string | null;
}

export function folderOf(files: Readonly<Record<string, string | null>>): Folder & {
  entry(name: string): { readonly text: string | null; readonly stamp: string } | undefined;
} {
  let stamps = 0;
  const all = new Map<string, { text: string | null; stamp: string }>();
  const put = (name: string, text: string | null): void => {
    all.set(name, { text, stamp: `stamp ${++stamps}` });
  };
  for (const [name, text] of Object.entries(files)) put(name, text);
  return {
    put,
    remove: (name) => all.delete(name),
    get names() {
      return [...all.keys()];
    },
    reads: [],
    kept: null,
    entry: (name) => all.get(name),
  };
}

export interface WorkspaceEditor {
  readonly editor: Editor;
  readonly clock: Clock;
  readonly capabilities: ServerCapabilities;
  /** Titles of background work, in order. */
  readonly progress: string[];
  /** Notifies the server of a file change, and waits until it has handled it. */
  notify(kind: "created" | "changed" | "deleted", name: string): Promise<void>;
  /** Waits until the server has finished its work. */
  settled(): Promise<void>;
  /** The rules of the problems that an editor that pulls would show, by file name. */
  readonly problems: Map<string, readonly string[]>;
  /** The same with the complete diagnostics. */
  readonly reported: Map<string, string>;
  /** All reports in order, including empty ones. */
  readonly reports: WorkspaceDocumentDiagnosticReport[];
}

const nameOf = (uri: string): string => {
  const query = uri.split("?")[1];
  const file = query === undefined ? uri : decodeURIComponent(query);
  return decodeURIComponent(file.slice(fileUriOf("").length));
};
const kinds: Readonly<Record<"created" | "changed" | "deleted", FileChangeType>> = {
  created: FileChangeType.Created,
  changed: FileChangeType.Changed,
  deleted: FileChangeType.Deleted,
};

export async function editorWithFolder(
  folder: ReturnType<typeof folderOf>,
  {
    capabilities = vsCodeWithFiles,
    settings = null,
    witness,
  }: Pick<Wishes, "capabilities" | "settings" | "witness"> = {},
): Promise<WorkspaceEditor> {
  const progress: string[] = [];
  const { editor, clock } = await editorInMemory({
    capabilities,
    settings,
    ...(witness ? { witness } : {}),
    initializationOptions: {
      imr: { ignore: true, commands: true, commandLinks: true, files: true, documents: true },
    },
    answers(connection) {
      connection.onRequest(letterFilesRequest, () =>
        folder.names.map((name) => ({ uri: uriOf(name), stamp: folder.entry(name)?.stamp })),
      );
      connection.onRequest(readLettersRequest, async ({ uris }: { uris: string[] }) => {
        folder.reads.push(...uris.map(nameOf));
        await folder.whileReading?.();
        return { texts: uris.map((uri) => folder.entry(nameOf(uri))?.text ?? null) };
      });
      connection.onRequest(storedIndexRequest, () => ({ index: folder.kept }));
      connection.onRequest(keepIndexRequest, ({ index }: { index: string | null }) => {
        folder.kept = index;
        return null;
      });
      connection.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: "file:///letters", name: "letters" }]);
      connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
        connection.onProgress(WorkDoneProgress.type, token, (value) => {
          if (value.kind === "begin") progress.push(value.title);
        });
      });
    },
  });
  const problems = new Map<string, readonly string[]>();
  const reported = new Map<string, string>();
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const take = ({ items }: WorkspaceDiagnosticReport): void => {
    for (const report of items) {
      reports.push(report);
      if (report.kind !== "full") continue;
      const name = nameOf(report.uri);
      const rules = report.items.map(({ code }) => String(code));
      problems.delete(name);
      reported.delete(name);
      if (rules.length === 0) continue;
      problems.set(name, rules);
      reported.set(name, JSON.stringify(report.items));
    }
  };
  if (editor.hello.capabilities.diagnosticProvider?.workspaceDiagnostics) {
    const partialResultToken = "workspace problems";
    editor.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, partialResultToken, take);
    // The request stays open until the editor disconnects.
    editor.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken })
      .then(take, () => undefined);
  }
  const settled = async (): Promise<void> => {
    for (let i = 0; i < 40; i++) {
      await editor.connection.sendRequest(overviewRequest, { textDocument: { uri: "file:///none" } });
    }
  };
  return {
    editor,
    clock,
    capabilities: editor.hello.capabilities,
    progress,
    problems,
    reported,
    reports,
    settled,
    async notify(kind, name) {
      await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(name), type: kinds[kind] }],
      });
      await settled();
      clock.advance(1000);
      await settled();
    },
  };
}

/** The files of the workspace, which the client lists, reads, and watches. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  Emitter,
  type Event,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
} from "vscode-languageserver";
import { type LetterFile, type LetterTexts, letterFilesRequest, readLettersRequest } from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";

export interface WorkspaceFiles {
  /** All files that may be letters; none if the client can't list them. Never rejects. */
  list(): Promise<readonly LetterFile[]>;
  /** Their texts, in order; null for a file that can't be read. Never rejects. */
  read(uris: readonly string[]): Promise<readonly (string | null)[]>;
  /** Asks the client to watch the files. Call it once, when the client accepts requests. */
  watch(): void;
  /** These files were created, changed, or deleted; undefined if any file may have been. */
  readonly onDidChangeFiles: Event<readonly string[] | undefined>;
}

/** Many files often change at once, so the event is delayed until there are no more changes. */
const debounceMs = 300;

const watchedPatterns = ["**/*.imr", "**/*.txt"] as const;
/** The client reports these with the URIs of their letters. */
const watchedDocuments = ["**/*.pdf", "**/*.docx"] as const;

/** When a folder is moved or deleted, the client doesn't report the files in it. */
const anyPath: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**/*" } }] };

export const workspaceFileCapabilities = ({ providesFiles }: ClientFlags): Partial<ServerCapabilities> =>
  providesFiles
    ? {
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: anyPath, didDelete: anyPath },
        },
      }
    : {};

/** The differences between the known files and the listed ones. */
export function differences(
  known: ReadonlyMap<string, { readonly stamp: string | undefined }>,
  listed: readonly LetterFile[],
): { readonly changed: readonly LetterFile[]; readonly gone: readonly string[] } {
  const existing = new Set(listed.map(({ uri }) => uri));
  return {
    changed: listed.filter(({ uri, stamp }) => known.get(uri)?.stamp !== stamp),
    gone: [...known.keys()].filter((uri) => !existing.has(uri)),
  };
}

export function createWorkspaceFiles(
  connection: Connection,
  runtime: Runtime,
  client: ClientFlags,
): WorkspaceFiles {
  const didChange = new Emitter<readonly string[] | undefined>();
  let changed: Set<string> | undefined = new Set();
  let timer: Disposable | undefined;

  const fire = (): void => {
    const uris = changed && [...changed];
    changed = new Set();
    timer = undefined;
    didChange.fire(uris);
  };
  const fireSoon = (): void => {
    timer?.dispose();
    timer = runtime.timer.setTimeout(fire, debounceMs);
  };
  const anyChanged = (): void => {
    changed = undefined;
    fireSoon();
  };

  if (client.providesFiles) {
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) changed?.add(uri);
      fireSoon();
    });
    connection.workspace.onDidRenameFiles(anyChanged);
    connection.workspace.onDidDeleteFiles(anyChanged);
  }

  const request = async <R>(what: string, method: string, params: object, none: R): Promise<R> => {
    if (!client.providesFiles) return none;
    try {
      return (await connection.sendRequest<R | null>(method, params)) ?? none;
    } catch (error) {
      connection.console.error(`${what} failed: ${describeError(error)}`);
      return none;
    }
  };

  return Object.freeze({
    list: () => request<readonly LetterFile[]>("Listing files", letterFilesRequest, {}, []),
    async read(uris: readonly string[]) {
      const { texts } = await request<LetterTexts>(
        "Reading files",
        readLettersRequest,
        { uris },
        { texts: [] },
      );
      return uris.map((_, i) => texts[i] ?? null);
    },
    watch() {
      if (!client.providesFiles) return;
      if (client.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(anyChanged);
      if (!client.watchedFiles) return;
      const patterns = [...watchedPatterns, ...(client.convertsDocuments ? watchedDocuments : [])];
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
    onDidChangeFiles: didChange.event,
  });
}

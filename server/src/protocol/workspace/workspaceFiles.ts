/** The files of the workspace, as the client lists them, reads them and tells of their changes. */
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
  /** None where the client cannot list them. Never rejects. */
  list(): Promise<readonly LetterFile[]>;
  /** Their texts, in order; null for one that cannot be read. Never rejects. */
  read(uris: readonly string[]): Promise<readonly (string | null)[]>;
  /** Asks the client to tell of changes. To be called once, when it takes such requests. */
  watch(): void;
  /** These files came, changed or went; undefined where that may be any. */
  readonly onDidChangeFiles: Event<readonly string[] | undefined>;
}

/** Files change many at a time: who looks at them again waits until it is quiet. */
const debounceMs = 300;

const watchedPatterns = ["**/*.imr", "**/*.txt"] as const;

/** Folders that the user moves or deletes tell nothing of the files in them. */
const anything: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**/*" } }] };

/** What the server asks to be told of. */
export const workspaceFileCapabilities = ({ providesFiles }: ClientFlags): Partial<ServerCapabilities> =>
  providesFiles
    ? {
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didRename: anything, didDelete: anything },
        },
      }
    : {};

/** What differs between files as they are known and as they are listed now. */
export function differences(
  known: ReadonlyMap<string, { readonly stamp: string | undefined }>,
  listed: readonly LetterFile[],
): { readonly changed: readonly LetterFile[]; readonly gone: readonly string[] } {
  const there = new Set(listed.map(({ uri }) => uri));
  return {
    changed: listed.filter(({ uri, stamp }) => known.get(uri)?.stamp !== stamp),
    gone: [...known.keys()].filter((uri) => !there.has(uri)),
  };
}

export function createWorkspaceFiles(
  connection: Connection,
  runtime: Runtime,
  client: ClientFlags,
): WorkspaceFiles {
  const didChange = new Emitter<readonly string[] | undefined>();
  let changed: Set<string> | undefined = new Set();
  let waiting: Disposable | undefined;

  const tell = (): void => {
    const uris = changed && [...changed];
    changed = new Set();
    waiting = undefined;
    didChange.fire(uris);
  };
  const tellSoon = (): void => {
    waiting?.dispose();
    waiting = runtime.timer.setTimeout(tell, debounceMs);
  };
  const anyChanged = (): void => {
    changed = undefined;
    tellSoon();
  };

  if (client.providesFiles) {
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) changed?.add(uri);
      tellSoon();
    });
    connection.workspace.onDidRenameFiles(anyChanged);
    connection.workspace.onDidDeleteFiles(anyChanged);
  }

  const ask = async <R>(what: string, method: string, params: object, none: R): Promise<R> => {
    if (!client.providesFiles) return none;
    try {
      return (await connection.sendRequest<R | null>(method, params)) ?? none;
    } catch (error) {
      connection.console.error(`${what} failed: ${describeError(error)}`);
      return none;
    }
  };

  return Object.freeze({
    list: () => ask<readonly LetterFile[]>("Listing files", letterFilesRequest, {}, []),
    async read(uris: readonly string[]) {
      const { texts } = await ask<LetterTexts>("Reading files", readLettersRequest, { uris }, { texts: [] });
      return uris.map((_, i) => texts[i] ?? null);
    },
    watch() {
      if (!client.providesFiles) return;
      if (client.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(anyChanged);
      if (!client.watchedFiles) return;
      const watchers = watchedPatterns.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
    onDidChangeFiles: didChange.event,
  });
}

/** The files of the workspace, as the editor lists them, reads them and tells of their changes. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
} from "vscode-languageserver";
import { type LetterFile, type LetterTexts, letterFilesRequest, readLettersRequest } from "../extensions.ts";
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import type { Settings } from "../state/settings.ts";

export interface WorkspaceFiles {
  /** None where the editor cannot list them. Never rejects. */
  list(): Promise<readonly LetterFile[]>;
  /** Their texts, in order; null for one that cannot be read. Never rejects. */
  read(uris: readonly string[]): Promise<readonly (string | null)[]>;
  /** Calls it with the files that came, changed or went; with undefined where that may be any. */
  onChange(changed: (uris: readonly string[] | undefined) => void): void;
}

/** Files change many at a time: what is asked to look again waits until it is quiet, in milliseconds. */
const quiet = 300;

const watched = ["**/*.imr", "**/*.txt"] as const;

/** Folders that the user moves or deletes tell nothing of the files in them. */
const anything: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**/*" } }] };

/** What the server asks to be told of. */
export const fileCapabilities = ({ lendsFiles }: EditorAbilities): Partial<ServerCapabilities> =>
  lendsFiles
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

export function createFiles(
  connection: Connection,
  runtime: Runtime,
  editor: EditorAbilities,
  settings: Settings,
): WorkspaceFiles {
  const listeners: ((uris: readonly string[] | undefined) => void)[] = [];
  let changed: Set<string> | undefined = new Set();
  let waiting: Disposable | undefined;

  const tell = (): void => {
    const uris = changed && [...changed];
    changed = new Set();
    waiting = undefined;
    for (const listener of listeners) listener(uris);
  };
  const tellSoon = (): void => {
    waiting?.dispose();
    waiting = runtime.timer.setTimeout(tell, quiet);
  };
  const anyChanged = (): void => {
    changed = undefined;
    tellSoon();
  };

  if (editor.lendsFiles) {
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) changed?.add(uri);
      tellSoon();
    });
    connection.workspace.onDidRenameFiles(anyChanged);
    connection.workspace.onDidDeleteFiles(anyChanged);
    settings.whenKnown(() => {
      if (editor.hasFolders) connection.workspace.onDidChangeWorkspaceFolders(anyChanged);
      if (!editor.watchesFiles) return;
      const watchers = watched.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
  }

  const ask = async <R>(what: string, method: string, params: object, none: R): Promise<R> => {
    if (!editor.lendsFiles) return none;
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
    onChange(listener: (uris: readonly string[] | undefined) => void) {
      listeners.push(listener);
    },
  });
}

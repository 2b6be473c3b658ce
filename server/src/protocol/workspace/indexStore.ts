/** Where the index of letters outlives the server: the client keeps it for the workspace. */
import type { Connection } from "vscode-languageserver";
import { keepIndexRequest, type StoredIndex, storedIndexRequest } from "../extensions.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import { type IndexedFile, readIndex, writeIndex } from "./storedIndex.ts";

/** Of files that change one by one, the index is saved seldom: it is long, and what is missing there is read again. */
const saveIntervalMs = 30_000;

export interface IndexStore {
  /** What was last saved; empty where nothing was, or not by this version. Never rejects. */
  load(): Promise<Map<string, IndexedFile>>;
  /** Never rejects. */
  save(files: ReadonlyMap<string, IndexedFile>): Promise<void>;
  /** Saves some time from now what `files` gives then, if anything. */
  saveLater(files: () => ReadonlyMap<string, IndexedFile> | undefined): void;
  clear(): Promise<void>;
}

/** `version` is the program's: what another one saved is not loaded. */
export function createIndexStore(connection: Connection, runtime: Runtime, version: string): IndexStore {
  let isScheduled = false;

  const keep = async (index: string | null): Promise<void> => {
    try {
      await connection.sendRequest(keepIndexRequest, { index } satisfies StoredIndex);
    } catch (error) {
      connection.console.warn(`The index could not be kept: ${describeError(error)}`);
    }
  };
  const save = (files: ReadonlyMap<string, IndexedFile>): Promise<void> => keep(writeIndex(version, files));

  return Object.freeze({
    async load() {
      try {
        const stored = await connection.sendRequest<StoredIndex | null>(storedIndexRequest, {});
        return readIndex(version, stored?.index ?? null) ?? new Map();
      } catch {
        return new Map();
      }
    },
    save,
    saveLater(files: () => ReadonlyMap<string, IndexedFile> | undefined) {
      if (isScheduled) return;
      isScheduled = true;
      runtime.timer.setTimeout(() => {
        isScheduled = false;
        const now = files();
        if (now) void save(now);
      }, saveIntervalMs);
    },
    clear: () => keep(null),
  });
}

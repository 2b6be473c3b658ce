/** Stores the index of letters between sessions: the client keeps it for the workspace. */
import type { Connection } from "vscode-languageserver";
import { keepIndexRequest, type StoredIndex, storedIndexRequest } from "../extensions.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import { type IndexedFile, readIndex, writeIndex } from "./storedIndex.ts";

/** The index is large, and whatever is missing from it is read again, so it is saved rarely while single files change. */
const saveIntervalMs = 30_000;

export interface IndexStore {
  /** What was last saved; empty if nothing was saved, or not by this version. Never rejects. */
  load(): Promise<Map<string, IndexedFile>>;
  /** Never rejects. */
  save(files: ReadonlyMap<string, IndexedFile>): Promise<void>;
  /** Saves what `files` returns some time from now, if it returns anything. */
  saveLater(files: () => ReadonlyMap<string, IndexedFile> | undefined): void;
  clear(): Promise<void>;
}

/** `version` is the program's: an index that another version saved isn't loaded. */
export function createIndexStore(connection: Connection, runtime: Runtime, version: string): IndexStore {
  let isScheduled = false;

  const keep = async (index: string | null): Promise<void> => {
    try {
      await connection.sendRequest(keepIndexRequest, { index } satisfies StoredIndex);
    } catch (error) {
      connection.console.warn(`Saving the index failed: ${describeError(error)}`);
    }
  };
  const yieldToOthers = (): Promise<void> =>
    new Promise((resolve) => void runtime.timer.setImmediate(resolve));
  const save = (files: ReadonlyMap<string, IndexedFile>): Promise<void> => keep(writeIndex(version, files));

  return Object.freeze({
    async load() {
      try {
        const stored = await connection.sendRequest<StoredIndex | null>(storedIndexRequest, {});
        return (await readIndex(version, stored?.index ?? null, yieldToOthers)) ?? new Map();
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

/** Stores the server's index of a workspace's letters in the extension's storage for the workspace. */
import * as vscode from "vscode";
import type { Files } from "../files/files.ts";
import { removeAbandoned } from "../files/temporaryFiles.ts";

const fileName = "determinations.json";

export interface StoredIndexFile {
  /** The stored index; null if there is none, or it can't be read. Never rejects. */
  read(): Promise<string | null>;
  /** Stores the index; null removes it. Never rejects: an index that can't be stored is built again the next time. */
  save(index: string | null): Promise<void>;
}

/** `storage` is undefined if no folder is open. Then nothing is stored. */
export function createStoredIndex(files: Files, storage: vscode.Uri | undefined): StoredIndexFile {
  let pending: Promise<void> = Promise.resolve();

  async function write(folder: vscode.Uri, index: string): Promise<void> {
    await vscode.workspace.fs.createDirectory(folder);
    await removeAbandoned(folder);
    await files.write(vscode.Uri.joinPath(folder, fileName), new TextEncoder().encode(index));
  }

  async function remove(folder: vscode.Uri): Promise<void> {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, fileName));
  }

  return {
    async read() {
      if (!storage) return null;
      await pending;
      const file = vscode.Uri.joinPath(storage, fileName);
      try {
        // VS Code would log an error for reading a missing file.
        await vscode.workspace.fs.stat(file);
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return null;
      }
    },
    save(index) {
      if (!storage) return pending;
      // One after another, so that the last one wins.
      pending = pending
        .then(() => (index === null ? remove(storage) : write(storage, index)))
        .catch(() => {});
      return pending;
    },
  };
}

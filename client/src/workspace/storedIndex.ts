/** The index that the server makes of a workspace's letters, kept for it in the editor's storage of the workspace. */
import * as vscode from "vscode";
import type { Files } from "../files/files.ts";
import { removeAbandoned } from "../files/temporaryFiles.ts";

const fileName = "determinations.json";

export interface StoredIndexFile {
  /** What was kept last; null where nothing was, or where it cannot be read. Never rejects. */
  read(): Promise<string | null>;
  /** Null removes what was kept. Never rejects: what cannot be kept is made anew the next time. */
  keep(index: string | null): Promise<void>;
}

/** `storage`: undefined where no folder is open, and nothing is kept then. */
export function createStoredIndex(files: Files, storage: vscode.Uri | undefined): StoredIndexFile {
  let keeping: Promise<void> = Promise.resolve();

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
      await keeping;
      const file = vscode.Uri.joinPath(storage, fileName);
      try {
        // To read a file that is not there would be logged as an error.
        await vscode.workspace.fs.stat(file);
        return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      } catch {
        return null;
      }
    },
    keep(index) {
      if (!storage) return keeping;
      // One after another, so that the last one is kept.
      keeping = keeping
        .then(() => (index === null ? remove(storage) : write(storage, index)))
        .catch(() => {});
      return keeping;
    },
  };
}

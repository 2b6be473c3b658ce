/**
 * The file system of letters that are read from PDF and Word files: each has its text as its content, and the times of its
 * file. Unlike a document that only has a text, a file is opened again when the window is reloaded.
 */
import * as vscode from "vscode";
import { fileOf } from "./letterUri.ts";

export interface LetterFileSystem extends vscode.FileSystemProvider, vscode.Disposable {
  /** Call it when the text of a letter may have changed. */
  changed(letter: vscode.Uri): void;
}

/** `textOf` rejects if there's no text. */
export function createLetterFileSystem(textOf: (letter: vscode.Uri) => Promise<string>): LetterFileSystem {
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  return {
    onDidChangeFile: changes.event,
    changed: (uri) => changes.fire([{ type: vscode.FileChangeType.Changed, uri }]),
    dispose: () => changes.dispose(),

    async stat(letter) {
      const { ctime, mtime } = await vscode.workspace.fs.stat(fileOf(letter));
      // The size of the text isn't known before it's read, and that of the file would make a large scan a long text.
      return {
        type: vscode.FileType.File,
        ctime,
        mtime,
        size: 0,
        permissions: vscode.FilePermission.Readonly,
      };
    },

    // With the byte order mark, the text is read as UTF-8 whatever the user's setting is.
    readFile: async (letter) => new TextEncoder().encode(`\ufeff${await textOf(letter)}`),

    watch(uri) {
      const file = fileOf(uri);
      const name = file.path.slice(file.path.lastIndexOf("/") + 1);
      const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(file, ".."), escapeGlob(name));
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      const report = (type: vscode.FileChangeType) => () => changes.fire([{ type, uri }]);
      watcher.onDidChange(report(vscode.FileChangeType.Changed));
      watcher.onDidCreate(report(vscode.FileChangeType.Changed));
      watcher.onDidDelete(report(vscode.FileChangeType.Deleted));
      return watcher;
    },

    readDirectory: refuse,
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}

/** A name as a glob pattern that matches only this name. */
const escapeGlob = (name: string): string => name.replace(/[[\]{}*?]/g, "[$&]");

/** `.imr/settings.json` in the workspace's folders, which the command line reads too. */
import * as vscode from "vscode";
import type { Files } from "../files/files.ts";

const file = ".imr/settings.json";
/** A settings file has a few hundred bytes. */
const maxBytes = 1_000_000;

export interface FolderSettings extends vscode.Disposable {
  /** Fires when one of the files may have changed. */
  readonly onDidChange: vscode.Event<void>;
  /** The text of the file in a document's folder; undefined if there is none, or it can't be read. Never rejects. */
  textFor(document: vscode.Uri): Promise<string | undefined>;
}

/** The files are read only after the workspace is trusted, and links aren't followed out of it. */
export function createFolderSettings(files: Files): FolderSettings {
  const changed = new vscode.EventEmitter<void>();
  const fire = (): void => changed.fire();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${file}`);
  const listeners = vscode.Disposable.from(
    changed,
    watcher,
    watcher.onDidCreate(fire),
    watcher.onDidChange(fire),
    watcher.onDidDelete(fire),
    vscode.workspace.onDidGrantWorkspaceTrust(fire),
    vscode.workspace.onDidChangeWorkspaceFolders(fire),
  );
  return {
    onDidChange: changed.event,
    async textFor(document) {
      const folder = vscode.workspace.getWorkspaceFolder(document);
      if (folder === undefined || !vscode.workspace.isTrusted) return undefined;
      try {
        const bytes = await files.within([folder.uri]).read(vscode.Uri.joinPath(folder.uri, file), maxBytes);
        return new TextDecoder().decode(bytes);
      } catch {
        return undefined;
      }
    },
    dispose: () => listeners.dispose(),
  };
}

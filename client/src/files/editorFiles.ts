/** Files through VS Code's API, wherever they are: in a browser, on a remote machine, or in a virtual file system. */
import * as vscode from "vscode";
import { type Files, NotRead, NotWritten } from "./files.ts";
import { temporaryName } from "./temporaryFiles.ts";

const isPlain = ({ type }: vscode.FileStat): boolean => (type & vscode.FileType.File) !== 0;
const isLink = ({ type }: vscode.FileStat): boolean => (type & vscode.FileType.SymbolicLink) !== 0;

async function read(file: vscode.Uri, maxBytes: number): Promise<Uint8Array> {
  const found = await vscode.workspace.fs.stat(file);
  if (!isPlain(found)) throw new NotRead("IsNoFile");
  if (found.size > maxBytes) throw new NotRead("IsTooLarge");
  return vscode.workspace.fs.readFile(file);
}

/** The path segments from the folder to the file; undefined if the file isn't in the folder. */
function segmentsBetween(folder: vscode.Uri, file: vscode.Uri): readonly string[] | undefined {
  const root = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  const isInside =
    file.scheme === folder.scheme && file.authority === folder.authority && file.path.startsWith(root);
  const names = isInside ? file.path.slice(root.length).split("/") : [];
  return names.length === 0 || names.some((name) => /^\.{0,2}$/.test(name)) ? undefined : names;
}

export const editorFiles: Files = {
  read,

  // VS Code reports that a file is a link, but not its target, which might be anywhere. So links are left out.
  within(folders) {
    const folderStats = new Map<string, Thenable<vscode.FileStat>>();
    const statOnce = (folder: vscode.Uri): Thenable<vscode.FileStat> => {
      const key = folder.toString();
      const requested = folderStats.get(key) ?? vscode.workspace.fs.stat(folder);
      folderStats.set(key, requested);
      return requested;
    };
    async function statIn(folder: vscode.Uri, file: vscode.Uri): Promise<vscode.FileStat | undefined> {
      const names = segmentsBetween(folder, file);
      if (!names) return undefined;
      for (let count = 1; count < names.length; count++) {
        if (isLink(await statOnce(vscode.Uri.joinPath(folder, ...names.slice(0, count))))) return undefined;
      }
      const found = await vscode.workspace.fs.stat(file);
      return isPlain(found) && !isLink(found) ? found : undefined;
    }
    async function stat(file: vscode.Uri): Promise<vscode.FileStat | undefined> {
      for (const folder of folders) {
        const found = await statIn(folder, file).catch(() => undefined);
        if (found) return found;
      }
      return undefined;
    }
    return {
      stat,
      async read(file, maxBytes) {
        if (!(await stat(file))) throw new NotRead("IsElsewhere");
        return read(file, maxBytes);
      },
    };
  },

  async write(file, bytes) {
    const { fs } = vscode.workspace;
    const before = await replaceable(file);
    const unfinished = vscode.Uri.joinPath(file, "..", temporaryName());
    if (await statOf(unfinished)) throw new NotWritten("HasChanged");
    try {
      // A copy has the file's mode and keeps it when it's overwritten.
      if (before) await fs.copy(file, unfinished, { overwrite: false });
      await fs.writeFile(unfinished, bytes);
      // On a full disk, `writeFile` resolves anyway.
      if ((await fs.stat(unfinished)).size !== bytes.length) throw new NotWritten("IsCut");
      const now = await replaceable(file);
      if (now?.mtime !== before?.mtime) throw new NotWritten("HasChanged");
      await fs.rename(unfinished, file, { overwrite: before !== undefined });
    } catch (error) {
      await Promise.resolve(fs.delete(unfinished)).catch(() => {});
      throw error;
    }
  },
};

/** The file to replace; undefined if there is none. Rejects if it must not be replaced. */
async function replaceable(file: vscode.Uri): Promise<vscode.FileStat | undefined> {
  const found = await statOf(file);
  if (!found) return undefined;
  if (isLink(found)) throw new NotWritten("IsLink");
  if (!isPlain(found)) throw new NotWritten("IsNoFile");
  if (((found.permissions ?? 0) & vscode.FilePermission.Readonly) !== 0) throw new NotWritten("IsReadOnly");
  return found;
}

async function statOf(file: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(file);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    throw error;
  }
}

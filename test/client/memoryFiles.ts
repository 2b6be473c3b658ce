/** A file system in memory, as `vscode.workspace.fs`, for what the client reads and writes. */
import path from "node:path";

export interface MemoryUri {
  readonly scheme: string;
  readonly path: string;
  with(change: { readonly path: string }): MemoryUri;
  toString(): string;
}

export const memoryUri = (file: string): MemoryUri => ({
  scheme: "memory",
  path: file,
  with: (change) => memoryUri(change.path),
  toString: () => `memory:${file}`,
});

export const Uri = {
  parse: (address: string) => memoryUri(address.replace(/^(?:memory:|file:\/\/)/, "")),
  joinPath: (base: MemoryUri, ...parts: string[]) => memoryUri(path.posix.join(base.path, ...parts)),
};

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };

/** What was done to it stands in `log`. */
export function createMemoryFiles() {
  const files = new Map<
    string,
    { readonly bytes: Uint8Array; readonly mtime: number; readonly size?: number }
  >();
  const folders = new Set<string>();
  const log: string[] = [];
  let reading = 0;
  const most = { reading: 0 };
  const fileAt = (uri: MemoryUri) => {
    const file = files.get(uri.path);
    if (!file) throw new Error("FileNotFound");
    return file;
  };
  const fs = {
    async stat(uri: MemoryUri) {
      if (folders.has(uri.path)) return { type: FileType.Directory, mtime: 0, size: 0 };
      const { bytes, mtime, size = bytes.length } = fileAt(uri);
      return { type: FileType.File, mtime, size };
    },
    async readFile(uri: MemoryUri) {
      log.push(`read ${uri.path}`);
      most.reading = Math.max(most.reading, ++reading);
      await new Promise((resolve) => setTimeout(resolve, 1));
      reading -= 1;
      return fileAt(uri).bytes;
    },
    async createDirectory(uri: MemoryUri) {
      folders.add(uri.path);
    },
    async writeFile(uri: MemoryUri, bytes: Uint8Array) {
      if (!folders.has(path.posix.dirname(uri.path))) throw new Error("FileNotFound");
      log.push(`write ${uri.path}`);
      files.set(uri.path, { bytes, mtime: files.size });
    },
    async delete(uri: MemoryUri) {
      fileAt(uri);
      files.delete(uri.path);
    },
    async rename(from: MemoryUri, to: MemoryUri, { overwrite }: { readonly overwrite: boolean }) {
      if (files.has(to.path) && !overwrite) throw new Error("FileExists");
      log.push(`rename ${from.path} ${to.path}`);
      files.set(to.path, fileAt(from));
      files.delete(from.path);
    },
  };
  return { files, folders, fs, log, most };
}

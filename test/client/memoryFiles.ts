/** An in-memory `vscode.workspace.fs`, for the files that the client reads and writes. */
import path from "node:path";

export interface MemoryUri {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  with(change: { readonly path: string }): MemoryUri;
  toString(): string;
}

export const memoryUri = (file: string): MemoryUri => ({
  scheme: "memory",
  authority: "",
  path: file,
  query: "",
  with: (change) => memoryUri(change.path),
  toString: () => `memory:${file}`,
});

/** The URI of a letter in a PDF or Word file, whose query is the URI of that file. */
const letterUri = (file: string, query: string): MemoryUri => ({
  ...memoryUri(file),
  scheme: "imr-document",
  query,
  toString: () => `imr-document:${file}?${encodeURIComponent(query)}`,
});

export const Uri = {
  from: ({ path: file, query }: { readonly path: string; readonly query: string }) => letterUri(file, query),
  parse(uri: string): MemoryUri {
    const [, file, query] = /^imr-document:([^?]*)\?(.*)/.exec(uri) ?? [];
    if (file !== undefined && query !== undefined) return letterUri(file, decodeURIComponent(query));
    return memoryUri(uri.replace(/^(?:memory:(?:\/\/)?|file:\/\/)/, ""));
  },
  joinPath: (base: MemoryUri, ...parts: string[]) => memoryUri(path.posix.join(base.path, ...parts)),
};

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const FilePermission = { Readonly: 1 };

export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
  readonly size?: number;
  /** `FileType.File` by default. */
  readonly type?: number;
  readonly permissions?: number;
}

/** `log` lists the operations. */
export function createMemoryFiles() {
  const files = new Map<string, MemoryFile>();
  const folders = new Set<string>();
  /** Folders that are links to other folders. */
  const links = new Set<string>();
  /** The space for a file, in bytes. Longer files are truncated without an error. */
  const room = { left: Number.POSITIVE_INFINITY };
  const log: string[] = [];
  let reading = 0;
  const most = { reading: 0 };
  const fileAt = (uri: MemoryUri) => {
    const file = files.get(uri.path);
    if (!file) throw new FileSystemError("FileNotFound");
    return file;
  };
  const fs = {
    async stat(uri: MemoryUri) {
      const link = links.has(uri.path) ? FileType.SymbolicLink : 0;
      if (folders.has(uri.path)) return { type: FileType.Directory | link, mtime: 0, size: 0 };
      const { bytes, mtime, size = bytes.length, type = FileType.File, permissions } = fileAt(uri);
      return { type: type | link, mtime, size, permissions };
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
      if (!folders.has(path.posix.dirname(uri.path))) throw new FileSystemError("FileNotFound");
      log.push(`write ${uri.path}`);
      files.set(uri.path, { ...files.get(uri.path), bytes: bytes.slice(0, room.left), mtime: files.size });
    },
    async readDirectory(folder: MemoryUri) {
      return [...files.keys()]
        .filter((file) => path.posix.dirname(file) === folder.path)
        .map((file) => [path.posix.basename(file), FileType.File] as const);
    },
    async copy(from: MemoryUri, to: MemoryUri, { overwrite }: { readonly overwrite: boolean }) {
      if (files.has(to.path) && !overwrite) throw new FileSystemError("FileExists");
      files.set(to.path, { ...fileAt(from), bytes: fileAt(from).bytes.slice(0, room.left) });
    },
    async delete(uri: MemoryUri) {
      fileAt(uri);
      log.push(`delete ${uri.path}`);
      files.delete(uri.path);
    },
    async rename(from: MemoryUri, to: MemoryUri, { overwrite }: { readonly overwrite: boolean }) {
      if ((files.has(to.path) || folders.has(to.path)) && !overwrite) throw new FileSystemError("FileExists");
      log.push(`rename ${from.path} ${to.path}`);
      files.set(to.path, fileAt(from));
      files.delete(from.path);
    },
  };
  return { files, folders, links, room, fs, log, most };
}

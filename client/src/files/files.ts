/**
 * Reading and writing files whose names may lead anywhere: to links, folders, pipes, devices, or other people's files.
 * The client writes all files, and reads all files of the workspace, by way of this interface.
 */
import type { Uri } from "vscode";

export interface Files {
  /**
   * The bytes of a regular file, or of one that a link points to. Rejects for anything else (a folder, a pipe, a device)
   * and for files larger than `maxBytes`; see `NotRead`.
   */
  read(file: Uri, maxBytes: number): Promise<Uint8Array>;
  /** Access to files whose real path is in one of the folders. It caches what it finds, so create one for each task. */
  within(folders: readonly Uri[]): FilesWithin;
  /**
   * Writes a file atomically: it creates the file, or replaces a regular file and keeps its mode. If it rejects, what
   * was there is unchanged; see `NotWritten`.
   */
  write(file: Uri, bytes: Uint8Array): Promise<void>;
}

/** Follows links, and treats files outside of the folders as missing. */
export interface FilesWithin {
  /** The stat of a regular file, with `mtime` in milliseconds and `size` in bytes; undefined for anything else. Never rejects. */
  stat(file: Uri): Promise<{ readonly mtime: number; readonly size: number } | undefined>;
  /** Like `Files.read`, but also rejects for files outside of the folders. */
  read(file: Uri, maxBytes: number): Promise<Uint8Array>;
}

/** Why a file isn't written. System errors have a `code` too, such as `ENOSPC` or `NoPermissions`. */
export class NotWritten extends Error {
  constructor(readonly code: "IsLink" | "IsNoFile" | "IsReadOnly" | "IsCut" | "HasChanged") {
    super(code);
  }
}

/** Why a file isn't read. */
export class NotRead extends Error {
  constructor(readonly code: "IsNoFile" | "IsTooLarge" | "IsElsewhere" | "HasChanged") {
    super(code);
  }
}

/** Uses `disk` for files on the local disk, and `editor` for those that only VS Code can access. */
export function combineFiles(disk: Files, editor: Files): Files {
  const isOnDisk = ({ scheme }: Uri): boolean => scheme === "file";
  const filesFor = (file: Uri): Files => (isOnDisk(file) ? disk : editor);
  return {
    read: (file, maxBytes) => filesFor(file).read(file, maxBytes),
    write: (file, bytes) => filesFor(file).write(file, bytes),
    within(folders) {
      const onDisk = disk.within(folders.filter(isOnDisk));
      const elsewhere = editor.within(folders.filter((folder) => !isOnDisk(folder)));
      const withinFor = (file: Uri): FilesWithin => (isOnDisk(file) ? onDisk : elsewhere);
      return {
        stat: (file) => withinFor(file).stat(file),
        read: (file, maxBytes) => withinFor(file).read(file, maxBytes),
      };
    },
  };
}

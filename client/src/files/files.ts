/**
 * Reading and writing where names may lead anywhere: to links, folders, pipes, devices, files of others. All that the
 * client writes is written here, and what it reads of the workspace is read here.
 */
import type { Uri } from "vscode";

export interface Files {
  /**
   * The bytes of a plain file, or of one that a link leads to. Rejects for anything else, a folder, a pipe or a device,
   * and for more than `most` bytes; see `NotRead`.
   */
  read(file: Uri, most: number): Promise<Uint8Array>;
  /** The files that really lie in one of the folders. It remembers what it saw of them: made anew for each task. */
  within(folders: readonly Uri[]): FilesWithin;
  /**
   * Puts a file in its place at once, so that nothing half-written is ever found: over a plain file, whose mode it
   * keeps, or over nothing. Rejects where that is not done, and leaves what was there; see `NotWritten`.
   */
  write(file: Uri, bytes: Uint8Array): Promise<void>;
}

/** Links are followed, and what lies elsewhere then is as if it were not there. */
export interface FilesWithin {
  /** Of a plain file; undefined for anything else. `mtime` in milliseconds, `size` in bytes. Never rejects. */
  stat(file: Uri): Promise<{ readonly mtime: number; readonly size: number } | undefined>;
  /** As `Files.read`; rejects for what lies elsewhere too. */
  read(file: Uri, most: number): Promise<Uint8Array>;
}

/** Why a file is not written, as `code`: what systems tell themselves stands there as well (`ENOSPC`, `NoPermissions`). */
export class NotWritten extends Error {
  constructor(readonly code: "IsLink" | "IsNoFile" | "IsReadOnly" | "IsCut" | "HasChanged") {
    super(code);
  }
}

/** Why a file is not read, as `code`. */
export class NotRead extends Error {
  constructor(readonly code: "IsNoFile" | "IsTooLarge" | "IsElsewhere" | "HasChanged") {
    super(code);
  }
}

/** `disk` for files of the machine's own disk, `editor` for those that only VS Code can reach. */
export function combineFiles(disk: Files, editor: Files): Files {
  const isOnDisk = ({ scheme }: Uri): boolean => scheme === "file";
  const filesFor = (file: Uri): Files => (isOnDisk(file) ? disk : editor);
  return {
    read: (file, most) => filesFor(file).read(file, most),
    write: (file, bytes) => filesFor(file).write(file, bytes),
    within(folders) {
      const onDisk = disk.within(folders.filter(isOnDisk));
      const elsewhere = editor.within(folders.filter((folder) => !isOnDisk(folder)));
      const withinFor = (file: Uri): FilesWithin => (isOnDisk(file) ? onDisk : elsewhere);
      return {
        stat: (file) => withinFor(file).stat(file),
        read: (file, most) => withinFor(file).read(file, most),
      };
    },
  };
}

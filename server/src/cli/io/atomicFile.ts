/** Files that are replaced completely or not at all. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { UsageError } from "../usageError.ts";
import { partFileName, removeAbandonedPartFiles } from "./partFile.ts";

/** Every step is synchronous, so no signal is handled and no exit happens in the middle of one. */
export interface AtomicFile {
  /** @throws if the file can't be written. */
  write(content: string | Uint8Array): void;
  /** Replaces the file. @throws if it can't; then nothing has changed. */
  commit(): void;
  /** Removes what was written; never throws. Also runs when the program exits. */
  abandon(): void;
}

export interface AtomicFileOptions {
  /** The mode of a new file. */
  readonly mode?: number;
  /** Whether to wait until the disk has the file, so that a power failure doesn't lose it. */
  readonly sync?: boolean;
}

/**
 * Starts to replace the file `name`. The content is written to a new file in the same folder, under a name that nobody can
 * predict, so that nothing planted there is overwritten; `commit` renames it. A symbolic link is followed to its file, and
 * the file's owner and mode are kept.
 * @throws {UsageError} if `name` is a folder, a device, a broken link, or read-only.
 */
export function openAtomicFile(
  name: string,
  { mode = 0o666, sync = true }: AtomicFileOptions = {},
): AtomicFile {
  const before = replaceableFileAt(name);
  const file = before ? realpathSync(name) : name;
  const folder = path.dirname(file);
  removeAbandonedPartFiles(folder);
  const partFile = path.join(folder, partFileName());
  // O_EXCL refuses a link too, on systems without O_NOFOLLOW.
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  let open: number | undefined;
  let exists = false;
  let written = 0;

  function close(fd: number): void {
    open = undefined;
    closeSync(fd);
  }

  function abandon(): void {
    process.off("exit", abandon);
    try {
      if (open !== undefined) close(open);
    } catch {
      // It's abandoned anyway.
    }
    try {
      if (exists) rmSync(partFile, { force: true });
    } catch {
      // The folder is gone or read-only by now.
    }
    exists = false;
  }

  const fd = openSync(partFile, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, before ? 0o600 : mode);
  open = fd;
  exists = true;
  process.on("exit", abandon);

  return {
    write(content) {
      const bytes = Buffer.from(content);
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      written += bytes.length;
    },
    commit() {
      try {
        if (before) keepOwnerAndMode(fd, before);
        if (sync) fsyncSync(fd);
        const { dev, ino } = fstatSync(fd, { bigint: true });
        close(fd);
        const stored = lstatSync(partFile, { bigint: true });
        // Some disks store less than they report.
        if (stored.size !== BigInt(written) || stored.ino !== ino || stored.dev !== dev)
          throw new UsageError(`“${name}” couldn't be written completely.`);
        renameSync(partFile, file);
        exists = false;
      } finally {
        abandon();
      }
    },
    abandon,
  };
}

/** The existing file to replace; undefined if there is none. */
function replaceableFileAt(name: string): Stats | undefined {
  const stats = statSync(name, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new UsageError(`“${name}” is a folder.`);
  if (stats && !stats.isFile()) throw new UsageError(`“${name}” isn't a file.`);
  if (!stats && lstatSync(name, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UsageError(`“${name}” is a broken link.`);
  if (stats && isReadOnly(name, stats)) throw new UsageError(`“${name}” is read-only.`);
  return stats;
}

/** Also checks the mode, because an administrator can write to any file but hardly means to. */
function isReadOnly(file: string, { mode }: Stats): boolean {
  if ((mode & 0o222) === 0) return true;
  try {
    accessSync(file, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

function keepOwnerAndMode(fd: number, { uid, gid, mode }: Stats): void {
  let permissions = mode & 0o777;
  const own = fstatSync(fd);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      fchownSync(fd, uid, gid);
    } catch {
      // The file gets another group, which must not be able to do more than everyone.
      permissions &= ~0o070 | ((mode & 0o007) << 3);
    }
  }
  fchmodSync(fd, permissions);
}

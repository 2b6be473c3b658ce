/** Files that appear whole, or stay as they were. */
import { randomBytes } from "node:crypto";
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

/** Every step is taken at once, so that no signal and no end of the program comes in the middle of one. */
export interface AtomicFile {
  /** Throws where it cannot be written. */
  write(text: string): void;
  /** Puts it in its place. Throws where it cannot; then all is as it was. */
  commit(): void;
  /** Leaves all as it was, and never throws. So does the end of the program. */
  abandon(): void;
}

/**
 * Begins a file that takes the place of `named` once it is whole: it is written beside it under a name that nobody can
 * foresee, and never through what lies there. A link is followed to its file, whose owner and mode are kept.
 * @throws {UsageError} where there is something else than a file that may be changed.
 */
export function openAtomicFile(named: string): AtomicFile {
  const before = plainFileAt(named);
  const file = before ? realpathSync(named) : named;
  const beside = path.join(path.dirname(file), `.imr-letters-${randomBytes(8).toString("hex")}.part`);
  // Where there is no flag for it, a link is no new file either.
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;
  let open: number | undefined;
  let isThere = false;
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
      // It is given up.
    }
    try {
      if (isThere) rmSync(beside, { force: true });
    } catch {
      // The folder itself has gone, or may not be changed any more.
    }
    isThere = false;
  }

  const fd = openSync(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, before ? 0o600 : 0o666);
  open = fd;
  isThere = true;
  process.on("exit", abandon);

  return {
    write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
      written += bytes.length;
    },
    commit() {
      try {
        if (before) keepOwnerAndMode(fd, before);
        fsyncSync(fd);
        const { dev, ino } = fstatSync(fd, { bigint: true });
        close(fd);
        const there = lstatSync(beside, { bigint: true });
        // Some disks take less than they say.
        if (there.size !== BigInt(written) || there.ino !== ino || there.dev !== dev)
          throw new UsageError(`Not all of “${named}” could be written.`);
        renameSync(beside, file);
        isThere = false;
      } finally {
        abandon();
      }
    },
    abandon,
  };
}

/** The file that is there and may be replaced; undefined where nothing is. */
function plainFileAt(named: string): Stats | undefined {
  const stats = statSync(named, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw new UsageError(`“${named}” is a folder.`);
  if (stats && !stats.isFile()) throw new UsageError(`“${named}” is no file.`);
  if (!stats && lstatSync(named, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new UsageError(`“${named}” is a link that leads nowhere.`);
  if (stats && isReadOnly(named, stats)) throw new UsageError(`“${named}” is read-only.`);
  return stats;
}

/** By its mode too: an administrator may write to anything, but hardly means to. */
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
      // Another group may not read what the group of the file could.
      permissions &= ~0o070;
    }
  }
  fchmodSync(fd, permissions);
}

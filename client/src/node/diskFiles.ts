/** Files on the local disk, through Node: only Node can create a file exclusively, and resolve the real path of a file. */
import { constants, type Stats } from "node:fs";
import { access, type FileHandle, lstat, open, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { type Files, NotRead, NotWritten } from "../files/files.ts";
import { temporaryName } from "../files/temporaryFiles.ts";

/** Windows has neither flag. Without `O_NONBLOCK`, opening a pipe would wait. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

export const diskFiles: Files = {
  read: async ({ fsPath }, maxBytes) => readRegular(await realpath(fsPath), maxBytes),

  within(folders) {
    const roots = Promise.all(folders.map(({ fsPath }) => realpath(fsPath).catch(() => undefined)));
    async function realIn(file: string): Promise<string> {
      const real = await realpath(file);
      const isInside = (await roots).some((root) => root !== undefined && isIn(root, real));
      if (!isInside) throw new NotRead("IsElsewhere");
      return real;
    }
    return {
      async stat({ fsPath }) {
        try {
          const found = await stat(await realIn(fsPath));
          return found.isFile() ? { mtime: found.mtime.getTime(), size: found.size } : undefined;
        } catch {
          return undefined;
        }
      },
      async read({ fsPath }, maxBytes) {
        const real = await realIn(fsPath);
        const bytes = await readRegular(real, maxBytes);
        // A folder in the path may have become a link in the meantime.
        if ((await realIn(fsPath)) !== real) throw new NotRead("HasChanged");
        return bytes;
      },
    };
  },

  async write({ fsPath }, bytes) {
    const before = await replaceable(fsPath);
    const unfinished = path.join(path.dirname(fsPath), temporaryName());
    const handle = await open(unfinished, "wx", before ? 0o600 : 0o666);
    try {
      try {
        await handle.writeFile(bytes);
        await flush(handle);
        if ((await handle.stat()).size !== bytes.length) throw new NotWritten("IsCut");
        if (before) await makeLike(before, handle);
      } finally {
        await handle.close();
      }
      const now = await replaceable(fsPath);
      if (now?.ino !== before?.ino || now?.mtimeMs !== before?.mtimeMs) throw new NotWritten("HasChanged");
      await renameWithRetry(unfinished, fsPath);
    } catch (error) {
      await unlink(unfinished).catch(() => {});
      throw error;
    }
  },
};

function isIn(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return (
    relative !== "" &&
    relative !== ".." &&
    !relative.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(relative)
  );
}

/** `file` is a real path. If it has become a link, it isn't followed. */
async function readRegular(file: string, maxBytes: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new NotRead("IsNoFile");
    if (found.size > maxBytes) throw new NotRead("IsTooLarge");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The file to replace; undefined if there is none. Rejects if it must not be replaced. */
async function replaceable(file: string): Promise<Stats | undefined> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.isSymbolicLink()) throw new NotWritten("IsLink");
  if (!found.isFile()) throw new NotWritten("IsNoFile");
  // `access` always succeeds for root, so the mode is checked too.
  const mayWrite = await access(file, constants.W_OK).then(
    () => (found.mode & 0o222) !== 0,
    () => false,
  );
  if (!mayWrite) throw new NotWritten("IsReadOnly");
  return found;
}

/** Some file systems report only now that the disk is full. Others don't support this. */
async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (!["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(error.code ?? "")) throw error;
  });
}

/** Gives the new file the group and mode of the old one. If the group can't be set, no group gets access. */
async function makeLike({ mode, gid }: Stats, handle: FileHandle): Promise<void> {
  const created = await handle.stat();
  const hasGroup =
    created.gid === gid ||
    (await handle.chown(created.uid, gid).then(
      () => true,
      () => false,
    ));
  await handle.chmod(mode & (hasGroup ? 0o777 : 0o707));
}

/** On Windows, a program that has the file open, such as a virus scanner, can block renaming for a moment. */
async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let left = process.platform === "win32" ? 10 : 0; ; left--) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isBlocked = ["EPERM", "EACCES", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (left === 0 || !isBlocked) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

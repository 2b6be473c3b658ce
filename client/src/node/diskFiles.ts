/** Files of the machine's own disk, by way of Node: only it can create a file that must not exist, and tell where one really lies. */
import { constants, type Stats } from "node:fs";
import { access, type FileHandle, lstat, open, realpath, rename, stat, unlink } from "node:fs/promises";
import path from "node:path";
import { type Files, NotRead, NotWritten } from "../files/files.ts";
import { temporaryName } from "../files/temporaryFiles.ts";

/** Windows has neither. Without the second, a pipe would be waited for. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

export const diskFiles: Files = {
  read: async ({ fsPath }, most) => readPlain(await realpath(fsPath), most),

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
      async read({ fsPath }, most) {
        const real = await realIn(fsPath);
        const bytes = await readPlain(real, most);
        // A folder on the way may have become a link meanwhile.
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
      await renameAtLast(unfinished, fsPath);
    } catch (error) {
      await unlink(unfinished).catch(() => {});
      throw error;
    }
  },
};

function isIn(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way !== "" && way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** `file` is no link: where it has become one, it is not followed. */
async function readPlain(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new NotRead("IsNoFile");
    if (found.size > most) throw new NotRead("IsTooLarge");
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** What is there to be replaced; undefined where nothing is. Rejects where it must not be. */
async function replaceable(file: string): Promise<Stats | undefined> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.isSymbolicLink()) throw new NotWritten("IsLink");
  if (!found.isFile()) throw new NotWritten("IsNoFile");
  // Who administers a machine may write anything, and is not asked: so the mode is looked at as well.
  const mayWrite = await access(file, constants.W_OK).then(
    () => (found.mode & 0o222) !== 0,
    () => false,
  );
  if (!mayWrite) throw new NotWritten("IsReadOnly");
  return found;
}

/** Some disks find out only now that they are full. Others cannot be asked. */
async function flush(handle: FileHandle): Promise<void> {
  await handle.sync().catch((error: NodeJS.ErrnoException) => {
    if (!["EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(error.code ?? "")) throw error;
  });
}

/** Gives the new file group and mode of the old one. Where it cannot have the group, no other group may read it. */
async function makeLike({ mode, gid }: Stats, handle: FileHandle): Promise<void> {
  const made = await handle.stat();
  const hasGroup =
    made.gid === gid ||
    (await handle.chown(made.uid, gid).then(
      () => true,
      () => false,
    ));
  await handle.chmod(mode & (hasGroup ? 0o777 : 0o707));
}

/** On Windows, whoever looks at a file just then, such as a virus scanner, is in the way for a moment. */
async function renameAtLast(from: string, to: string): Promise<void> {
  for (let left = process.platform === "win32" ? 10 : 0; ; left--) {
    try {
      return await rename(from, to);
    } catch (error) {
      const isHeld = ["EPERM", "EACCES", "EBUSY"].includes((error as NodeJS.ErrnoException).code ?? "");
      if (left === 0 || !isHeld) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

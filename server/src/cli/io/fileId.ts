import { type BigIntStats, fstatSync, statSync } from "node:fs";

/** A file by what it is and not by its name: links and hard links to it have the same. */
export type FileId = string;

/** That of the file to which a path leads; undefined where it leads to none, or to something else than a file. */
export function fileIdAt(file: string): FileId | undefined {
  try {
    return idOf(statSync(file, { bigint: true }));
  } catch {
    return undefined;
  }
}

/** That of a file that the shell has opened: 0 is standard input, 1 standard output. */
export function fileIdOfOpen(fd: 0 | 1): FileId | undefined {
  try {
    return idOf(fstatSync(fd, { bigint: true }));
  } catch {
    return undefined;
  }
}

const idOf = (stats: BigIntStats): FileId | undefined =>
  stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;

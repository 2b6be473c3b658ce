import { type BigIntStats, fstatSync, statSync } from "node:fs";

/** Identifies a file independently of its name: links and hard links to it have the same id. */
export type FileId = string;

/** The id of the file at a path; undefined if there is none, or if it isn't a regular file. */
export function fileIdAt(file: string): FileId | undefined {
  try {
    return idOf(statSync(file, { bigint: true }));
  } catch {
    return undefined;
  }
}

/** The id of the file that the shell opened as standard input (0) or standard output (1). */
export function fileIdOfOpen(fd: 0 | 1): FileId | undefined {
  try {
    return idOf(fstatSync(fd, { bigint: true }));
  } catch {
    return undefined;
  }
}

const idOf = (stats: BigIntStats): FileId | undefined =>
  stats.isFile() ? `${stats.dev}:${stats.ino}` : undefined;

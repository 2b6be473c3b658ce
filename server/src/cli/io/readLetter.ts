/** What is in a file. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { isLetter } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { isOwnOutput } from "./isOwnOutput.ts";

/** A letter to work on; or a file that is none, or that could not be read, with the reason. */
export type ReadResult =
  | { readonly kind: "letter"; readonly file: string; readonly text: string; readonly letter: Letter }
  | { readonly kind: "foreign"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** A letter has some 50 kB, and a year of them fits. */
export const largest = 64_000_000;
export const tooLarge = `it is larger than ${largest / 1e6} MB`;

const notAFile = "it is no file; a pipe can be given as standard input";

/** Reads one file, which may have gone, or be locked, since it was listed. At once: five turns of waiting cost more. */
export function readLetter(file: string): ReadResult {
  try {
    const bytes = bytesOf(file);
    if (typeof bytes === "string") return { kind: "unreadable", file, why: bytes };
    const text = textOf(bytes);
    if (text === undefined) return { kind: "foreign", file };
    return letterIn(file, text);
  } catch (error) {
    return { kind: "unreadable", file, why: reasonOf(error) };
  }
}

const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/** What is in a file; or why it is not read. Only files are opened, for a pipe or a device could wait forever. */
function bytesOf(file: string): Uint8Array | string {
  const why = whyNot(statSync(file));
  if (why !== undefined) return why;
  // It may be another one by now.
  const fd = openSync(file, O_RDONLY | O_NONBLOCK);
  try {
    const stats = fstatSync(fd);
    return whyNot(stats) ?? upTo(largest, fd, stats.size);
  } finally {
    closeSync(fd);
  }
}

function whyNot(stats: Stats): string | undefined {
  // Reading a folder fails, and says so.
  if (!stats.isFile() && !stats.isDirectory()) return notAFile;
  return stats.size > largest ? tooLarge : undefined;
}

/** All that can be read, also where it has grown, or has a size that it does not tell. */
function upTo(most: number, fd: number, expected: number): Uint8Array | string {
  let bytes = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const read = readSync(fd, bytes, length, bytes.length - length, null);
    length += read;
    if (length > most) return tooLarge;
    if (read === 0) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
  }
}

/** `isOne`: the text is taken for a letter, whatever it looks like. */
export function letterIn(file: string, text: string, isOne = false): ReadResult {
  const letter = parse(text);
  return isOne || (isLetter(file, letter) && !isOwnOutput(text))
    ? { kind: "letter", file, text, letter }
    : { kind: "foreign", file };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EDQUOT: "no more may be kept on this disk",
  EFBIG: "the file would be larger than is allowed",
  EROFS: "the disk takes no changes",
  ENOTDIR: "a part of its path is no folder",
  ENAMETOOLONG: "its name is too long",
  EPIPE: "nobody reads it any more",
  EIO: "the disk failed",
};

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code || "it could not be read");
}

/** UTF-8 or UTF-16 by its mark, else UTF-8 where it is valid, else Windows-1252; undefined for what is no text. */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 8000).includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

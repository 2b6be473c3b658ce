/** Reads letters from files. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import type { LetterDocument } from "../../../../reader/src/messages.ts";
import { isLetter, isLetterName } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { isOwnOutput } from "./isOwnOutput.ts";

/**
 * A letter, a file that isn't a letter, or a file that couldn't be read, with the reason. `document`: what the text was
 * converted from.
 */
export type ReadResult =
  | {
      readonly kind: "letter";
      readonly file: string;
      readonly text: string;
      readonly letter: Letter;
      readonly document?: Omit<LetterDocument, "text">;
    }
  | { readonly kind: "notALetter"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** A letter has about 50 kB. */
export const maxLetterBytes = 64_000_000;
export const tooLarge = `larger than ${maxLetterBytes / 1e6} MB`;

const notAFile = "not a file; to read a pipe, use standard input";

/**
 * Reads one file; never throws, as the file may be gone or locked since it was listed. Synchronous, because waiting for five
 * system calls would take longer.
 */
export function readLetter(file: string, isKnown = false): ReadResult {
  try {
    const bytes = bytesOf(file);
    if (typeof bytes === "string") return { kind: "unreadable", file, why: bytes };
    const text = textOf(bytes);
    if (text === undefined)
      return isLetterName(file)
        ? { kind: "unreadable", file, why: "not a text file" }
        : { kind: "notALetter", file };
    return letterIn(file, text, isKnown);
  } catch (error) {
    return { kind: "unreadable", file, why: reasonOf(error) };
  }
}

const { O_RDONLY, O_NONBLOCK = 0 } = constants;

/** The content of a file, or why it isn't read. Opens only files, because reading a pipe or a device may never end. */
export function bytesOf(file: string): Uint8Array | string {
  const why = whyUnreadable(statSync(file));
  if (why !== undefined) return why;
  // It may be a different file by now.
  const fd = openSync(file, O_RDONLY | O_NONBLOCK);
  try {
    const stats = fstatSync(fd);
    return whyUnreadable(stats) ?? readUpTo(maxLetterBytes, fd, stats.size);
  } finally {
    closeSync(fd);
  }
}

function whyUnreadable(stats: Stats): string | undefined {
  // Reading a folder fails with a reason of its own.
  if (!stats.isFile() && !stats.isDirectory()) return notAFile;
  return stats.size > maxLetterBytes ? tooLarge : undefined;
}

/** Reads everything, even if the file has grown or has an unknown size. */
function readUpTo(maxBytes: number, fd: number, expected: number): Uint8Array | string {
  let bytes = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const read = readSync(fd, bytes, length, bytes.length - length, null);
    length += read;
    if (length > maxBytes) return tooLarge;
    if (read === 0) return bytes.subarray(0, length);
    if (length === bytes.length) bytes = Buffer.concat([bytes], 2 * length);
  }
}

/** Parses a text. `isKnown`: it's a letter, whatever it looks like. */
export function letterIn(file: string, text: string, isKnown = false): ReadResult {
  const letter = parse(text);
  return isKnown || (isLetter(file, letter) && !isOwnOutput(text))
    ? { kind: "letter", file, text, letter }
    : { kind: "notALetter", file };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "the file doesn't exist",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it's a folder",
  ELOOP: "its links form a loop",
  EMFILE: "too many open files",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is exceeded",
  EFBIG: "the file would be too large",
  EROFS: "the disk is read-only",
  ENOTDIR: "a part of its path isn't a folder",
  ENAMETOOLONG: "its name is too long",
  EPIPE: "the reader closed it",
  EIO: "the disk failed",
};

/** The reason for a system error, for the end of a message. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? (code || "unknown error");
}

/**
 * Decodes UTF-16 or UTF-8 by byte order mark, otherwise UTF-16 if every other byte is 0, UTF-8 if valid, otherwise
 * Windows-1252; undefined if it isn't text.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const beginning = bytes.subarray(0, 8000);
  if (beginning.includes(0)) {
    const encoding = unmarkedUtf16(beginning);
    return encoding && new TextDecoder(encoding).decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The text of letters is nearly all Latin, so that one of the two bytes of a character is 0. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [first = 0, second = 0] = zeros;
  const most = 0.4 * bytes.length;
  if (second > most && first === 0) return "utf-16le";
  return first > most && second === 0 ? "utf-16be" : undefined;
}

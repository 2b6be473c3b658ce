/** What is in a file. */
import { readFileSync, statSync } from "node:fs";
import { isLetter } from "../features/letters.ts";
import { parse } from "../letter/parse.ts";
import type { Letter } from "../letter/types.ts";

/** A letter to work on; or a file that is none, or that could not be read, with the reason. */
export type Given =
  | { readonly kind: "letter"; readonly file: string; readonly text: string; readonly letter: Letter }
  | { readonly kind: "foreign"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** A letter has some 50 kB, and a year of them fits. */
const largest = 64_000_000;

/** Reads one file, which may have gone, or be locked, since it was listed. At once: five turns of waiting cost more. */
export function readLetter(file: string): Given {
  try {
    if (statSync(file).size > largest)
      return { kind: "unreadable", file, why: `it is larger than ${largest / 1e6} MB` };
    const text = textOf(readFileSync(file));
    if (text === undefined) return { kind: "foreign", file };
    return letterIn(file, text);
  } catch (error) {
    return { kind: "unreadable", file, why: reasonOf(error) };
  }
}

/** `isOne`: the text is taken for a letter, whatever it looks like. */
export function letterIn(file: string, text: string, isOne = false): Given {
  const letter = parse(text);
  return isOne || isLetter(file, letter) ? { kind: "letter", file, text, letter } : { kind: "foreign", file };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EROFS: "the disk takes no changes",
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

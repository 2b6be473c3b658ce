/** Which files are meant, and what is in them. */
import { readFile, stat } from "node:fs/promises";
import { escapePath, glob, isDynamicPattern } from "tinyglobby";
import { parse } from "../letter/parse.ts";
import type { Letter } from "../letter/types.ts";

/** A letter to work on; or a file that is none, or that could not be read, with the reason. */
export type Given =
  | { readonly kind: "letter"; readonly file: string; readonly text: string; readonly letter: Letter }
  | { readonly kind: "foreign"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** What is looked at in a folder. Links to folders are not followed, so that none leads round in a circle. */
const inFolders = ["**/*.imr", "**/*.txt"];

/** A name that only a letter has: whatever stands in such a file is taken for one. */
const letterName = /(?:\.imr|\.imr\.txt|(?:^|[\\/])CM\d\d-\d{7}[^\\/]*\.txt)$/i;

/** The files behind paths of files and folders and patterns such as "letters/CM16*.txt", each once, in order. */
export async function filesOf(given: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of given) {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => undefined,
    );
    const options = { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false, dot: false };
    if (isFolder) {
      const patterns = inFolders.map((pattern) => `${escapePath(path.replaceAll("\\", "/"))}/${pattern}`);
      found.push(...(await glob(patterns, options)).sort());
    } else if (isFolder === undefined && isDynamicPattern(path)) {
      found.push(...(await glob(path, options)).sort());
    } else found.push(path);
  }
  return [...new Set(found)];
}

/** Reads one file. Never rejects: it may have gone, or be locked, since it was listed. */
export async function readLetter(file: string): Promise<Given> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { kind: "unreadable", file, why: reasonOf(error) };
  }
  const text = textOf(bytes);
  if (text === undefined) return { kind: "foreign", file };
  return letterIn(file, text, letterName.test(file));
}

/** `isOne`: the text is taken for a letter, whatever it looks like. */
export function letterIn(file: string, text: string, isOne: boolean): Given {
  const letter = parse(text);
  const looksLikeOne = letter.generation !== undefined || letter.issues.length > 0;
  return isOne || looksLikeOne ? { kind: "letter", file, text, letter } : { kind: "foreign", file };
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "no right to read it",
  EPERM: "no right to read it",
  EISDIR: "it is a folder",
  ELOOP: "its links lead round in a circle",
  EMFILE: "too many files are open",
};

function reasonOf(error: unknown): string {
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

/** The form in which the client keeps the index between sessions. */
import * as v from "valibot";
import type { Range } from "vscode-languageserver";
import type { IndexedLetter } from "../../features/workspace/indexEntry.ts";

export interface IndexedFile {
  /** Of the file as it was read; empty where that is not known. */
  readonly stamp: string;
  /** Null for a file that is no letter, or could not be read. */
  readonly letters: readonly IndexedLetter<Range>[] | null;
}

/** Letters are read again where another form, or another version of the program, wrote it. */
const form = 1;

const position = v.object({ line: v.number(), character: v.number() });
const letter = v.object({
  caseNumber: v.nullable(v.string()),
  day: v.nullable(v.string()),
  issues: v.array(
    v.object({
      treatment: v.string(),
      decision: v.nullable(v.string()),
      heading: v.object({ start: position, end: position }),
    }),
  ),
});
const shape = v.object({
  form: v.literal(form),
  version: v.string(),
  files: v.array(
    v.tuple([v.string(), v.object({ stamp: v.string(), letters: v.nullable(v.array(letter)) })]),
  ),
});

export const writeIndex = (version: string, files: ReadonlyMap<string, IndexedFile>): string =>
  JSON.stringify({ form, version, files: [...files] });

/** Undefined for anything that this version has not written, whole. */
export function readIndex(version: string, stored: string | null): Map<string, IndexedFile> | undefined {
  if (stored === null) return undefined;
  try {
    const read = v.safeParse(shape, JSON.parse(stored));
    return read.success && read.output.version === version ? new Map(read.output.files) : undefined;
  } catch {
    return undefined;
  }
}

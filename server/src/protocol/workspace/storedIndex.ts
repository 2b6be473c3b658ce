/** The format in which the client stores the index between sessions. */
import * as v from "valibot";
import type { Range } from "vscode-languageserver";
import type { IndexedLetter } from "../../features/workspace/indexEntry.ts";

export interface IndexedFile {
  /** The stamp of the file when it was read; empty if that isn't known. */
  readonly stamp: string;
  /** Null for a file that isn't a letter or couldn't be read. */
  readonly letters: readonly IndexedLetter<Range>[] | null;
  /** The key of its letters, see `letterKey`; null if there is none. */
  readonly key: string | null;
}

/** An index in another format, or of another version of the program, is discarded. */
const form = 4;

const position = v.object({ line: v.number(), character: v.number() });
const range = v.object({ start: position, end: position });
const days = v.nullable(v.number());
const letter = v.object({
  caseNumber: v.nullable(v.string()),
  caseNumberAt: v.nullable(range),
  specialty: v.nullable(v.string()),
  states: v.array(v.string()),
  days: v.object({
    daysInjuryToDenial: days,
    daysDenialToApplication: days,
    daysApplicationToDecision: days,
    lastDayToAppeal: v.nullable(v.string()),
  }),
  day: v.nullable(v.string()),
  issues: v.array(
    v.object({
      treatment: v.string(),
      decision: v.nullable(v.string()),
      heading: range,
      stated: v.array(
        v.object({
          guideline: v.string(),
          year: v.nullable(v.number()),
          pieces: v.array(v.string()),
          pages: v.array(v.tuple([v.number(), v.number()])),
          statedPieces: v.array(v.number()),
        }),
      ),
    }),
  ),
});
const file = v.tuple([
  v.string(),
  v.object({ stamp: v.string(), letters: v.nullable(v.array(letter)), key: v.nullable(v.string()) }),
]);
const shape = v.object({ form: v.literal(form), version: v.string(), files: v.array(v.unknown()) });

export const writeIndex = (version: string, files: ReadonlyMap<string, IndexedFile>): string =>
  JSON.stringify({ form, version, files: [...files] });

/** Files that are checked before other requests are let in: a few milliseconds. */
const filesAtOnce = 200;

/** Undefined for anything that this version hasn't written completely. Calls `yieldToOthers` again and again. */
export async function readIndex(
  version: string,
  stored: string | null,
  yieldToOthers: () => Promise<void>,
): Promise<Map<string, IndexedFile> | undefined> {
  if (stored === null) return undefined;
  try {
    const index = v.parse(shape, JSON.parse(stored));
    if (index.version !== version) return undefined;
    const read = new Map<string, IndexedFile>();
    for (const [place, entry] of index.files.entries()) {
      read.set(...v.parse(file, entry));
      if (place % filesAtOnce === 0) await yieldToOthers();
    }
    return read;
  } catch {
    return undefined;
  }
}

/** Reads documents as letters, as the programs do, and says what a letter is in words, without offsets. */
import path from "node:path";
import type { LetterDocument, ReadRequest } from "../../reader/src/messages.ts";
import { startReaderThread } from "../../reader/src/node/startReaderThread.ts";
import { createReader, type Reader } from "../../reader/src/reader.ts";
import { oneLine } from "../../server/src/base/flatText.ts";
import { determinations } from "../../server/src/features/workspace/determinations.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { findingsOf } from "../review/findings.ts";
import { knowledge } from "../review/knowledge.ts";

/** A reader in a thread, from the built files. */
export const createTestReader = (): Reader => createReader(startReaderThread(path.resolve("dist")));

/** The text of a document. Fails if it isn't read. */
export async function documentFrom(
  reader: Reader,
  bytes: Uint8Array,
  kind: ReadRequest["kind"] = "pdf",
): Promise<LetterDocument> {
  const read = await reader.read({ bytes, kind, as: "letter" });
  if (read?.kind !== "letter") throw new Error(JSON.stringify(read));
  return read.document;
}

/** The problem that a document has. */
export async function problemOf(reader: Reader, bytes: Uint8Array, kind: ReadRequest["kind"] = "pdf") {
  const read = await reader.read({ bytes, kind, as: "letter" });
  return read?.kind === "problem" ? read.problem : read?.kind;
}

/** All that is read from a letter: the parse tree with words in place of offsets, the records, and the findings. */
export function contentsOf(text: string): unknown {
  const letter = parse(text);
  return {
    letter: JSON.parse(
      JSON.stringify(letter, (key, value) => {
        if (key === "text" && value === text) return undefined;
        const isSpan = typeof value?.start === "number" && typeof value?.end === "number";
        if (!isSpan) return value instanceof Map ? [...value] : value;
        const { start, end, ...rest } = value;
        return { words: oneLine(text, { start, end }), ...rest };
      }),
    ),
    records: determinations(letter, knowledge).map(({ determination }) => determination),
    findings: findingsOf(letter).map(({ rule, severity, message, start, end }) => ({
      rule,
      severity,
      message,
      words: oneLine(text, { start, end }),
    })),
  };
}

/** The words of a text, wherever its lines end. */
export const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

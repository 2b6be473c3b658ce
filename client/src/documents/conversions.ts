/** Converts PDF and Word files to the text of letters, a few at a time, in workers that end when there's nothing to read. */
import type { CancellationToken } from "vscode";
import { kindOfFile } from "../../../reader/src/documentKind.ts";
import { createReaderPool, type ReadOptions, type StartReader } from "../../../reader/src/reader.ts";
import { keyOfDocument, type StoredTexts } from "./storedTexts.ts";
import type { Conversion, DocumentProblem } from "./types.ts";

/** Longer files are scans, or aren't letters. */
export const maxDocumentBytes = 64 * 1024 * 1024;

/** The number of workers: a reader needs up to a gigabyte for the worst documents. */
const maxWorkers = 2;
const idleMs = 10_000;

/** The longest time for a page, and for a document, on a busy computer. A page takes milliseconds. */
const limits = { silenceTimeoutMs: 30_000, totalTimeoutMs: 120_000 };

/** On another day, there may be more time or memory, or the file may be readable. */
const isTemporary: ReadonlySet<DocumentProblem> = new Set(["tooSlow", "tooMuch", "unreadable"]);

/** Words of which any letter has some. Other documents in a folder are of no interest, and their text isn't kept. */
const wordsOfLetters =
  /\bIMR\b|MAXIMUS|medical (?:review|professional)|case number|claims administrator|rationale|determination/i;

export interface ConvertOptions extends Pick<ReadOptions, "onProgress"> {
  readonly token?: CancellationToken;
  /** Whether the text may be stored. */
  readonly store: boolean;
}

export interface Conversions {
  /**
   * Converts a document. Its bytes are requested when a worker is free, so that waiting documents need no memory.
   * Undefined if it's canceled. Never rejects.
   */
  convert(
    name: string,
    read: () => Promise<Uint8Array>,
    options: ConvertOptions,
  ): Promise<Conversion | undefined>;
  dispose(): void;
}

/** `stored` is undefined if no folder is open. Then nothing is stored. */
export function createConversions(startReader: StartReader, stored: StoredTexts | undefined): Conversions {
  const pool = createReaderPool(startReader, maxWorkers, idleMs);

  return {
    convert: (name, read, { token, store, onProgress }) =>
      pool.use(async (reader): Promise<Conversion | undefined> => {
        if (token?.isCancellationRequested) return undefined;
        try {
          const bytes = await read();
          const kind = kindOfFile(name, bytes);
          const key = stored && (await keyOfDocument(bytes, kind));
          const known = key === undefined ? undefined : await stored?.read(key);
          if (known) return known;
          const listeners: { dispose(): void }[] = [];
          const result = await reader.read(
            { bytes, kind, as: "letter" },
            {
              ...limits,
              ...(onProgress && { onProgress }),
              onCancel: (cancel) => token && listeners.push(token.onCancellationRequested(cancel)),
            },
          );
          for (const listener of listeners) listener.dispose();
          if (result?.kind !== "letter" && result?.kind !== "problem") return undefined;
          const conversion = result.kind === "letter" ? withoutForeignText(result) : result;
          const isLasting = conversion.kind === "letter" || !isTemporary.has(conversion.problem);
          if (store && key !== undefined && isLasting) await stored?.save(key, conversion);
          return store ? conversion : result;
        } catch (error) {
          const isTooLarge = (error as { readonly code?: unknown } | null)?.code === "IsTooLarge";
          return { kind: "problem", problem: isTooLarge ? "tooLarge" : "unreadable" };
        }
      }),
    dispose: () => pool.dispose(),
  };
}

const withoutForeignText = (read: Extract<Conversion, { kind: "letter" }>): Conversion =>
  wordsOfLetters.test(read.document.text)
    ? read
    : { kind: "letter", document: { ...read.document, text: "", pages: [0] } };

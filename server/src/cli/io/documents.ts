/** Converts PDF and Word files to text, in threads that start with the first one. */
import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  documentFileName,
  kindOfBytes,
  kindOfFile,
  signatureBytes,
} from "../../../../reader/src/documentKind.ts";
import type { ReadProblem, ReadRequest } from "../../../../reader/src/messages.ts";
import { startReaderThread } from "../../../../reader/src/node/startReaderThread.ts";
import { createReaderPool, type Reader } from "../../../../reader/src/reader.ts";
import { problemWords } from "../../../../reader/src/words.ts";
import { type Conversion, openDocumentCache } from "./documentCache.ts";
import { type Input, letterFileName } from "./inputs.ts";
import { bytesOf, reasonOf } from "./readLetter.ts";

export interface Documents {
  /** Whether an input has to be converted. */
  isDocument(input: Input): boolean;
  /** The text of a document, or why it can't be read. */
  convert(input: Input): Promise<Input>;
  /** Why texts couldn't be stored; undefined if they were. */
  readonly cacheFailure: string | undefined;
  end(): void;
}

/** The longest time for a page, and for a document, on a busy computer. A page takes milliseconds. */
const limits = { silenceTimeoutMs: 30_000, totalTimeoutMs: 120_000 };

/**
 * `jobs`: number of documents to convert at a time. `cache`: a folder for their texts.
 * @throws {UsageError} if the folder can't be created.
 */
export function startDocuments(jobs: number, cacheFolder?: string): Documents {
  const cache = cacheFolder === undefined ? undefined : openDocumentCache(cacheFolder);
  const dist = path.dirname(fileURLToPath(import.meta.url));
  const pool = createReaderPool(startReaderThread(dist), jobs);

  async function conversionOf(reader: Reader, request: Omit<ReadRequest, "as">): Promise<Conversion> {
    const { bytes, kind } = request;
    const digest = cache && createHash("sha256").update(bytes).digest("hex");
    const known = digest && cache?.get(digest, kind);
    if (known) return known;
    const read = await reader.read({ ...request, as: "letter" }, limits);
    const conversion: Conversion =
      read?.kind === "letter" || read?.kind === "problem" ? read : { kind: "problem", problem: "damaged" };
    // On another day, there's more time or memory.
    if (digest && !(conversion.kind === "problem" && isTemporary.has(conversion.problem)))
      cache?.put(digest, kind, conversion);
    return conversion;
  }

  return {
    isDocument: (input) =>
      "bytes" in input ||
      (!("text" in input || "why" in input) &&
        !letterFileName.test(input.file) &&
        (documentFileName.test(input.file) || startsAsDocument(input.file))),
    convert: (input) =>
      // The file is read when a thread is free, so that waiting documents need no memory.
      pool.use(async (reader) => {
        const { file } = input;
        try {
          const bytes = "bytes" in input ? input.bytes : bytesOf(file);
          if (typeof bytes === "string") return { file, why: bytes };
          const kind = kindOfFile(file, bytes);
          const conversion = await conversionOf(reader, { bytes, kind });
          if (conversion.kind === "letter") {
            const { text, ...document } = conversion.document;
            return { file, text, document, isLetter: "bytes" in input };
          }
          // Another archive, or another file of Office, that isn't named like a Word file.
          if (kind === "docx" && !wordFileName.test(file)) return { file, text: "", isLetter: false };
          return { file, why: problemWords[conversion.problem] };
        } catch (error) {
          return { file, why: reasonOf(error) };
        }
      }),
    get cacheFailure() {
      return cache?.failure;
    },
    end: () => pool.dispose(),
  };
}

const wordFileName = /\.docx?$/i;

const isTemporary: ReadonlySet<ReadProblem> = new Set(["tooSlow", "tooMuch"]);

/** Whether a file whose name doesn't say what it is begins like a PDF or a Word file. */
function startsAsDocument(file: string): boolean {
  try {
    if (!statSync(file).isFile()) return false;
    const opened = openSync(file, "r");
    try {
      const start = Buffer.alloc(signatureBytes);
      return kindOfBytes(start.subarray(0, readSync(opened, start))) !== undefined;
    } finally {
      closeSync(opened);
    }
  } catch {
    // Reading it reports why.
    return false;
  }
}

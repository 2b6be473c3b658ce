/** Keeps the text of documents by their content, so that none is converted twice. */
import { mkdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import {
  type DocumentKind,
  type LetterDocument,
  type ReadProblem,
  readerVersion,
} from "../../../../reader/src/messages.ts";
import { UsageError } from "../usageError.ts";
import { openAtomicFile } from "./atomicFile.ts";
import { maxLetterBytes, reasonOf } from "./readLetter.ts";

/** What a document is converted to. */
export type Conversion =
  | { readonly kind: "letter"; readonly document: LetterDocument }
  | { readonly kind: "problem"; readonly problem: ReadProblem };

export interface DocumentCache {
  get(digest: string, kind: DocumentKind): Conversion | undefined;
  /** Never throws: without the cache, the document is converted again next time. */
  put(digest: string, kind: DocumentKind, conversion: Conversion): void;
  /** Why something couldn't be stored; undefined if everything was. */
  readonly failure: string | undefined;
}

/** It has the text of letters. */
const onlyForOwner = { folder: 0o700, file: 0o600 };

/**
 * Opens a cache in a folder, which is created if necessary. Several programs can use it at a time: entries are whole files
 * that never change.
 * @throws {UsageError} if the folder can't be created.
 */
export function openDocumentCache(folder: string): DocumentCache {
  makeFolder(folder);
  let failure: string | undefined;
  // The first digits of the digest, because one folder of many files is slow.
  const folderOf = (digest: string): string => path.join(folder, digest.slice(0, 2));
  const fileOf = (digest: string, kind: DocumentKind): string =>
    path.join(folderOf(digest), `${digest}-${kind}-${readerVersion}.json`);
  return {
    get(digest, kind) {
      try {
        const file = fileOf(digest, kind);
        const stats = statSync(file, { throwIfNoEntry: false });
        if (!stats?.isFile() || stats.size > maxLetterBytes) return undefined;
        return conversionIn(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return undefined;
      }
    },
    put(digest, kind, conversion) {
      if (failure !== undefined) return;
      try {
        mkdirSync(folderOf(digest), { recursive: true, mode: onlyForOwner.folder });
        const file = openAtomicFile(fileOf(digest, kind), { mode: onlyForOwner.file, sync: false });
        try {
          file.write(JSON.stringify(conversion));
          file.commit();
        } finally {
          file.abandon();
        }
      } catch (error) {
        failure = error instanceof UsageError ? error.message : reasonOf(error);
      }
    },
    get failure() {
      return failure;
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: onlyForOwner.folder });
    if (statSync(folder).isDirectory()) return;
  } catch {
    // Reported below.
  }
  throw new UsageError(`The cache folder “${folder}” can't be created.`);
}

/** An entry may be damaged: not every program that's stopped can be cleaned up after. */
function conversionIn(value: unknown): Conversion | undefined {
  const entry = value as Conversion;
  if (entry?.kind === "problem") return typeof entry.problem === "string" ? entry : undefined;
  if (entry?.kind !== "letter") return undefined;
  const { text, pages, notices } = entry.document ?? {};
  return typeof text === "string" && Array.isArray(pages) && Array.isArray(notices) ? entry : undefined;
}

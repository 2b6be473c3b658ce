/** Stores the texts of documents by their content in the extension's storage, so that no document is converted twice. */
import * as vscode from "vscode";
import { type DocumentKind, readerVersion } from "../../../reader/src/messages.ts";
import type { Files } from "../files/files.ts";
import { removeAbandoned } from "../files/temporaryFiles.ts";
import { filesIn } from "../util/filesIn.ts";
import type { Conversion } from "./types.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Texts that weren't used for this long are deleted, because their documents were probably removed. */
const unusedAfterMs = 30 * dayMs;
/** A text that is used is written again after this long, so that its time says when it was used. */
const renewedAfterMs = 7 * dayMs;

export interface StoredTexts {
  /** Undefined if there is none. Never rejects. */
  read(key: string): Promise<Conversion | undefined>;
  /** Never rejects: a document whose text can't be stored is converted again the next time. */
  save(key: string, conversion: Conversion): Promise<void>;
  /** Never rejects. */
  removeAll(): Promise<void>;
}

/** What a text is stored under; undefined if the platform can't compute digests, as in a page that isn't secure. */
export async function keyOfDocument(bytes: Uint8Array, kind: DocumentKind): Promise<string | undefined> {
  if (crypto.subtle === undefined) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  const digits = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${digits}-${kind}-${readerVersion}`;
}

/** `storage` is the extension's folder for the workspace. */
export function createStoredTexts(files: Files, storage: vscode.Uri): StoredTexts {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(storage, "documents");
  const fileFor = (key: string): vscode.Uri => vscode.Uri.joinPath(folder, `${key}.json`);
  let prepared: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    await fs.createDirectory(folder);
    await removeAbandoned(folder);
    for (const file of await filesIn(folder, ".json")) {
      try {
        if (Date.now() - (await fs.stat(file)).mtime > unusedAfterMs) await fs.delete(file);
      } catch {
        // Another window deleted it.
      }
    }
  }

  async function save(key: string, conversion: Conversion): Promise<void> {
    try {
      prepared ??= prepare();
      await prepared;
      await files.write(fileFor(key), new TextEncoder().encode(JSON.stringify(conversion)));
    } catch {
      // It's converted again.
    }
  }

  return {
    save,
    async read(key) {
      try {
        const file = fileFor(key);
        // VS Code would log an error for reading a missing file.
        const { mtime } = await fs.stat(file);
        const conversion = conversionIn(JSON.parse(new TextDecoder().decode(await fs.readFile(file))));
        if (conversion && Date.now() - mtime > renewedAfterMs) await save(key, conversion);
        return conversion;
      } catch {
        return undefined;
      }
    },
    async removeAll() {
      prepared = undefined;
      try {
        await fs.stat(folder);
        await fs.delete(folder, { recursive: true });
      } catch {
        // There is none.
      }
    },
  };
}

/** The conversion in a stored file; undefined for any other value. */
function conversionIn(value: unknown): Conversion | undefined {
  const entry = value as Conversion | null;
  if (entry?.kind === "problem") return typeof entry.problem === "string" ? entry : undefined;
  if (entry?.kind !== "letter") return undefined;
  const { text, pages, notices } = entry.document ?? {};
  return typeof text === "string" && Array.isArray(pages) && Array.isArray(notices) ? entry : undefined;
}

/** Handles the server's requests for files of the workspace, because the server doesn't read files itself. */
import * as vscode from "vscode";
import {
  keepIndexRequest,
  type LetterFile,
  type LetterTexts,
  letterFilesRequest,
  readLettersRequest,
  type StoredIndex,
  storedIndexRequest,
} from "../../../server/src/protocol/extensions.ts";
import type { Documents } from "../documents/documents.ts";
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterFiles, readLetters } from "./letterFiles.ts";
import { createStoredIndex } from "./storedIndex.ts";

/** `storage` is the extension's folder for this workspace; undefined if no folder is open. */
export function registerFileRequests(
  client: Pick<LetterClient, "onRequest">,
  files: Files,
  documents: Pick<Documents, "textInWorkspace">,
  storage: vscode.Uri | undefined,
): vscode.Disposable {
  const stored = createStoredIndex(files, storage);
  return vscode.Disposable.from(
    client.onRequest(letterFilesRequest, (): Promise<readonly LetterFile[]> => letterFiles(files)),
    client.onRequest(
      readLettersRequest,
      async ({ uris }: { readonly uris: readonly string[] }): Promise<LetterTexts> => ({
        texts: await readLetters(files, documents, uris),
      }),
    ),
    client.onRequest(storedIndexRequest, async (): Promise<StoredIndex> => ({ index: await stored.read() })),
    client.onRequest(keepIndexRequest, async ({ index }: StoredIndex): Promise<null> => {
      await stored.save(index);
      return null;
    }),
  );
}

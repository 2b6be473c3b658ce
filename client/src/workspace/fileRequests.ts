/** Answers what the server asks about the files of the workspace, none of which it reads itself. */
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
import type { Files } from "../files/files.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterFiles, readLetters } from "./letterFiles.ts";
import { createStoredIndex } from "./storedIndex.ts";

/** `storage`: the extension's own folder for this workspace; undefined where no folder is open. */
export function registerFileRequests(
  client: Pick<LetterClient, "answer">,
  files: Files,
  storage: vscode.Uri | undefined,
): vscode.Disposable {
  const stored = createStoredIndex(files, storage);
  return vscode.Disposable.from(
    client.answer(letterFilesRequest, (): Promise<readonly LetterFile[]> => letterFiles(files)),
    client.answer(
      readLettersRequest,
      async ({ uris }: { readonly uris: readonly string[] }): Promise<LetterTexts> => ({
        texts: await readLetters(files, uris),
      }),
    ),
    client.answer(storedIndexRequest, async (): Promise<StoredIndex> => ({ index: await stored.read() })),
    client.answer(keepIndexRequest, async ({ index }: StoredIndex): Promise<null> => {
      await stored.keep(index);
      return null;
    }),
  );
}

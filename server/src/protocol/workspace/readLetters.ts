/** Reads the letters of the workspace one after another, and lets other requests in meanwhile. */
import type { Connection } from "vscode-languageserver";
import { letterKey } from "../../features/workspace/letterKey.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { isLetter } from "../../letter/letters.ts";
import type { LetterFile, WorkspaceSummary } from "../extensions.ts";
import { decodeUri } from "../lsp/decodeUri.ts";
import { describeError, type Runtime } from "../lsp/runSafe.ts";
import { letterOfFile, type OpenLetter } from "../state/letterDocuments.ts";
import type { Settings } from "../state/settings.ts";
import type { ProgressReporter } from "./progress.ts";
import { byPreference, createRepeats } from "./repeatedFiles.ts";
import type { WorkspaceFiles } from "./workspaceFiles.ts";

export interface FileWork {
  /** Called with each batch of files before they are processed. Must not reject. */
  before?(uris: readonly string[]): Promise<void>;
  letter(letter: OpenLetter, file: LetterFile): void | Promise<void>;
  foreign?(file: LetterFile): void;
  unreadable?(file: LetterFile): void;
}

/** Processes these files as they are on disk. A failure on one is reported to `onError`, and the others continue. */
export type ReadLetters = (
  wanted: readonly LetterFile[],
  progress: ProgressReporter,
  work: FileWork,
) => Promise<WorkspaceSummary>;

/** Files requested at once: about a megabyte. */
const batchSize = 20;

/** The server has one thread: after this long, it lets other requests in. */
const timeSliceMs = 10;

export function createReadLetters(
  files: WorkspaceFiles,
  runtime: Runtime,
  settings: Settings,
  knowledge: () => Knowledge,
  onError: (error: string) => void,
): ReadLetters {
  const yieldToEventLoop = (): Promise<void> =>
    new Promise((resolve) => void runtime.timer.setImmediate(resolve));

  return async (wanted, progress, work) => {
    let [letters, foreign] = [0, 0];
    const unreadable: string[] = [];
    const one = async (file: LetterFile, text: string | null): Promise<void> => {
      if (text === null) {
        unreadable.push(file.uri);
        return work.unreadable?.(file);
      }
      const letter = letterOfFile(file.uri, text, settings.maxFileSize(), knowledge());
      if (isLetter(decodeUri(file.uri), letter.letter)) {
        letters++;
        await work.letter(letter, file);
      } else {
        foreign++;
        work.foreign?.(file);
      }
    };
    const textsFrom = async (from: number): Promise<readonly (string | null)[]> => {
      const uris = wanted.slice(from, from + batchSize).map(({ uri }) => uri);
      if (uris.length === 0 || progress.isCancelled()) return [];
      const [texts] = await Promise.all([files.read(uris), work.before?.(uris)]);
      return texts;
    };

    let next = textsFrom(0);
    let since = Date.now();
    for (let from = 0; from < wanted.length && !progress.isCancelled(); from += batchSize) {
      const texts = await next;
      next = textsFrom(from + batchSize);
      for (const [i, file] of wanted.slice(from, from + batchSize).entries()) {
        if (progress.isCancelled()) break;
        try {
          await one(file, texts[i] ?? null);
        } catch (error) {
          onError(describeError(error));
        }
        if (Date.now() - since < timeSliceMs) continue;
        progress.report(from + i + 1, wanted.length);
        await yieldToEventLoop();
        since = Date.now();
      }
    }
    return { letters, foreign, unreadable, repeated: 0, cancelled: progress.isCancelled() };
  };
}

/**
 * Processes every letter of the workspace once, in the order of `byPreference`. Never rejects; `what` names the work in the
 * log.
 */
export async function readAllLetters(
  {
    connection,
    files,
    readLetters,
  }: {
    readonly connection: Connection;
    readonly files: WorkspaceFiles;
    readonly readLetters: ReadLetters;
  },
  what: string,
  progress: ProgressReporter,
  work: FileWork,
): Promise<WorkspaceSummary> {
  try {
    const isRepeated = createRepeats();
    let repeated = 0;
    const read = await readLetters((await files.list()).toSorted(byPreference), progress, {
      ...work,
      letter(letter, file) {
        if (!isRepeated(file.uri, letterKey(letter.letter))) return work.letter(letter, file);
        repeated++;
      },
    });
    return { ...read, letters: read.letters - repeated, repeated };
  } catch (error) {
    connection.console.error(`${what} failed: ${describeError(error)}`);
    return { letters: 0, foreign: 0, unreadable: [], repeated: 0, cancelled: false };
  }
}

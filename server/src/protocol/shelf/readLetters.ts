/** Goes through the letters of the workspace, one after another, and keeps nobody waiting meanwhile. */

import { isLetter } from "../../features/letters.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { decodeUri } from "../decodeUri.ts";
import type { LetterFile, WorkspaceRead } from "../extensions.ts";
import { letterOfFile, type OpenLetter } from "../letters.ts";
import { describeError, type Runtime } from "../runtime.ts";
import type { Settings } from "../settings.ts";
import type { WorkspaceFiles } from "./files.ts";

/** Who waits for it: may end it, and is told how far it is. */
export interface Watching {
  isOver(): boolean;
  progress(done: number, of: number): void;
}

export const unwatched: Watching = { isOver: () => false, progress() {} };

export interface FileWork {
  /** Called with some of the files before they are worked on. Must not reject. */
  before?(uris: readonly string[]): Promise<void>;
  letter(letter: OpenLetter, file: LetterFile): void | Promise<void>;
  foreign?(file: LetterFile): void;
  unreadable?(file: LetterFile): void;
}

/** Works on these files as they are on disk. What fails on one is told to `onError`, and the others go on. */
export type ReadLetters = (
  wanted: readonly LetterFile[],
  watching: Watching,
  work: FileWork,
) => Promise<WorkspaceRead>;

/** Files asked for at once: about a megabyte. */
const atOnce = 20;

/** The server does one thing at a time: after so many milliseconds it looks whether anyone asks for something else. */
const turn = 10;

export function createReadLetters(
  files: WorkspaceFiles,
  runtime: Runtime,
  settings: Settings,
  knowledge: () => Knowledge,
  onError: (what: string) => void,
): ReadLetters {
  const breathe = (): Promise<void> => new Promise((resolve) => void runtime.timer.setImmediate(resolve));

  return async (wanted, watching, work) => {
    let [letters, foreign] = [0, 0];
    const unreadable: string[] = [];
    const one = async (file: LetterFile, text: string | null): Promise<void> => {
      if (text === null) {
        unreadable.push(file.uri);
        return work.unreadable?.(file);
      }
      const letter = letterOfFile(file.uri, text, settings.readSize(), knowledge());
      if (isLetter(decodeUri(file.uri), letter.letter)) {
        letters++;
        await work.letter(letter, file);
      } else {
        foreign++;
        work.foreign?.(file);
      }
    };
    const textsFrom = async (from: number): Promise<readonly (string | null)[]> => {
      const uris = wanted.slice(from, from + atOnce).map(({ uri }) => uri);
      if (uris.length === 0 || watching.isOver()) return [];
      const [texts] = await Promise.all([files.read(uris), work.before?.(uris)]);
      return texts;
    };

    let next = textsFrom(0);
    let since = Date.now();
    for (let from = 0; from < wanted.length && !watching.isOver(); from += atOnce) {
      const texts = await next;
      next = textsFrom(from + atOnce);
      for (const [i, file] of wanted.slice(from, from + atOnce).entries()) {
        if (watching.isOver()) break;
        try {
          await one(file, texts[i] ?? null);
        } catch (error) {
          onError(describeError(error));
        }
        if (Date.now() - since < turn) continue;
        watching.progress(from + i + 1, wanted.length);
        await breathe();
        since = Date.now();
      }
    }
    return { letters, foreign, unreadable, cancelled: watching.isOver() };
  };
}

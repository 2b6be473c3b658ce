/** Writes Word files in a worker, which is started for each of them: nobody writes many. */
import type { PublishedForm } from "../../server/src/protocol/extensions.ts";

/** The worker's answer: the bytes of a Word file, or null if it has failed. */
export type WriteAnswer = Uint8Array | null;

export interface WriterWorker {
  send(form: PublishedForm): void;
  /** Ends the worker immediately. */
  dispose(): void;
}

/** Starts a worker. `onAnswer` receives its answer; null also if it couldn't start. */
export type StartWriter = (onAnswer: (answer: WriteAnswer) => void) => WriterWorker;

/** A letter takes a tenth of a second, or much longer on a busy machine. */
const timeoutMs = 60_000;

/** The bytes of a Word file (.docx) with a letter; null if it can't be written. Never rejects. */
export async function writeDocx(start: StartWriter, form: PublishedForm): Promise<WriteAnswer> {
  let worker: WriterWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<WriteAnswer>((resolve) => {
      timer = setTimeout(() => resolve(null), timeoutMs);
      worker = start(resolve);
      worker.send(form);
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    worker?.dispose();
  }
}

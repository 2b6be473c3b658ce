/** Has a document read by a worker of its own, which is ended when it is done, no longer wanted, or too slow. */
import type { ReadAnswer, ReadRequest } from "./importer/messages.ts";

/** A worker that reads one document. */
export interface ReadingWorker {
  send(request: ReadRequest): void;
  /** Ends it at once, whatever it does. */
  dispose(): void;
}

/** Starts one; `onAnswer` gets what it says, `onError` that it failed. */
export type StartReading = (onAnswer: (answer: ReadAnswer) => void, onError: () => void) => ReadingWorker;

export type Progress = Extract<ReadAnswer, { readonly kind: "progress" }>;
export type Read = Exclude<ReadAnswer, Progress>;

export interface ReadingOptions {
  readonly onProgress: (progress: Progress) => void;
  /** Calls its listener where the document is no longer wanted. */
  readonly onCancel: (listener: () => void) => void;
  readonly mostSeconds?: number;
}

/** A guideline of a thousand pages takes some ten seconds. */
const enoughSeconds = 180;

/** Resolves to undefined where it is no longer wanted. */
export async function readDocument(
  startReading: StartReading,
  request: ReadRequest,
  { onProgress, onCancel, mostSeconds = enoughSeconds }: ReadingOptions,
): Promise<Read | undefined> {
  let worker: ReadingWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Read | undefined>((resolve) => {
      onCancel(() => resolve(undefined));
      timer = setTimeout(() => resolve({ kind: "problem", problem: "tooSlow" }), mostSeconds * 1000);
      worker = startReading(
        (answer) => (answer.kind === "progress" ? onProgress(answer) : resolve(answer)),
        () => resolve({ kind: "problem", problem: "damaged" }),
      );
      worker.send(request);
    });
  } finally {
    clearTimeout(timer);
    worker?.dispose();
  }
}

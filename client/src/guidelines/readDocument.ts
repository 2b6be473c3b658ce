/** Has a document read by a worker of its own, which is ended when it is done, no longer wanted, or too slow. */
import type { ReadAnswer, ReadRequest } from "./importer/messages.ts";

/** A worker that reads one document. */
export interface ImportWorker {
  send(request: ReadRequest): void;
  /** Ends it at once, whatever it does. */
  dispose(): void;
}

/** Starts one; `onAnswer` gets what it says, `onError` that it failed. */
export type StartImport = (onAnswer: (answer: ReadAnswer) => void, onError: () => void) => ImportWorker;

export type Progress = Extract<ReadAnswer, { readonly kind: "progress" }>;
export type Read = Exclude<ReadAnswer, Progress>;

export interface ReadingOptions {
  readonly onProgress: (progress: Progress) => void;
  /** Calls its listener where the document is no longer wanted. */
  readonly onCancel: (listener: () => void) => void;
  /** The longest that it may say nothing. */
  readonly mostSeconds?: number;
}

/** A page takes some hundredths of a second, and much longer only on a busy machine. */
const enoughSeconds = 90;

/** Resolves to undefined where it is no longer wanted. */
export async function readDocument(
  startReading: StartImport,
  request: ReadRequest,
  { onProgress, onCancel, mostSeconds = enoughSeconds }: ReadingOptions,
): Promise<Read | undefined> {
  let worker: ImportWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<Read | undefined>((resolve) => {
      const waitOn = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve({ kind: "problem", problem: "tooSlow" }), mostSeconds * 1000);
      };
      const onAnswer = (answer: ReadAnswer): void => {
        if (answer.kind === "progress") {
          waitOn();
          onProgress(answer);
        } else resolve(answer);
      };
      onCancel(() => resolve(undefined));
      waitOn();
      worker = startReading(onAnswer, () => resolve({ kind: "problem", problem: "damaged" }));
      worker.send(request);
    });
  } finally {
    clearTimeout(timer);
    worker?.dispose();
  }
}

/** Reads a document in a worker, which is terminated when it's done, canceled, or too slow. */
import type { ReadAnswer, ReadRequest } from "./importer/messages.ts";

/** A worker that reads one document. */
export interface ImportWorker {
  send(request: ReadRequest): void;
  /** Terminates the worker immediately. */
  dispose(): void;
}

/** Starts a worker. `onAnswer` receives its messages, and `onError` is called if it fails. */
export type StartImport = (onAnswer: (answer: ReadAnswer) => void, onError: () => void) => ImportWorker;

export type ImportProgress = Extract<ReadAnswer, { readonly kind: "progress" }>;
export type ImportResult = Exclude<ReadAnswer, ImportProgress>;

export interface ImportOptions {
  readonly onProgress: (progress: ImportProgress) => void;
  /** Registers a listener that is called when the user cancels. */
  readonly onCancel: (listener: () => void) => void;
  /** The longest time between two messages of the worker. */
  readonly silenceTimeoutMs?: number;
}

/** A page takes a few hundredths of a second, or much longer on a busy machine. */
const defaultSilenceTimeoutMs = 90_000;

/** Resolves to undefined if the user cancels. */
export async function readDocument(
  startImport: StartImport,
  request: ReadRequest,
  { onProgress, onCancel, silenceTimeoutMs = defaultSilenceTimeoutMs }: ImportOptions,
): Promise<ImportResult | undefined> {
  let worker: ImportWorker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<ImportResult | undefined>((resolve) => {
      const restartTimer = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve({ kind: "problem", problem: "tooSlow" }), silenceTimeoutMs);
      };
      const onAnswer = (answer: ReadAnswer): void => {
        if (answer.kind === "progress") {
          restartTimer();
          onProgress(answer);
        } else resolve(answer);
      };
      onCancel(() => resolve(undefined));
      restartTimer();
      worker = startImport(onAnswer, () => resolve({ kind: "problem", problem: "damaged" }));
      worker.send(request);
    });
  } finally {
    clearTimeout(timer);
    worker?.dispose();
  }
}

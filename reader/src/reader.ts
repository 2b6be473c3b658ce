/** Reads documents in workers, which are ended when they're canceled, too slow, or no longer needed. */
import type { ReadAnswer, ReadProblem, ReadRequest } from "./messages.ts";

/** A worker that reads documents, one at a time. */
export interface ReaderWorker {
  send(request: ReadRequest): void;
  /** Ends the worker immediately. */
  dispose(): void;
}

/** Starts a worker. `onAnswer` receives its messages, and `onError` is called if it fails. */
export type StartReader = (onAnswer: (answer: ReadAnswer) => void, onError: () => void) => ReaderWorker;

export type ReadProgress = Extract<ReadAnswer, { readonly kind: "progress" }>;
export type ReadResult = Exclude<ReadAnswer, ReadProgress>;

export interface ReadOptions {
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Registers a listener that is called when the user cancels. */
  readonly onCancel?: (listener: () => void) => void;
  /** The longest time between two messages of the worker. */
  readonly silenceTimeoutMs?: number;
  /** The longest time for the whole document; no limit if undefined. */
  readonly totalTimeoutMs?: number;
}

/** A page takes a few hundredths of a second, or much longer on a busy machine. */
const defaultSilenceTimeoutMs = 90_000;

/** Reads documents one at a time, in a worker that is started for the first one and again after each that failed. */
export interface Reader {
  /** Resolves to undefined if it's canceled, or the reader disposed of. Call it again only when it has resolved. */
  read(request: ReadRequest, options?: ReadOptions): Promise<ReadResult | undefined>;
  /** Ends the worker. Nothing can be read afterward. */
  dispose(): void;
}

/** Problems after which a worker is as good as new. */
const harmless: ReadonlySet<ReadProblem> = new Set(["notPdf", "notDocx", "oldWord", "noText", "empty"]);

/** `idleMs`: how long a worker is kept without anything to read; forever if undefined. */
export function createReader(startReader: StartReader, idleMs?: number): Reader {
  let worker: ReaderWorker | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let onAnswer: (answer: ReadAnswer) => void = () => {};
  let onError: () => void = () => {};

  let cancel: () => void = () => {};
  let isDisposed = false;

  function endWorker(): void {
    clearTimeout(idle);
    worker?.dispose();
    worker = undefined;
  }

  function start(): ReaderWorker {
    const started: ReaderWorker = startReader(
      (answer) => {
        if (worker === started) onAnswer(answer);
      },
      () => {
        if (worker !== started) return;
        endWorker();
        onError();
      },
    );
    return started;
  }

  async function read(
    request: ReadRequest,
    { onProgress, onCancel, silenceTimeoutMs = defaultSilenceTimeoutMs, totalTimeoutMs }: ReadOptions = {},
  ): Promise<ReadResult | undefined> {
    if (isDisposed) return undefined;
    clearTimeout(idle);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let totalTimer: ReturnType<typeof setTimeout> | undefined;
    const result = await new Promise<ReadResult | undefined>((resolve) => {
      const giveUp = (): void => resolve({ kind: "problem", problem: "tooSlow" });
      const restartTimer = (): void => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, silenceTimeoutMs);
      };
      if (totalTimeoutMs !== undefined) totalTimer = setTimeout(giveUp, totalTimeoutMs);
      onAnswer = (answer) => {
        if (answer.kind !== "progress") return resolve(answer);
        restartTimer();
        onProgress?.(answer);
      };
      onError = () => resolve({ kind: "problem", problem: "damaged" });
      cancel = () => resolve(undefined);
      onCancel?.(cancel);
      restartTimer();
      worker ??= start();
      worker.send(request);
    });
    clearTimeout(timer);
    clearTimeout(totalTimer);
    if (result === undefined || (result.kind === "problem" && !harmless.has(result.problem))) endWorker();
    else if (idleMs !== undefined && worker) {
      idle = setTimeout(endWorker, idleMs);
      if (typeof idle === "object") idle.unref?.();
    }
    return result;
  }

  return {
    read,
    dispose() {
      isDisposed = true;
      cancel();
      endWorker();
    },
  };
}

/** Reads one document in a worker of its own. Resolves to undefined if the user cancels. */
export async function readDocument(
  startReader: StartReader,
  request: ReadRequest,
  options: ReadOptions = {},
): Promise<ReadResult | undefined> {
  const reader = createReader(startReader);
  try {
    return await reader.read(request, options);
  } finally {
    reader.dispose();
  }
}

/** Several readers, for as many documents at a time. */
export interface ReaderPool {
  /** Runs `task` with a reader that nothing else uses, as soon as there is one. Tasks start in the order of the calls. */
  use<Result>(task: (reader: Reader) => Promise<Result>): Promise<Result>;
  /** Ends all workers. Tasks that wait for one never start. */
  dispose(): void;
}

/** Starts at most `count` workers, each when there's something to read. `idleMs` is as for `createReader`. */
export function createReaderPool(startReader: StartReader, count: number, idleMs?: number): ReaderPool {
  const readers: Reader[] = [];
  const free: Reader[] = [];
  const waiting: ((reader: Reader) => void)[] = [];
  let isDisposed = false;

  function take(): Reader | Promise<Reader> {
    const reader = free.pop();
    if (reader) return reader;
    if (readers.length >= count) return new Promise((resolve) => waiting.push(resolve));
    const created = createReader(startReader, idleMs);
    readers.push(created);
    return created;
  }

  return {
    async use(task) {
      const reader = await take();
      try {
        return await task(reader);
      } finally {
        const next = isDisposed ? undefined : waiting.shift();
        if (next) next(reader);
        else free.push(reader);
      }
    },
    dispose() {
      isDisposed = true;
      for (const reader of readers) reader.dispose();
    },
  };
}

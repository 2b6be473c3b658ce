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
}

/** A page takes a few hundredths of a second, or much longer on a busy machine. */
const defaultSilenceTimeoutMs = 90_000;

/** Reads documents one at a time, in a worker that is started for the first one and again after each that failed. */
export interface Reader {
  /** Resolves to undefined if the user cancels. Call it again only when it has resolved. */
  read(request: ReadRequest, options?: ReadOptions): Promise<ReadResult | undefined>;
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

  function dispose(): void {
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
        dispose();
        onError();
      },
    );
    return started;
  }

  async function read(
    request: ReadRequest,
    { onProgress, onCancel, silenceTimeoutMs = defaultSilenceTimeoutMs }: ReadOptions = {},
  ): Promise<ReadResult | undefined> {
    clearTimeout(idle);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const result = await new Promise<ReadResult | undefined>((resolve) => {
      const restartTimer = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve({ kind: "problem", problem: "tooSlow" }), silenceTimeoutMs);
      };
      onAnswer = (answer) => {
        if (answer.kind !== "progress") return resolve(answer);
        restartTimer();
        onProgress?.(answer);
      };
      onError = () => resolve({ kind: "problem", problem: "damaged" });
      onCancel?.(() => resolve(undefined));
      restartTimer();
      worker ??= start();
      worker.send(request);
    });
    clearTimeout(timer);
    if (result === undefined || (result.kind === "problem" && !harmless.has(result.problem))) dispose();
    else if (idleMs !== undefined && worker) {
      idle = setTimeout(dispose, idleMs);
      if (typeof idle === "object") idle.unref?.();
    }
    return result;
  }

  return { read, dispose };
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

/** Reads several documents at a time; the others wait for a free worker. */
export interface ReaderPool {
  /** `request` is made when a worker is free, so that waiting documents need no memory. */
  read(
    request: () => ReadRequest | Promise<ReadRequest>,
    options?: ReadOptions,
  ): Promise<ReadResult | undefined>;
  /** Ends all workers; what they read never resolves. */
  dispose(): void;
}

/** Starts at most `count` workers, each when there's something to read. */
export function createReaderPool(startReader: StartReader, count: number, idleMs?: number): ReaderPool {
  const readers: Reader[] = [];
  const free: Reader[] = [];
  const waiting: ((reader: Reader) => void)[] = [];

  function take(): Reader | Promise<Reader> {
    const reader = free.pop();
    if (reader) return reader;
    if (readers.length >= count) return new Promise((resolve) => waiting.push(resolve));
    const created = createReader(startReader, idleMs);
    readers.push(created);
    return created;
  }

  return {
    async read(request, options) {
      const reader = await take();
      try {
        return await reader.read(await request(), options);
      } finally {
        const next = waiting.shift();
        if (next) next(reader);
        else free.push(reader);
      }
    },
    dispose() {
      for (const reader of readers) reader.dispose();
    },
  };
}

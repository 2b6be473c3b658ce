/** Processes letters on this thread or on a pool of worker threads. */
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type MessagePort, Worker } from "node:worker_threads";
import type { LetterCommand } from "../commands/command.ts";
import { type CommandSpec, createCommand } from "../commands/commandSpec.ts";
import type { Input } from "../io/inputs.ts";
import { failedInput, type ProcessResult, processInput } from "./processInput.ts";
import { batchSize, prefetchedBatches, startThreads, type Threads } from "./threadPool.ts";

/** Number of letters to process on this thread first: starting another thread takes as long. */
const singleThreadLimit = 200;

/** In bytes, or characters of text. A larger letter could take a second or more, but this thread must handle signals. */
const maxSizeOnMainThread = 2_000_000;

interface Workers {
  do(input: Input): Promise<ProcessResult>;
  /** Number of inputs to start at a time, so that no thread waits. */
  readonly ahead: number;
  end(): void;
}

/** The worker threads run this same program, see `runWorker`. */
export function startWorkers(command: LetterCommand, spec: CommandSpec, jobs: number): Workers {
  const start = (): Worker => new Worker(fileURLToPath(import.meta.url), { workerData: spec });
  let threads: Threads<Input, ProcessResult> | undefined;
  let started = 0;
  return {
    do(input) {
      started++;
      if ((jobs === 1 || started <= singleThreadLimit) && !isLarge(input)) return processHere(command, input);
      threads ??= startThreads(jobs, start, failedInput);
      return threads.do(input);
    },
    ahead: jobs === 1 ? 1 : jobs * batchSize * (prefetchedBatches + 1),
    end: () => threads?.end(),
  };
}

const isLarge = (input: Input): boolean =>
  ("text" in input ? input.text.length : sizeOf(input.file)) > maxSizeOnMainThread;

/** 0 for a file that doesn't exist or can't be accessed. */
function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** Waits for a turn of the event loop first, in which signals are handled and the progress bar moves. */
async function processHere(command: LetterCommand, input: Input): Promise<ProcessResult> {
  await setImmediate();
  return processInput(command, input);
}

/** The entry point of a worker thread: answers each list of inputs with the list of their results, in order. */
export function runWorker(port: MessagePort, spec: CommandSpec): void {
  const command = createCommand(spec);
  port.on("message", (inputs: readonly Input[]) => {
    port.postMessage(inputs.map((input) => processInput(command, input)));
  });
}

/** Who works on letters: this thread alone, or with others beside it. */
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type MessagePort, Worker } from "node:worker_threads";
import type { LetterCommand } from "../commands/command.ts";
import { type CommandSpec, createCommand } from "../commands/commandSpec.ts";
import type { Input } from "../io/inputs.ts";
import { failedInput, type ProcessResult, processInput } from "./processInput.ts";
import { batch, prefetchedBatches, startThreads, type Threads } from "./threadPool.ts";

/** So many letters are done here in the time that another thread takes to start and to get up to speed. */
const few = 200;

/** Bytes or characters of what keeps a thread busy for a second or more, in which this one must hear signals. */
const large = 2_000_000;

interface Workers {
  do(input: Input): Promise<ProcessResult>;
  /** So many inputs should be begun at a time, for nobody to wait. */
  readonly ahead: number;
  end(): void;
}

/** The program starts itself again as a thread, see `answerAsThread`. */
export function startWorkers(task: LetterCommand, job: CommandSpec, jobs: number): Workers {
  const start = (): Worker => new Worker(fileURLToPath(import.meta.url), { workerData: job });
  let threads: Threads<Input, ProcessResult> | undefined;
  let begun = 0;
  return {
    do(input) {
      begun++;
      if ((jobs === 1 || begun <= few) && !isLarge(input)) return workHere(task, input);
      threads ??= startThreads(jobs, start, failedInput);
      return threads.do(input);
    },
    ahead: jobs === 1 ? 1 : jobs * batch * (prefetchedBatches + 1),
    end: () => threads?.end(),
  };
}

const isLarge = (input: Input): boolean => ("text" in input ? input.text.length : sizeOf(input.file)) > large;

/** What is not there, or may not be seen, is not large. */
function sizeOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** After a turn of the event loop, in which a signal is heard and the bar moves. */
async function workHere(task: LetterCommand, input: Input): Promise<ProcessResult> {
  await setImmediate();
  return processInput(task, input);
}

/** What a thread does: it answers inputs with what became of them, in order. */
export function runWorker(port: MessagePort, job: CommandSpec): void {
  const task = createCommand(job);
  port.on("message", (inputs: readonly Input[]) => {
    port.postMessage(inputs.map((input) => processInput(task, input)));
  });
}

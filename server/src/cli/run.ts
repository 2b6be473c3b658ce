/** Goes over letters in their order, so that memory does not grow with their number. */

import type { LetterCommand } from "./commands/command.ts";
import { type CommandSpec, createCommand } from "./commands/commandSpec.ts";
import { checkOverwrite } from "./io/checkOverwrite.ts";
import { foundAt, inputsOf, readsStdin } from "./io/inputs.ts";
import { type Output, toFile, toStandardOutput } from "./io/output.ts";
import { printError as sayLine } from "./io/printError.ts";
import { showProgress } from "./io/progressBar.ts";
import { reasonOf } from "./io/readLetter.ts";
import { pluralize } from "./pluralize.ts";
import { mapInOrder } from "./pool/mapInOrder.ts";
import type { ProcessResult } from "./pool/processInput.ts";
import { startWorkers } from "./pool/workers.ts";
import { UsageError } from "./usageError.ts";

export interface Options {
  readonly output?: string;
  readonly ndjson?: boolean;
  readonly verbose?: boolean;
  /** A letter may be written over. */
  readonly force?: boolean;
  /** How many letters are worked on at once, each in a thread of its own. */
  readonly jobs: number;
}

/** So many foreign files are named; a folder may hold thousands. */
const named = 10;

/**
 * `besides`: files that are read beside the letters.
 * @throws {UsageError} where the results would take the place of something that must not be lost.
 */
export async function runCommand(
  paths: readonly string[],
  options: Options,
  job: CommandSpec,
  besides: readonly string[] = [],
): Promise<void> {
  const except = await checkOverwrite({ ...options, paths, besides });
  const task = createCommand(job);
  const workers = startWorkers(task, job, options.jobs);
  const counts = { letters: 0, foreign: 0, unreadable: 0 };
  const fromInput = readsStdin(paths);
  const progress = showProgress(process.stderr);
  if (!fromInput) progress.of(() => numberOf(foundAt(paths, except)));

  const say = (words: string): void => {
    progress.hide();
    sayLine(words);
  };
  const none = fromInput
    ? "No letter was found"
    : "No letter was found (in folders, files named .imr and .txt are looked at)";
  const sayCounts = (): void =>
    say(`${[...inWords(counts, none), ...(counts.letters > 0 ? task.summary() : [])].join(", ")}.`);
  const sayOfForeign = (file: string): void => {
    if (options.verbose || counts.foreign <= named) say(`${file}: it is no letter`);
    else if (counts.foreign === named + 1) say("More files are no letters; --verbose names them all.");
  };

  // A person who has forgotten the paths would wait for nothing.
  if (fromInput && process.stdin.isTTY) say("No files are given: reading standard input.");

  let output: Output | undefined;
  let isStopped = false;
  onSignal(async (exitCode) => {
    isStopped = true;
    await output?.giveUp(task.end(exitCode));
    sayCounts();
  });

  async function take(outcome: ProcessResult, to: Output): Promise<void> {
    if (outcome.kind === "letter") {
      counts.letters++;
      const lines = task.print(outcome.file, outcome.told);
      if (lines !== "" && process.stdout.isTTY) progress.hide();
      await to.write(lines);
    } else if (outcome.kind === "foreign") {
      counts.foreign++;
      sayOfForeign(outcome.file);
    } else {
      counts.unreadable++;
      task.unreadable?.(outcome.file, outcome.why);
      say(`${outcome.file}: ${outcome.why}`);
    }
    progress.at(counts.letters + counts.foreign + counts.unreadable);
  }

  try {
    output = options.output === undefined ? toStandardOutput() : await toFile(options.output);
    await output.write(task.begin());
    const inputs = inputsOf({ paths, linewise: options.ndjson, except });
    for await (const outcome of mapInOrder(inputs, workers.do, workers.ahead)) {
      await take(outcome, output);
      if (output.closed) break;
    }
    const exitCode = exitCodeOf(counts, task, options.ndjson && fromInput);
    await output.write(task.end(exitCode));
    await output.end();
    sayCounts();
    process.exitCode = exitCode;
  } catch (error) {
    if (isStopped) return;
    await output?.giveUp("");
    if (error instanceof UsageError) throw error;
    const isGone = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = isGone ? "there is no such folder" : reasonOf(error);
    say(`imr-letters: the results could not be written: ${why}.`);
    process.exitCode = 2;
  } finally {
    workers.end();
    if (fromInput) process.stdin.destroy();
  }
}

/** Those that end a program and let it tidy up, with the exit codes of a shell. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143, SIGXCPU: 152 };

/** Ends the program when it is told to, once it has tidied up; at once when told again. */
function onSignal(tidyUp: (exitCode: number) => Promise<void>): void {
  let isTold = false;
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (isTold) process.exit(code);
      isTold = true;
      void tidyUp(code).then(() => process.exit(code));
    });
  }
}

async function numberOf(items: AsyncIterable<unknown>): Promise<number> {
  let number = 0;
  for await (const _ of items) number++;
  return number;
}

type Counts = Readonly<Record<"letters" | "foreign" | "unreadable", number>>;

/** A pipe that is divided among processes may leave one without a line, which is no failure. */
const exitCodeOf = ({ letters, unreadable }: Counts, task: LetterCommand, mayBeEmpty = false): number =>
  unreadable > 0 || (letters === 0 && !mayBeEmpty) ? 2 : task.exitCode();

const inWords = ({ letters, foreign, unreadable }: Counts, none: string): readonly string[] => [
  letters === 0 ? none : pluralize(letters, "letter", "letters"),
  ...(foreign > 0 ? [pluralize(foreign, "file is no letter", "files are no letters")] : []),
  ...(unreadable > 0 ? [pluralize(unreadable, "file could not be read", "files could not be read")] : []),
];

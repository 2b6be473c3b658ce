/** Runs a command over letters one by one, in order, so that memory use doesn't grow with their number. */

import { constants } from "node:os";
import type { DocumentKind } from "../../../reader/src/messages.ts";
import { noticeWords } from "../../../reader/src/words.ts";
import type { LetterCommand } from "./commands/command.ts";
import { type CommandSpec, createCommand } from "./commands/commandSpec.ts";
import { checkOverwrite } from "./io/checkOverwrite.ts";
import { startDocuments } from "./io/documents.ts";
import { foundAt, type Input, inputsOf, readsStdin } from "./io/inputs.ts";
import { type Output, toFile, toStandardOutput } from "./io/output.ts";
import { printError } from "./io/printError.ts";
import { showProgress } from "./io/progressBar.ts";
import { reasonOf } from "./io/readLetter.ts";
import { pluralize } from "./pluralize.ts";
import { mapInOrder } from "./pool/mapInOrder.ts";
import type { ProcessResult } from "./pool/processInput.ts";
import { startWorkers } from "./pool/workers.ts";
import { UsageError } from "./usageError.ts";

export interface Options {
  /** The file to write to; standard output if undefined. */
  readonly output?: string;
  readonly ndjson?: boolean;
  readonly verbose?: boolean;
  /** Prints failures only, no notes and no summary. */
  readonly quiet?: boolean;
  /** Patterns of files to leave out. */
  readonly exclude?: readonly string[];
  /** What standard input is called in results. */
  readonly stdinFilename?: string;
  /** Nothing to read, or no letter among it, isn't a failure. */
  readonly allowNoLetters?: boolean;
  /** Allows the output to overwrite a letter. */
  readonly force?: boolean;
  /** Number of letters to process in parallel, each in its own thread. */
  readonly jobs: number;
  /** A folder to keep the texts of PDF and Word files in. */
  readonly cache?: string;
}

/** Number of files that aren't letters to list by name; a folder may have thousands. */
const maxListedFiles = 10;

/**
 * Runs a command over the letters at `paths` and sets the exit code.
 * @param otherInputs Files other than letters that the command reads, such as packs.
 * @throws {UsageError} if the output would overwrite a file that must not be lost.
 */
export async function runCommand(
  paths: readonly string[],
  options: Options,
  spec: CommandSpec,
  otherInputs: readonly string[] = [],
): Promise<void> {
  const except = await checkOverwrite({ ...options, paths, otherInputs });
  const command = createCommand(spec);
  const workers = startWorkers(command, spec, options.jobs);
  const documents = startDocuments(options.jobs, options.cache);
  const counts = { letters: 0, notLetters: 0, repeated: 0, sharedCases: 0, unreadable: 0 };
  /** The first file with each letter. */
  const known = new Map<string, { readonly file: string; readonly from: DocumentKind }>();
  /** The first file with each case number. */
  const cases = new Map<string, string>();
  const fromStdin = readsStdin(paths);
  const inputs = {
    paths,
    linewise: options.ndjson,
    exclude: options.exclude,
    stdinName: options.stdinFilename,
    except,
  };
  const progress = showProgress(process.stderr);
  if (!fromStdin && !options.quiet) progress.of(() => numberOf(foundAt(inputs)));

  const print = (line: string): void => {
    progress.hide();
    printError(line);
  };
  const printNote = (line: string): void => {
    if (!options.quiet) print(line);
  };
  const noLetters = fromStdin
    ? "No letters found"
    : "No letters found (in folders, only .imr, .txt, .pdf, and .docx files are read)";
  const printSummary = (): void =>
    printNote(
      `${[...summaryOf(counts, noLetters), ...(counts.letters > 0 ? command.summary() : [])].join(", ")}.`,
    );
  /** Prints a line about one of `count` files so far, if it's one of the first. */
  const printSome = (count: number, line: string, more: string): void => {
    if (options.verbose || count <= maxListedFiles) printNote(line);
    else if (count === maxListedFiles + 1) printNote(`${more} Use --verbose to list them.`);
  };
  let notices = 0;

  // Someone who forgot the paths would wait forever.
  if (fromStdin && process.stdin.isTTY) printNote("No files specified. Reading from standard input.");

  let output: Output | undefined;
  let isStopped = false;
  let isComplete = false;
  onSignal(async (exitCode) => {
    // Too late to stop: the results are written.
    if (isComplete) process.exit();
    isStopped = true;
    await output?.giveUp(command.end(exitCode));
    printSummary();
  });

  async function take(result: ProcessResult, to: Output): Promise<void> {
    const same = result.kind === "letter" && result.key ? known.get(result.key) : undefined;
    if (result.kind === "letter" && same && same.from !== result.from) {
      counts.repeated++;
      command.repeated?.(result.file);
      const line = `${result.file}: the same letter as ${same.file} (counted once)`;
      printSome(counts.repeated, line, "More files have the same letter as another one.");
    } else if (result.kind === "letter") {
      counts.letters++;
      const { file, key, from } = result;
      if (key && !same) known.set(key, { file, from });
      for (const number of result.caseNumbers) {
        const other = cases.get(number) ?? file;
        cases.set(number, other);
        if (other === file) continue;
        const line = `${file}: has the same case number as ${other}, ${number}`;
        printSome(++counts.sharedCases, line, "More files have the same case number as another one.");
      }
      for (const notice of result.notices)
        printSome(++notices, `${file}: ${noticeWords(notice)}`, "There's more to know about other files.");
      const lines = await command.print(result.file, result.data);
      if (lines !== "" && process.stdout.isTTY) progress.hide();
      await to.write(lines);
    } else if (result.kind === "notALetter") {
      counts.notLetters++;
      printSome(counts.notLetters, `${result.file}: not a letter (skipped)`, "More files aren't letters.");
    } else {
      counts.unreadable++;
      command.unreadable?.(result.file, result.why);
      print(`${result.file}: ${result.why}`);
    }
    progress.at(counts.letters + counts.notLetters + counts.repeated + counts.unreadable);
  }

  try {
    output = options.output === undefined ? toStandardOutput() : await toFile(options.output);
    await output.write(command.begin());
    const handle = (input: Input): Promise<ProcessResult> =>
      documents.isDocument(input) ? documents.convert(input).then(workers.do) : workers.do(input);
    for await (const result of mapInOrder(inputsOf(inputs), handle, workers.ahead)) {
      await take(result, output);
      if (output.closed) break;
    }
    const exitCode = exitCodeOf(counts, command, options.allowNoLetters || (options.ndjson && fromStdin));
    if (command.needsLetter && counts.letters === 0) {
      await output.giveUp("");
    } else {
      await output.write(command.end(exitCode));
      await output.end();
    }
    isComplete = true;
    if (documents.cacheFailure !== undefined)
      print(`The cache couldn't be written: ${documents.cacheFailure}.`);
    process.exitCode = exitCode;
    printSummary();
  } catch (error) {
    if (isStopped) return;
    await output?.giveUp("");
    if (error instanceof UsageError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = isMissing ? "the folder doesn't exist" : reasonOf(error);
    print(`imr-letters: couldn't write the results: ${why}.`);
    process.exitCode = 2;
  } finally {
    workers.end();
    documents.end();
    if (fromStdin) process.stdin.destroy();
  }
}

/** Signals that end a program unless it handles them, and that let it clean up before it exits. */
const stopSignals = [
  "SIGHUP",
  "SIGINT",
  "SIGQUIT",
  "SIGTERM",
  "SIGXCPU",
  "SIGUSR2",
  "SIGALRM",
  "SIGVTALRM",
  "SIGIO",
  "SIGPWR",
  "SIGSYS",
  "SIGSTKFLT",
] as const;

/** Exits after a signal once `cleanUp` has resolved, or immediately after a second signal. */
function onSignal(cleanUp: (exitCode: number) => Promise<void>): void {
  let isStopping = false;
  for (const signal of stopSignals) {
    // Not every system has all of them.
    const number = constants.signals[signal];
    if (number === undefined) continue;
    const code = 128 + number;
    process.on(signal, () => {
      if (isStopping) process.exit(code);
      isStopping = true;
      void cleanUp(code).then(() => process.exit(code));
    });
  }
}

async function numberOf(items: AsyncIterable<unknown>): Promise<number> {
  let number = 0;
  for await (const _ of items) number++;
  return number;
}

type Counts = Readonly<Record<"letters" | "notLetters" | "repeated" | "sharedCases" | "unreadable", number>>;

/** `mayBeEmpty`: no letters aren't a failure, as if processes share a pipe and one of them gets no lines. */
const exitCodeOf = ({ letters, unreadable }: Counts, command: LetterCommand, mayBeEmpty = false): number =>
  unreadable > 0 || (letters === 0 && !mayBeEmpty) ? 2 : command.exitCode();

const summaryOf = (
  { letters, notLetters, repeated, sharedCases, unreadable }: Counts,
  noLetters: string,
): readonly string[] => [
  letters === 0 ? noLetters : pluralize(letters, "letter", "letters"),
  ...(notLetters > 0 ? [pluralize(notLetters, "file isn't a letter", "files aren't letters")] : []),
  ...(repeated > 0 ? [pluralize(repeated, "file repeats a letter", "files repeat letters")] : []),
  ...(sharedCases > 0
    ? [pluralize(sharedCases, "file has another's case number", "files have another's case number")]
    : []),
  ...(unreadable > 0 ? [pluralize(unreadable, "file couldn't be read", "files couldn't be read")] : []),
];

/** Runs a command over letters one by one, in order, so that memory use doesn't grow with their number. */

import { constants } from "node:os";
import type { DocumentKind } from "../../../reader/src/messages.ts";
import { noticeWords } from "../../../reader/src/words.ts";
import type { LetterCommand } from "./commands/command.ts";
import { type CommandSpec, createCommand } from "./commands/commandSpec.ts";
import { statusLine } from "./formats/statusLine.ts";
import { checkOverwrite } from "./io/checkOverwrite.ts";
import { startDocuments } from "./io/documents.ts";
import { openFileList } from "./io/fileList.ts";
import { foundAt, type Input, inputsOf, readsStdin } from "./io/inputs.ts";
import { type Output, toFile, toStandardOutput } from "./io/output.ts";
import { printError } from "./io/printError.ts";
import { showProgress } from "./io/progressBar.ts";
import { reasonOf } from "./io/readLetter.ts";
import { removeResumeFolder, resumeFolderOf } from "./io/resumeFolder.ts";
import type { Shard } from "./io/shard.ts";
import { pluralize } from "./pluralize.ts";
import { mapInOrder } from "./pool/mapInOrder.ts";
import type { ProcessResult } from "./pool/processInput.ts";
import { openResultCache } from "./pool/resultCache.ts";
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
  /** A folder to keep the texts of PDF and Word files and the results in. */
  readonly cache?: string;
  /** Goes on where a run that was stopped was. */
  readonly resume?: boolean;
  /** A file that lists more paths; "-" is standard input. */
  readonly filesFrom?: string;
  /** The names in the list end in null characters. */
  readonly null?: boolean;
  readonly shard?: Shard;
  /** A file to write what couldn't be read to, one JSON object per line. */
  readonly failures?: string;
  /** Inputs that can't be read don't decide the exit code. */
  readonly tolerateFailures?: boolean;
  /** Writes a line for each line that's read. */
  readonly everyLine?: boolean;
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
  const list =
    options.filesFrom === undefined ? undefined : await openFileList(options.filesFrom, options.null);
  const named = { ...options, paths, list, otherInputs: [...otherInputs, ...listFile(options)] };
  const except = await checkOverwrite(named);
  if (options.failures !== undefined) await checkOverwrite({ ...named, output: options.failures });
  const command = createCommand(spec);
  const workers = startWorkers(command, spec, options.jobs);
  const cache =
    options.cache ?? (options.resume && options.output ? resumeFolderOf(options.output) : undefined);
  const documents = startDocuments(options.jobs, cache);
  const results = cache === undefined ? undefined : openResultCache(cache, command, spec);
  const counts = { letters: 0, notLetters: 0, repeated: 0, sharedCases: 0, unreadable: 0 };
  /** The first file with each letter. */
  const known = new Map<string, { readonly file: string; readonly from: DocumentKind }>();
  /** The first file with each case number. */
  const cases = new Map<string, string>();
  const fromStdin = readsStdin(paths, options.filesFrom);
  const inputs = {
    paths,
    list,
    linewise: options.ndjson,
    everyLine: options.everyLine,
    exclude: options.exclude,
    shard: options.shard,
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
  let failures: Output | undefined;
  let isStopped = false;
  let isComplete = false;
  onSignal(async (exitCode) => {
    // Too late to stop: the results are written.
    if (isComplete) process.exit();
    isStopped = true;
    results?.end();
    await failures?.giveUp("");
    await output?.giveUp(command.end(exitCode));
    printSummary();
    if (options.resume) printNote("Run the same command again to go on.");
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
      await to.write(lines === "" && options.everyLine ? statusLine(file, "noRecords") : lines);
    } else if (result.kind === "notALetter") {
      counts.notLetters++;
      if (options.everyLine) await to.write(statusLine(result.file, "notALetter"));
      printSome(counts.notLetters, `${result.file}: not a letter (skipped)`, "More files aren't letters.");
    } else {
      counts.unreadable++;
      command.unreadable?.(result.file, result.why);
      if (options.everyLine) await to.write(statusLine(result.file, "unreadable", result.why));
      await failures?.write(statusLine(result.file, "unreadable", result.why));
      print(`${result.file}: ${result.why}`);
    }
    progress.at(counts.letters + counts.notLetters + counts.repeated + counts.unreadable);
  }

  try {
    output = options.output === undefined ? toStandardOutput() : await toFile(options.output);
    if (options.failures !== undefined) failures = await toFile(options.failures);
    await output.write(command.begin());
    const read = (input: Input): Promise<ProcessResult> =>
      documents.isDocument(input) ? documents.convert(input).then(workers.do) : workers.do(input);
    const handle = (input: Input): Promise<ProcessResult> =>
      results ? results.resultOf(input, read) : read(input);
    for await (const result of mapInOrder(inputsOf(inputs), handle, workers.ahead)) {
      await take(result, output);
      if (output.closed) break;
    }
    const exitCode = exitCodeOf(counts, command, {
      mayBeEmpty: options.allowNoLetters || (options.ndjson && fromStdin) || options.shard !== undefined,
      mayFail: options.tolerateFailures,
    });
    if (command.needsLetter && counts.letters === 0) {
      await output.giveUp("");
    } else {
      await output.write(command.end(exitCode));
      await output.end();
    }
    await failures?.end();
    isComplete = true;
    results?.end();
    const cacheFailure = documents.cacheFailure ?? results?.failure;
    if (cacheFailure !== undefined) print(`The cache couldn't be written: ${cacheFailure}.`);
    if (options.cache === undefined && cache !== undefined) removeResumeFolder(cache);
    process.exitCode = exitCode;
    printSummary();
  } catch (error) {
    if (isStopped) return;
    await output?.giveUp("");
    await failures?.giveUp("");
    if (error instanceof UsageError) throw error;
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    const why = isMissing ? "the folder doesn't exist" : reasonOf(error);
    print(`imr-letters: couldn't write the results: ${why}.`);
    process.exitCode = 2;
  } finally {
    results?.end();
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

/**
 * `mayBeEmpty`: no letters aren't a failure, as if processes share a pipe and one of them gets no lines. `mayFail`: neither are
 * inputs that can't be read.
 */
const exitCodeOf = (
  { letters, unreadable }: Counts,
  command: LetterCommand,
  { mayBeEmpty = false, mayFail = false },
): number =>
  (unreadable > 0 && !mayFail) || (letters + unreadable === 0 && !mayBeEmpty) ? 2 : command.exitCode();

/** The list of files, if it's a file. */
const listFile = ({ filesFrom }: Options): readonly string[] =>
  filesFrom === undefined || filesFrom === "-" ? [] : [filesFrom];

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

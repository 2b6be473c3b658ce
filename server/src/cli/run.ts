/** Goes over letters one by one, so that memory does not grow with their number. */
import { createInterface } from "node:readline";
import { filesOf, type Given, letterIn, readLetter, textOf } from "./letterFiles.ts";
import { toFile, toStandardOutput } from "./output.ts";

export interface Options {
  readonly output?: string;
  readonly ndjson?: boolean;
}

type GivenLetter = Extract<Given, { readonly kind: "letter" }>;

/** What a command does with letters. */
export interface Task {
  begin(): string;
  /** What is printed of a letter. */
  letter(given: GivenLetter): string;
  end(): string;
  /** Said at the end on standard error, beside the counts of files. */
  summary(): readonly string[];
  exitCode(): number;
}

export async function runOver(paths: readonly string[], options: Options, task: Task): Promise<void> {
  const output = options.output === undefined ? toStandardOutput() : toFile(options.output);
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once("SIGINT", stop);
  const counts = { letters: 0, foreign: 0, unreadable: 0 };
  try {
    await output.write(task.begin());
    for await (const given of givenBy(paths, options)) {
      if (stopped || output.closed) break;
      if (given.kind === "letter") {
        counts.letters++;
        await output.write(task.letter(given));
      } else if (given.kind === "foreign") counts.foreign++;
      else {
        counts.unreadable++;
        process.stderr.write(`${given.file}: ${given.why}\n`);
      }
      showProgress(counts);
    }
    if (stopped && options.output !== undefined) await output.discard();
    else {
      await output.write(task.end());
      await output.end();
    }
  } catch (error) {
    await output.discard();
    clearProgress();
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    process.stderr.write(`imr-letters: the results could not be written${code}.\n`);
    process.exitCode = 2;
    return;
  } finally {
    process.removeListener("SIGINT", stop);
  }
  clearProgress();
  process.stderr.write(`${[...countsInWords(counts), ...task.summary()].join(", ")}.\n`);
  process.exitCode = exitCodeOf(counts, stopped, task);
}

type Counts = Readonly<Record<"letters" | "foreign" | "unreadable", number>>;

function exitCodeOf({ letters, unreadable }: Counts, stopped: boolean, task: Task): number {
  if (stopped) return 130;
  return unreadable > 0 || letters === 0 ? 2 : task.exitCode();
}

const countOf = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const countsInWords = ({ letters, foreign, unreadable }: Counts): readonly string[] => [
  letters === 0 ? "No letter was found" : countOf(letters, "letter", "letters"),
  ...(foreign > 0 ? [countOf(foreign, "file is no letter", "files are no letters")] : []),
  ...(unreadable > 0 ? [countOf(unreadable, "file could not be read", "files could not be read")] : []),
];

async function* givenBy(paths: readonly string[], { ndjson }: Options): AsyncGenerator<Given> {
  const fromInput = paths.length === 0 || (paths.length === 1 && paths[0] === "-");
  if (fromInput) yield* ndjson ? lettersInLines() : [await letterFromInput()];
  else for (const file of await filesOf(paths)) yield readLetter(file);
}

const inputName = "standard input";

async function letterFromInput(): Promise<Given> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const text = textOf(Buffer.concat(chunks));
  return text === undefined ? { kind: "foreign", file: inputName } : letterIn(inputName, text, true);
}

/** A letter a line, as `{"id": …, "text": …}`: what pipelines pass on. */
async function* lettersInLines(): AsyncGenerator<Given> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const file = `line ${number}`;
    try {
      const { id, text } = JSON.parse(line) as { readonly id?: unknown; readonly text?: unknown };
      if (typeof text !== "string") throw new TypeError();
      yield letterIn(typeof id === "string" || typeof id === "number" ? `${id}` : file, text, true);
    } catch {
      yield { kind: "unreadable", file, why: 'it is no JSON object with a "text"' };
    }
  }
}

const progressEach = 100;

/** On a terminal only, and not where the results go to the same one. */
const hasProgress = process.stderr.isTTY === true && process.stdout.isTTY !== true;

function showProgress({ letters, foreign, unreadable }: Counts): void {
  if (!hasProgress || (letters + foreign + unreadable) % progressEach !== 0) return;
  process.stderr.write(`\r${letters} letters …`);
}

function clearProgress(): void {
  if (hasProgress) process.stderr.write("\r\u001b[K");
}

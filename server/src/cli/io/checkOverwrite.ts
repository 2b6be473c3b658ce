/** Refuses to overwrite input files and letters. */
import { closeSync, constants, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isLetter, isLetterName } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import { UsageError } from "../usageError.ts";
import { type FileId, fileIdAt, fileIdOfOpen } from "./fileId.ts";
import type { FileList } from "./fileList.ts";
import { foundAt, readsStdin } from "./inputs.ts";
import { isOwnOutput } from "./isOwnOutput.ts";
import { textOf } from "./readLetter.ts";

interface OutputAndInputs {
  /** The file to write to; standard output if undefined. */
  readonly output?: string;
  /** Paths of letters. */
  readonly paths: readonly string[];
  /** A list of more paths. */
  readonly list?: FileList;
  readonly exclude?: readonly string[];
  /** Input files that aren't letters. */
  readonly otherInputs: readonly string[];
  /** Allows overwriting a letter that isn't an input. */
  readonly force?: boolean;
}

/**
 * The existing file that will be overwritten; undefined if there is none.
 * @throws {UsageError} if that would lose an input file, a letter, a PDF, or a file that isn't text.
 */
export async function checkOverwrite(options: OutputAndInputs): Promise<FileId | undefined> {
  const { output, paths, otherInputs, force = false } = options;
  const id = output === undefined ? fileIdOfOpen(1) : fileIdAt(output);
  if (id === undefined) return undefined;
  const isInput =
    [...paths, ...otherInputs].some((file) => fileIdAt(file) === id) ||
    (readsStdin(paths) && fileIdOfOpen(0) === id);
  const name = output === undefined ? "Standard output" : `“${output}”`;
  const hint = output === undefined ? "Redirect it to a different file." : "Specify a different output.";
  if (isInput) throw new UsageError(`${name} is one of the input files and would be overwritten. ${hint}`);
  const loss = output === undefined ? undefined : lossOf(output);
  if (loss === undefined) return id;
  if (!force)
    throw new UsageError(
      `${name} ${loss} and would be overwritten. Specify a different output, or use --force to overwrite it.`,
    );
  for await (const { file } of foundAt({ paths, list: options.list, exclude: options.exclude }))
    if (fileIdAt(file) === id)
      throw new UsageError(`${name} is one of the input letters and would be overwritten. ${hint}`);
  return id;
}

/** What would be lost with a file: "is a letter"; undefined if nothing would. */
function lossOf(file: string): string | undefined {
  const bytes = beginningOf(file);
  if (bytes === undefined) return "can't be read";
  if (bytes.length === 0) return undefined;
  if (bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return "is a PDF";
  const text = textOf(bytes);
  if (text === undefined) return "isn't a text file";
  // A link may have another name than its file, and the name decides too.
  const name = realpathSync(file);
  if (isOwnOutput(text) && !isLetterName(name)) return undefined;
  if (isLetter(name, parse(text))) return "is a letter";
  return hasLetterLine(text) ? "contains letters" : undefined;
}

/** Letters one per line, as `--ndjson` reads them. */
function hasLetterLine(text: string): boolean {
  try {
    const line: unknown = JSON.parse(text.slice(0, text.indexOf("\n") + 1 || undefined));
    const letter = typeof line === "object" && line !== null && "text" in line ? line.text : undefined;
    return typeof letter === "string" && isLetter("", parse(letter));
  } catch {
    return false;
  }
}

/** Number of bytes that are enough to recognize a letter. */
const maxBytesToRecognize = 16_000_000;

/** Undefined if the file can't be read, although it might be written. */
function beginningOf(file: string): Buffer | undefined {
  let fd: number;
  try {
    fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch {
    return undefined;
  }
  try {
    const bytes = Buffer.allocUnsafe(Math.min(maxBytesToRecognize, statSync(file).size));
    return bytes.subarray(0, readSync(fd, bytes));
  } finally {
    closeSync(fd);
  }
}

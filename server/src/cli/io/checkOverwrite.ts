/** What results may not be written over: what they are made of, and letters. */
import { closeSync, constants, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isLetter } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import { UsageError } from "../usageError.ts";
import { type FileId, fileIdAt, fileIdOfOpen } from "./fileId.ts";
import { foundAt, readsStdin } from "./inputs.ts";
import { isOwnOutput } from "./isOwnOutput.ts";
import { textOf } from "./readLetter.ts";

interface Writing {
  /** The file to write to; standard output without one. */
  readonly output?: string;
  /** Paths of letters. */
  readonly paths: readonly string[];
  /** Other files that are read. */
  readonly besides: readonly string[];
  /** A letter that is not read may be written over. */
  readonly force?: boolean;
}

/**
 * The file that is there already and will be written over, if any.
 * @throws {UsageError} where something would be lost.
 */
export async function checkOverwrite(writing: Writing): Promise<FileId | undefined> {
  const { output, paths, besides, force = false } = writing;
  const id = output === undefined ? fileIdOfOpen(1) : fileIdAt(output);
  if (id === undefined) return undefined;
  const isRead =
    [...paths, ...besides].some((file) => fileIdAt(file) === id) ||
    (readsStdin(paths) && fileIdOfOpen(0) === id);
  const name = output === undefined ? "Standard output" : `“${output}”`;
  const other = output === undefined ? "Send it to another file." : "Name another output.";
  if (isRead) throw new UsageError(`${name} is one of the files to read, and would be overwritten. ${other}`);
  const what = output === undefined ? undefined : whatIsLostIn(output);
  if (what === undefined) return id;
  if (!force)
    throw new UsageError(
      `${name} is ${what}, and would be overwritten. Name another output, or add --force to lose what is there.`,
    );
  for await (const { file } of foundAt(paths))
    if (fileIdAt(file) === id)
      throw new UsageError(`${name} is one of the letters to read, and would be overwritten. ${other}`);
  return id;
}

/** Bytes that are enough to see what a file is. */
const enough = 1_000_000;

function whatIsLostIn(file: string): string | undefined {
  const bytes = beginningOf(file);
  if (bytes.length === 0) return undefined;
  if (bytes.subarray(0, 5).equals(Buffer.from("%PDF-"))) return "a PDF";
  const text = textOf(bytes);
  if (text === undefined) return "no text";
  if (isOwnOutput(text)) return undefined;
  // A link may be named otherwise than its file.
  return isLetter(realpathSync(file), parse(text)) ? "a letter" : undefined;
}

function beginningOf(file: string): Buffer {
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const bytes = Buffer.allocUnsafe(Math.min(enough, statSync(file).size));
    return bytes.subarray(0, readSync(fd, bytes));
  } finally {
    closeSync(fd);
  }
}

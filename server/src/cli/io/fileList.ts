/** Reads the names of files that `--files-from` lists. */
import { createReadStream, statSync } from "node:fs";
import { UsageError } from "../usageError.ts";
import { linesIn } from "./lines.ts";
import { reasonOf } from "./readLetter.ts";

/** The names of a list, from its beginning each time. */
export interface FileList {
  readonly names: () => AsyncIterable<string>;
}

/** No system has longer paths. */
const maxNameBytes = 65_536;

const lineFeed = 10;

/**
 * Opens a list of names: one per line, or each ending in a null character. A file is read anew each time, so that a list of a
 * million names needs no memory; standard input (`-`) is read once and kept.
 * @throws {UsageError} if it can't be read.
 */
export async function openFileList(list: string, isNullEnded = false): Promise<FileList> {
  const read = list === "-" ? await kept(process.stdin) : fromFile(list);
  return {
    async *names() {
      try {
        for await (const name of linesIn(read(), maxNameBytes, isNullEnded ? 0 : lineFeed)) {
          if (name === undefined) throw new UsageError(`“${list}” isn't a list of files.`);
          const whole = isNullEnded ? name : name.replace(/\r$/, "");
          if (whole !== "") yield whole;
        }
      } catch (error) {
        throw error instanceof UsageError
          ? error
          : new UsageError(`The list “${list}” can't be read: ${reasonOf(error)}.`);
      }
    },
  };
}

/** A pipe would be empty the second time. */
function fromFile(list: string): () => AsyncIterable<Buffer> {
  let isFile: boolean;
  try {
    isFile = statSync(list).isFile();
  } catch (error) {
    throw new UsageError(`The list “${list}” can't be read: ${reasonOf(error)}.`);
  }
  if (!isFile) throw new UsageError(`The list “${list}” isn't a file. To read a pipe, use --files-from -.`);
  return () => createReadStream(list);
}

async function kept(pipe: AsyncIterable<Buffer>): Promise<() => AsyncIterable<Buffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of pipe) chunks.push(chunk);
  return async function* () {
    yield* chunks;
  };
}

/** Where results go: standard output, or a file that is whole or not there. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import type { Writable } from "node:stream";

export interface Output {
  /** Whole lines. Waits where the reader is slow; rejects where they cannot be written. */
  write(lines: string): Promise<void>;
  /** The reader wants no more, as `head` does after its lines. */
  readonly closed: boolean;
  /** All is written. Rejects where it could not be. */
  end(): Promise<void>;
  /** Gives up, and never rejects. A file is as it was before; on standard output, `lines` end what has been written. */
  giveUp(lines: string): Promise<void>;
}

export async function toStandardOutput(): Promise<Output> {
  const { write, failure } = writingTo(process.stdout);
  const isClosed = (): boolean => failure()?.code === "EPIPE";
  const writeUnlessClosed = (lines: string) =>
    write(lines).catch((error: unknown) => {
      if (!isClosed()) throw error;
    });
  return {
    write: writeUnlessClosed,
    get closed() {
      return isClosed();
    },
    end: () => Promise.resolve(),
    giveUp: (lines) => write(lines).catch(() => {}),
  };
}

/**
 * Written beside the file and put in its place at the end: a full disk leaves what was there before. What is no file, as
 * a pipe or a device, is written to as it is.
 */
export async function toFile(named: string): Promise<Output> {
  const before = await stat(named).catch(() => undefined);
  const isFile = before === undefined || before.isFile();
  const file = before?.isFile() ? await realpath(named) : named;
  const beside = isFile ? `${file}.${process.pid}.part` : file;
  const stream = createWriteStream(beside, { flush: isFile, mode: before?.mode });
  const closed = new Promise<void>((resolve) => {
    stream.once("close", resolve);
  });
  const { write, failure } = writingTo(stream);
  await once(stream, "open");
  return {
    write,
    closed: false,
    async end() {
      stream.end();
      await closed;
      const failed = failure();
      if (failed) throw failed;
      if (isFile) await rename(beside, file);
    },
    async giveUp() {
      stream.destroy();
      await closed;
      if (isFile) await rm(beside, { force: true }).catch(() => {});
    },
  };
}

/** Waits for each write, so that an error is that of these lines, and that no more is in memory than they. */
function writingTo(stream: Writable) {
  let failed: NodeJS.ErrnoException | undefined;
  stream.on("error", (error) => {
    failed ??= error;
  });
  return {
    failure: () => failed,
    async write(lines: string): Promise<void> {
      if (lines === "") return;
      if (failed) throw failed;
      await new Promise<void>((resolve, reject) => {
        stream.write(lines, (error) => {
          failed ??= error ?? undefined;
          if (error) reject(error);
          else resolve();
        });
      });
    },
  };
}

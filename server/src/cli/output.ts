/** Where results go: standard output, or a file that is whole or not there. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";

export interface Output {
  /** Whole lines. Waits where the reader is slow. */
  write(lines: string): Promise<void>;
  /** The reader wants no more, as `head` does after its lines. */
  readonly closed: boolean;
  /** All is written. Rejects where it could not be, with nothing left behind. */
  end(): Promise<void>;
  /** Gives up, with nothing left behind. */
  discard(): Promise<void>;
}

export function toStandardOutput(): Output {
  const { stdout } = process;
  let closed = false;
  stdout.on("error", () => {
    closed = true;
  });
  return {
    async write(lines) {
      if (!closed && !stdout.write(lines) && !closed)
        await Promise.race([once(stdout, "drain"), once(stdout, "error")]).catch(() => undefined);
    },
    get closed() {
      return closed;
    },
    end: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/** Written beside the file and put in its place at the end: a full disk leaves what was there before. */
export function toFile(file: string): Output {
  const beside = `${file}.${process.pid}.part`;
  const stream = createWriteStream(beside);
  let failure: Error | undefined;
  stream.on("error", (error) => {
    failure = error;
  });
  const discard = async (): Promise<void> => {
    stream.destroy();
    await rm(beside, { force: true });
  };
  return {
    async write(lines) {
      if (failure) throw failure;
      if (!stream.write(lines))
        await Promise.race([once(stream, "drain"), once(stream, "close")]).catch(() => undefined);
      if (failure) throw failure;
    },
    closed: false,
    async end() {
      await new Promise<void>((resolve) => stream.end(() => resolve())).catch(() => undefined);
      if (!stream.closed) await once(stream, "close").catch(() => undefined);
      if (failure) {
        await discard();
        throw failure;
      }
      await rename(beside, file);
    },
    discard,
  };
}

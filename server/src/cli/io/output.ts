/** Where results go: standard output, or a file that is whole or not there. */
import { statSync } from "node:fs";
import { openAtomicFile } from "./atomicFile.ts";
import { openPipe } from "./pipes.ts";

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

/** What stands for standard output where a file is named. */
export const namesStandardOutput = (named: string | undefined): boolean =>
  named !== undefined && ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].includes(named);

/** Waits for each write, so that an error is that of these lines, and that no more is in memory than they. */
export function toStandardOutput(): Output {
  let failed: NodeJS.ErrnoException | undefined;
  process.stdout.on("error", (error) => {
    failed ??= error;
  });
  const isClosed = (): boolean => failed?.code === "EPIPE";
  async function write(lines: string): Promise<void> {
    if (lines === "" || isClosed()) return;
    if (failed) throw failed;
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(lines, (error) => {
        failed ??= error ?? undefined;
        if (error && !isClosed()) reject(error);
        else resolve();
      });
    });
  }
  return {
    write,
    get closed() {
      return isClosed();
    },
    end: () => Promise.resolve(),
    giveUp: (lines) => write(lines).catch(() => {}),
  };
}

/** What is no file, as a pipe or a device, is written to as it is. */
export async function toFile(named: string): Promise<Output> {
  const stats = statSync(named, { throwIfNoEntry: false });
  return stats && !stats.isFile() && !stats.isDirectory() ? asItIs(named) : asWhole(named);
}

function asWhole(named: string): Output {
  const file = openAtomicFile(named);
  return {
    write: async (lines) => file.write(lines),
    closed: false,
    end: async () => file.commit(),
    giveUp: async () => file.abandon(),
  };
}

async function asItIs(named: string): Promise<Output> {
  const pipe = await openPipe(named);
  return {
    write: pipe.write,
    closed: false,
    end: async () => pipe.close(),
    giveUp: async () => {},
  };
}

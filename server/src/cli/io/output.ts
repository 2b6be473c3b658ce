/** Where results go: standard output, or a file that is replaced only when it's complete. */
import { fstatSync, statSync, writeSync } from "node:fs";
import { openAtomicFile } from "./atomicFile.ts";
import { openPipe } from "./pipes.ts";

export interface Output {
  /** Writes whole lines, or bytes. Waits for a slow reader. Rejects if they can't be written. */
  write(lines: string | Uint8Array): Promise<void>;
  /** Whether the reader has closed the pipe, as `head` does after its lines. */
  readonly closed: boolean;
  /** Completes the output. Rejects if it can't. */
  end(): Promise<void>;
  /** Abandons the output; never rejects. A file stays as it was. On standard output, `lines` complete what was written. */
  giveUp(lines: string): Promise<void>;
}

/** Whether a file name means standard output. */
export const namesStandardOutput = (name: string | undefined): boolean =>
  name !== undefined && ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].includes(name);

/** Writes to standard output. */
export const toStandardOutput = (): Output => (isRegularFile(1) ? toOpenFile(1) : toStream());

function isRegularFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}

/** Node's own stream for a redirected file ignores that a disk took only part of what was written. */
function toOpenFile(fd: number): Output {
  async function write(lines: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(lines);
    for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
  }
  return {
    write,
    closed: false,
    end: () => Promise.resolve(),
    giveUp: (lines) => write(lines).catch(() => {}),
  };
}

/** Waits for each write, so that an error belongs to these lines and no other lines are in memory. */
function toStream(): Output {
  let failed: NodeJS.ErrnoException | undefined;
  process.stdout.on("error", (error) => {
    failed ??= error;
  });
  const isClosed = (): boolean => failed?.code === "EPIPE";
  async function write(lines: string | Uint8Array): Promise<void> {
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

/** Writes to a file, replacing it when complete, or directly to a pipe or device. */
export async function toFile(name: string): Promise<Output> {
  const stats = statSync(name, { throwIfNoEntry: false });
  return stats && !stats.isFile() && !stats.isDirectory() ? toPipe(name) : toAtomicFile(name);
}

function toAtomicFile(name: string): Output {
  const file = openAtomicFile(name);
  return {
    write: async (lines) => file.write(lines),
    closed: false,
    end: async () => file.commit(),
    giveUp: async () => file.abandon(),
  };
}

async function toPipe(name: string): Promise<Output> {
  const pipe = await openPipe(name);
  return {
    write: pipe.write,
    closed: false,
    end: async () => pipe.close(),
    giveUp: async () => {},
  };
}

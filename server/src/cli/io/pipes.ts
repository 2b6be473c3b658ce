/** Reads and writes named pipes and devices without blocking: Ctrl+C couldn't stop a blocked system call. */
import { closeSync, constants, openSync, readSync, statSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const { O_RDONLY, O_WRONLY, O_NONBLOCK = 0 } = constants;

const pollIntervalMs = 5;

/** Repeats `action` for as long as it throws an error with one of these codes, which mean that the other end isn't ready. */
async function retry<Result>(action: () => Result, codes: readonly string[]): Promise<Result> {
  for (;;) {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Error && "code" in error && codes.includes(String(error.code)))) throw error;
    }
    await wait(pollIntervalMs);
  }
}

/** The content of a pipe that has a writer, until the writer closes it. */
export async function* readPipe(pipe: string): AsyncGenerator<Buffer> {
  const fd = openSync(pipe, O_RDONLY | O_NONBLOCK);
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(65_536);
      const length = await retry(() => readSync(fd, chunk), ["EAGAIN"]);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(fd);
  }
}

export interface Pipe {
  write(content: string | Uint8Array): Promise<void>;
  close(): void;
}

/** Opens a pipe or device for writing. Waits until a pipe has a reader. */
export async function openPipe(pipe: string): Promise<Pipe> {
  const fd = await retry(
    () => openSync(pipe, O_WRONLY | O_NONBLOCK),
    statSync(pipe).isFIFO() ? ["ENXIO"] : [],
  );
  return {
    async write(content) {
      const bytes = Buffer.from(content);
      for (let offset = 0; offset < bytes.length; ) {
        const from = offset;
        offset += await retry(() => writeSync(fd, bytes, from), ["EAGAIN"]);
      }
    },
    close: () => closeSync(fd),
  };
}

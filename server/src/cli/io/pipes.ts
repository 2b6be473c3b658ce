/**
 * Pipes and devices by their names, read and written without waiting in the system for the other end: a wait there could
 * not be ended by Ctrl-C.
 */
import { closeSync, constants, openSync, readSync, statSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

const { O_RDONLY, O_WRONLY, O_NONBLOCK = 0 } = constants;

/** Milliseconds until the other end is asked again. */
const pause = 5;

/** What `tried` answers once the other end is there for it, as these codes say that it is not. */
async function once<Result>(tried: () => Result, codes: readonly string[]): Promise<Result> {
  for (;;) {
    try {
      return tried();
    } catch (error) {
      if (!(error instanceof Error && "code" in error && codes.includes(String(error.code)))) throw error;
    }
    await wait(pause);
  }
}

/** What a pipe that has a writer gives, until its writer ends. */
export async function* readPipe(pipe: string): AsyncGenerator<Buffer> {
  const fd = openSync(pipe, O_RDONLY | O_NONBLOCK);
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(65_536);
      const length = await once(() => readSync(fd, chunk), ["EAGAIN"]);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(fd);
  }
}

export interface Pipe {
  write(text: string): Promise<void>;
  close(): void;
}

/** Waits for a reader, where it is a pipe that has none. */
export async function openPipe(pipe: string): Promise<Pipe> {
  const fd = await once(
    () => openSync(pipe, O_WRONLY | O_NONBLOCK),
    statSync(pipe).isFIFO() ? ["ENXIO"] : [],
  );
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) {
        const from = at;
        at += await once(() => writeSync(fd, bytes, from), ["EAGAIN"]);
      }
    },
    close: () => closeSync(fd),
  };
}

import type { CancellationToken, Connection, Disposable } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** What the platform provides: Node, a web worker, or a test that controls the clock. */
export interface Runtime {
  readonly timer: {
    setImmediate(callback: () => void): Disposable;
    setTimeout(callback: () => void, milliseconds: number): Disposable;
  };
  /** The user's calendar day, in days since 1970. */
  today(): number;
  /** The memory of this process in bytes; missing where it can't be known. */
  memory?(): number;
}

/** The name and stack of an error without its message, which could quote the letter. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const { name, message, stack = "" } = error;
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split("\n");
  return [name, ...frames.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))].join("\n");
}

/**
 * Does the work of one request. First waits a tick, which lets the server read a cancellation that is queued after the
 * request. A failure is logged, with `what` as the name of the work, and resolves to the fallback.
 */
export function runSafe<T>(
  connection: Connection,
  runtime: Runtime,
  what: string,
  token: CancellationToken,
  fallback: T,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  const unlessCanceled = (result: T): T | ResponseError<never> =>
    token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, "canceled") : result;
  return new Promise((resolve) => {
    runtime.timer.setImmediate(async () => {
      if (token.isCancellationRequested) return resolve(unlessCanceled(fallback));
      try {
        resolve(unlessCanceled(await work()));
      } catch (error) {
        connection.console.error(`${what} failed: ${describeError(error)}`);
        resolve(unlessCanceled(fallback));
      }
    });
  });
}

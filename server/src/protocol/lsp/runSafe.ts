import type { CancellationToken, Connection, Disposable } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** What the platform lends the server: the same in Node, in a web worker and in a test that holds the clock. */
export interface Runtime {
  readonly timer: {
    setImmediate(callback: () => void): Disposable;
    setTimeout(callback: () => void, milliseconds: number): Disposable;
  };
  /** The user's calendar day, in days since 1970. */
  today(): number;
}

/** Says what kind of error happened and where. Its message is left out: it could quote the letter. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  const { name, message, stack = "" } = error;
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split("\n");
  return [name, ...frames.filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))].join("\n");
}

/**
 * Does the work of one request. Waits a tick first, so that a cancellation queued behind the request is read in time;
 * a failure is logged and answered with the fallback: no feature takes the server down.
 */
export function runSafe<T>(
  connection: Connection,
  runtime: Runtime,
  what: string,
  token: CancellationToken,
  fallback: T,
  work: () => T | Promise<T>,
): Promise<T | ResponseError<never>> {
  const orCancelled = (result: T): T | ResponseError<never> =>
    token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled") : result;
  return new Promise((resolve) => {
    runtime.timer.setImmediate(async () => {
      if (token.isCancellationRequested) return resolve(orCancelled(fallback));
      try {
        resolve(orCancelled(await work()));
      } catch (error) {
        connection.console.error(`${what} failed: ${describeError(error)}`);
        resolve(orCancelled(fallback));
      }
    });
  });
}

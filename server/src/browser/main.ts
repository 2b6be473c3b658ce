import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { calendarDay } from "../letter/isoDate.ts";
import { describeError } from "../protocol/lsp/runSafe.ts";
import { validMessages } from "../protocol/lsp/validMessages.ts";
import { startServer } from "../server.ts";

/** What is used here of a web worker's global scope. */
interface WorkerScope {
  addEventListener(type: "error" | "unhandledrejection", listener: (event: WorkerFailure) => void): void;
}

interface WorkerFailure {
  readonly error?: unknown;
  readonly reason?: unknown;
}

const scope = globalThis as unknown as WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];
const writer = new BrowserMessageWriter(scope);
const connection = createConnection(validMessages(new BrowserMessageReader(scope), writer), writer);

const report = ({ error, reason }: WorkerFailure): void =>
  connection.console.error(`Unexpected error: ${describeError(error ?? reason)}`);
scope.addEventListener("error", report);
scope.addEventListener("unhandledrejection", report);

const after = (callback: () => void, milliseconds: number) => {
  const handle = setTimeout(callback, milliseconds);
  return { dispose: () => clearTimeout(handle) };
};

startServer(connection, {
  timer: { setImmediate: (callback) => after(callback, 0), setTimeout: after },
  today: () => calendarDay(new Date()),
});

import { createConnection } from "vscode-languageserver/node";
import { calendarDay } from "../features/days.ts";
import { describeError } from "../protocol/runtime.ts";
import { startServer } from "../server.ts";

const connection = createConnection();

const report = (error: unknown): void => connection.console.error(`Unexpected: ${describeError(error)}`);
process.on("uncaughtException", report);
process.on("unhandledRejection", report);

startServer(connection, {
  timer: {
    setImmediate(callback) {
      const handle = setImmediate(callback);
      return { dispose: () => clearImmediate(handle) };
    },
    setTimeout(callback, milliseconds) {
      const handle = setTimeout(callback, milliseconds);
      return { dispose: () => clearTimeout(handle) };
    },
  },
  today: () => calendarDay(new Date()),
});

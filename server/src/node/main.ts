import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import { calendarDay } from "../features/days.ts";
import { describeError } from "../protocol/lsp/runSafe.ts";
import { startServer } from "../server.ts";

// What a letter takes is soon no longer needed. By itself the engine lets four times as much gather as is in use before it
// clears that away; this is two and a half times. An engine that does not know the word says so, and goes on.
setFlagsFromString("--heap-growing-percent=150");

// Sockets are left out by the build. Without this, the library's error would bring the whole bundle onto the screen.
if (!process.argv.some((given) => given === "--stdio" || given === "--node-ipc")) {
  console.error("This is the language server of IMR Letters. Editors start it with --stdio.");
  process.exit(2);
}

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

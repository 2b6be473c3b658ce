import { Console } from "node:console";
import { setFlagsFromString } from "node:v8";
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { calendarDay } from "../letter/isoDate.ts";
import { describeError } from "../protocol/lsp/runSafe.ts";
import { validMessages } from "../protocol/lsp/validMessages.ts";
import { startServer } from "../server.ts";
import { createFramingCheck } from "./framing.ts";

// Most of the memory that a letter takes is soon garbage. By default, V8 lets the heap grow to four times what is in use
// before a full collection; with this flag, to two and a half times. An engine that doesn't know the flag says so and goes on.
setFlagsFromString("--heap-growing-percent=150");

// The build leaves sockets out. Without this check, the library's error would print the whole bundle.
if (!process.argv.some((argument) => argument === "--stdio" || argument === "--node-ipc")) {
  console.error("This is the language server of IMR Letters. Editors start it with --stdio.");
  process.exit(2);
}

const connection = process.argv.includes("--node-ipc") ? overIpc() : overStdio();

function overIpc() {
  const writer = new IPCMessageWriter(process);
  return createConnection(validMessages(new IPCMessageReader(process), writer), writer);
}

function overStdio() {
  const { stdin, stdout, stderr } = process;
  // Standard output is only for messages.
  globalThis.console = new Console(stderr);
  const check = createFramingCheck();
  stdin.on("data", (piece: Buffer) => {
    const problem = check(piece);
    if (problem !== undefined) stderr.write(`IMR Letters exits: ${problem}\n`, () => process.exit(1));
  });
  const writer = new StreamMessageWriter(stdout);
  const connected = createConnection(validMessages(new StreamMessageReader(stdin), writer), writer);
  let isShutDown = false;
  connected.onShutdown(() => {
    isShutDown = true;
  });
  for (const end of ["end", "close"]) stdin.on(end, () => process.exit(isShutDown ? 0 : 1));
  return connected;
}

const report = (error: unknown): void =>
  connection.console.error(`Unexpected error: ${describeError(error)}`);
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
  memory: () => process.memoryUsage.rss(),
});

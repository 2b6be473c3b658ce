/** Provides the reader, which is written as a web worker, with the browser globals that Node's threads don't have. */
import { parentPort, workerData } from "node:worker_threads";

// Node 21 and later have a read-only `navigator`.
if (!("navigator" in globalThis)) Object.assign(globalThis, { navigator: { platform: "", userAgent: "" } });

Object.assign(globalThis, {
  postMessage: (answer: unknown) => parentPort?.postMessage(answer),
  addEventListener: (_type: "message", listener: (event: { readonly data: unknown }) => void) =>
    parentPort?.on("message", (data) => listener({ data })),
});

// The path of the built script, which isn't known when this file is bundled.
require(String(workerData));

/** Lends the reading worker, which is written as a web worker, the little of one that Node's threads lack. */
import { parentPort, workerData } from "node:worker_threads";

// Node has one since 21, which cannot be written over.
if (!("navigator" in globalThis)) Object.assign(globalThis, { navigator: { platform: "", userAgent: "" } });

Object.assign(globalThis, {
  postMessage: (answer: unknown) => parentPort?.postMessage(answer),
  addEventListener: (_type: "message", listener: (event: { readonly data: unknown }) => void) =>
    parentPort?.on("message", (data) => listener({ data })),
});

// The name of the built script, which is not known when this is bundled.
require(String(workerData));

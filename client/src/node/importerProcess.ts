/**
 * A process that reads one document and exits. A thread in it reads the document, and the process monitors its memory:
 * the limits of a thread apply only to JavaScript objects, not to buffers. If the process runs out of memory, nothing
 * else is affected.
 */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadAnswer, ReadRequest } from "../guidelines/importer/messages.ts";

/** The limit for the whole process. A document of 200 MB takes half of it before anything is read. */
const maxMemoryBytes = 1.5e9;
const maxHeapMegabytes = 768;

const end = (answer: ReadAnswer): void => {
  process.send?.(answer, () => process.exit());
};

process.once("message", ({ bytes, kind }: ReadRequest) => {
  const thread = new Worker(path.join(__dirname, "importerThread.js"), {
    workerData: path.join(__dirname, "importer.js"),
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
  });
  thread.on("message", (answer: ReadAnswer) => {
    if (answer.kind === "progress") process.send?.(answer);
    else end(answer);
  });
  thread.on("error", (error: NodeJS.ErrnoException) => {
    const isTooMuch = error.code === "ERR_WORKER_OUT_OF_MEMORY";
    end({ kind: "problem", problem: isTooMuch ? "tooMuch" : "damaged" });
  });
  setInterval(() => {
    if (process.memoryUsage.rss() > maxMemoryBytes) end({ kind: "problem", problem: "tooMuch" });
  }, 50);
  // Transfers the bytes instead of copying them.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  thread.postMessage({ bytes: own, kind }, [own.buffer as ArrayBuffer]);
});

// Nobody waits for the answer anymore.
process.once("disconnect", () => process.exit());

/**
 * A process that reads one document and ends: a thread in it reads, and it watches what that takes. The limits of a
 * thread hold for JavaScript's objects only, not for bytes; and what ends for want of memory takes nothing else along.
 */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadAnswer, ReadRequest } from "../guidelines/importer/messages.ts";

/** Of the whole process, in bytes. A document of 200 MB takes half of it before anything is read. */
const mostMemory = 1.5e9;
const mostHeapMegabytes = 768;

const end = (answer: ReadAnswer): void => {
  process.send?.(answer, () => process.exit());
};

process.once("message", ({ bytes, kind }: ReadRequest) => {
  const thread = new Worker(path.join(__dirname, "importerThread.js"), {
    workerData: path.join(__dirname, "importer.js"),
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
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
    if (process.memoryUsage.rss() > mostMemory) end({ kind: "problem", problem: "tooMuch" });
  }, 50);
  // The bytes themselves, not a copy.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  thread.postMessage({ bytes: own, kind }, [own.buffer as ArrayBuffer]);
});

// Nobody waits for the answer any more.
process.once("disconnect", () => process.exit());

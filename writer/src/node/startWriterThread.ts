/** Starts writers in threads of this process. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { StartWriter, WriteAnswer } from "../writer.ts";

/** `dist` is the folder of the built files. */
export const startWriterThread =
  (dist: string): StartWriter =>
  (onAnswer) => {
    // The thread of the reader runs any web worker.
    const thread = new Worker(path.join(dist, "readerThread.js"), {
      workerData: path.join(dist, "writer.js"),
    });
    thread.on("message", (answer: WriteAnswer) => onAnswer(answer));
    thread.on("error", () => onAnswer(null));
    thread.once("exit", () => onAnswer(null));
    return { send: (form) => thread.postMessage(form), dispose: () => void thread.terminate() };
  };

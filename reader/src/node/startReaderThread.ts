/** Starts readers in threads of this process. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadAnswer } from "../messages.ts";
import type { StartReader } from "../reader.ts";

const maxHeapMegabytes = 768;

/** `dist` is the folder of the built files. */
export const startReaderThread =
  (dist: string): StartReader =>
  (onAnswer, onError) => {
    const thread = new Worker(path.join(dist, "readerThread.js"), {
      workerData: path.join(dist, "reader.js"),
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    });
    thread.on("message", (answer: ReadAnswer) => onAnswer(answer));
    thread.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") onAnswer({ kind: "problem", problem: "tooMuch" });
      else onError();
    });
    thread.once("exit", onError);
    return {
      send(request) {
        // Transfers the bytes instead of copying them.
        const { bytes } = request;
        const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
        thread.postMessage({ ...request, bytes: own }, [own.buffer as ArrayBuffer]);
      },
      dispose: () => void thread.terminate(),
    };
  };

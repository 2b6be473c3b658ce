/** Reads a guideline with the built worker in a Node thread. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { ReadAnswer, ReadRequest } from "../../reader/src/messages.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

export interface Reading {
  readonly answer: ReadAnswer;
  readonly progress: readonly string[];
}

export function read(bytes: Uint8Array, kind: ReadRequest["kind"] = "pdf"): Promise<Reading> {
  const worker = new Worker(path.join(dist, "readerThread.js"), {
    workerData: path.join(dist, "reader.js"),
  });
  const progress: string[] = [];
  return new Promise<Reading>((resolve, reject) => {
    worker.on("error", reject);
    worker.on("message", (answer: ReadAnswer) => {
      if (answer.kind === "progress") progress.push(`${answer.page} of ${answer.of}`);
      else resolve({ answer, progress });
    });
    worker.postMessage({ bytes, kind, as: "guideline" });
  }).finally(() => worker.terminate());
}

/** The pages as "number: text". */
export async function pagesIn(bytes: Uint8Array, kind?: ReadRequest["kind"]): Promise<readonly string[]> {
  const { answer } = await read(bytes, kind);
  if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
  return answer.pages.map(({ page, text }) => `${page}: ${text}`);
}

/**
 * A process that reads documents, one at a time. A thread in it reads them, and the process monitors its memory: the limits
 * of a thread apply only to JavaScript objects, not to buffers. If the process runs out of memory, nothing else is affected.
 */
import type { ReadAnswer, ReadRequest } from "../messages.ts";
import { startReaderThread } from "./startReaderThread.ts";

/** The limit for the whole process. A document of 200 MB takes half of it before anything is read. */
const maxMemoryBytes = 1.5e9;

const end = (answer: ReadAnswer): void => {
  process.send?.(answer, () => process.exit());
};

const thread = startReaderThread(__dirname)(
  (answer) => void process.send?.(answer),
  () => end({ kind: "problem", problem: "damaged" }),
);
process.on("message", (request: ReadRequest) => thread.send(request));
setInterval(() => {
  if (process.memoryUsage.rss() > maxMemoryBytes) end({ kind: "problem", problem: "tooMuch" });
}, 50);

// Nobody waits for the answer anymore.
process.once("disconnect", () => process.exit());

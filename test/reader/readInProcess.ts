/** Reads a document as the extension does on a desktop, in a separate process, and measures that process. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadRequest } from "../../reader/src/messages.ts";
import { startReaderProcess } from "../../reader/src/node/startReaderProcess.ts";
import { type ReadResult, readDocument } from "../../reader/src/reader.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

export interface ImportRun {
  /** Undefined if it was canceled. */
  readonly read: ReadResult | undefined;
  readonly seconds: number;
  /** The peak memory in bytes; undefined if the system does not report it. */
  readonly memory: number | undefined;
}

export async function readInProcess(
  bytes: Uint8Array,
  kind: ReadRequest["kind"] = "pdf",
  silenceTimeoutMs?: number,
  cancelAfterMs?: number,
  as: ReadRequest["as"] = "guideline",
): Promise<ImportRun> {
  let memory: number | undefined;
  const watch = setInterval(() => {
    for (const peak of peaks()) memory = Math.max(memory ?? 0, peak);
  }, 20);
  const started = performance.now();
  try {
    const read = await readDocument(
      startReaderProcess(dist),
      { bytes, kind, as },
      {
        onProgress: () => {},
        onCancel: (listener) => {
          if (cancelAfterMs !== undefined) setTimeout(listener, cancelAfterMs);
        },
        ...(silenceTimeoutMs === undefined ? {} : { silenceTimeoutMs }),
      },
    );
    return { read, seconds: (performance.now() - started) / 1000, memory };
  } finally {
    clearInterval(watch);
  }
}

/** The IDs of the reader processes that this process started. */
export function readingProcesses(): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const fields = procFile(pid, "stat").split(") ")[1]?.split(" ") ?? [];
      return Number(fields[1]) === process.pid && procFile(pid, "cmdline").includes("readerProcess.js");
    });
}

const peaks = (): readonly number[] =>
  readingProcesses().map((pid) => Number(/VmHWM:\s+(\d+)/.exec(procFile(pid, "status"))?.[1] ?? 0) * 1024);

function procFile(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    // The process exited in the meantime.
    return "";
  }
}

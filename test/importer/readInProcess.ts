/** Reads a document as the extension does on a desktop, in a separate process, and measures that process. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadRequest } from "../../client/src/guidelines/importer/messages.ts";
import { type ImportResult, readDocument } from "../../client/src/guidelines/readDocument.ts";
import { createStartImport } from "../../client/src/node/startImport.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

export interface ImportRun {
  /** Undefined if it was canceled. */
  readonly read: ImportResult | undefined;
  readonly seconds: number;
  /** The peak memory in bytes; undefined if the system does not report it. */
  readonly memory: number | undefined;
}

export async function readInProcess(
  bytes: Uint8Array,
  kind: ReadRequest["kind"] = "pdf",
  silenceTimeoutMs?: number,
  cancelAfterMs?: number,
): Promise<ImportRun> {
  let memory: number | undefined;
  const watch = setInterval(() => {
    for (const peak of peaks()) memory = Math.max(memory ?? 0, peak);
  }, 20);
  const started = performance.now();
  try {
    const read = await readDocument(
      createStartImport(dist),
      { bytes, kind },
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

/** The IDs of the importer processes that this process started. */
export function readingProcesses(): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const fields = procFile(pid, "stat").split(") ")[1]?.split(" ") ?? [];
      return Number(fields[1]) === process.pid && procFile(pid, "cmdline").includes("importerProcess.js");
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

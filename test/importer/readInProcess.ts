/** Reads a document as the extension does on a desktop, in a process of its own, and says what that process took. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadRequest } from "../../client/src/guidelines/importer/messages.ts";
import { type ImportResult, readDocument } from "../../client/src/guidelines/readDocument.ts";
import { createStartImport } from "../../client/src/node/startImport.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

export interface ImportRun {
  /** Undefined where it was no longer wanted. */
  readonly read: ImportResult | undefined;
  readonly seconds: number;
  /** The most memory at a time, in bytes; undefined where the system does not tell. */
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

/** The reading processes that this one started, by number. */
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
    // It ended meanwhile.
    return "";
  }
}

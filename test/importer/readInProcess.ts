/** Reads a document as the extension does on a desktop, in a process of its own, and says what that process took. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ReadRequest } from "../../client/src/guidelines/importer/messages.ts";
import { type Read, readDocument } from "../../client/src/guidelines/readDocument.ts";
import { createStartImport } from "../../client/src/node/startImport.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

export interface Taken {
  /** Undefined where it was no longer wanted. */
  readonly read: Read | undefined;
  readonly seconds: number;
  /** The most memory at a time, in bytes; undefined where the system does not tell. */
  readonly memory: number | undefined;
}

export async function readInProcess(
  bytes: Uint8Array,
  kind: ReadRequest["kind"] = "pdf",
  mostSeconds?: number,
  cancelAfter?: number,
): Promise<Taken> {
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
          if (cancelAfter !== undefined) setTimeout(listener, cancelAfter);
        },
        ...(mostSeconds === undefined ? {} : { mostSeconds }),
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
      const fields = told(pid, "stat").split(") ")[1]?.split(" ") ?? [];
      return Number(fields[1]) === process.pid && told(pid, "cmdline").includes("importerProcess.js");
    });
}

const peaks = (): readonly number[] =>
  readingProcesses().map((pid) => Number(/VmHWM:\s+(\d+)/.exec(told(pid, "status"))?.[1] ?? 0) * 1024);

function told(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    // It ended meanwhile.
    return "";
  }
}

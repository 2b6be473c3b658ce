/** Files that are being written. Their names show whether the program that writes them is still running. */
import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";

/** Identifies the processes that have comparable process ids: a folder may be shared by computers or containers. */
const processSpace = createHash("sha256").update(`${hostname()} ${pidNamespace()}`).digest("hex").slice(0, 8);

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** A new name that nobody can predict. */
export const partFileName = (): string =>
  `.imr-letters-${randomBytes(8).toString("hex")}-${processSpace}-${process.pid}.part`;

const partFilePattern = /^\.imr-letters-[0-9a-f]{16}-([0-9a-f]{8})-(\d+)\.part$/;

/** Removes the files that killed programs left in a folder, because they may contain case information. Never throws. */
export function removeAbandonedPartFiles(folder: string): void {
  try {
    for (const name of readdirSync(folder)) {
      const [, space, pid] = partFilePattern.exec(name) ?? [];
      if (space !== processSpace || isRunning(Number(pid))) continue;
      const file = path.join(folder, name);
      if (lstatSync(file).isFile()) rmSync(file, { force: true });
    }
  } catch {
    // The next run tries again.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The memory of a process in MB; undefined if the system doesn't report it. */
export function residentMemory(pid) {
  try {
    const status =
      process.platform === "linux"
        ? /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]
        : execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
    return Number(status) / 1024;
  } catch {
    return undefined;
  }
}

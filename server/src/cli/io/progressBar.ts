/** A progress bar: one line at the bottom of a terminal. */

import { formatNumber } from "../../base/formatNumber.ts";

export interface Progress {
  /** Reports the number of files done. */
  at(done: number): void;
  /** Sets the total; `count` is called only if the bar is shown. */
  of(count: () => Promise<number>): void;
  /** Hides the line so that others can be written. The next step shows it again. */
  hide(): void;
}

type Terminal = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

const progressIntervalMs = 100;

/** Shows nothing if `to` isn't a terminal. */
export function showProgress(to: Terminal, now: () => number = Date.now): Progress {
  if (to.isTTY !== true || process.env.TERM === "dumb") return { at() {}, of() {}, hide() {} };
  const startMs = now();
  let shownMs = startMs;
  let isVisible = false;
  let total: number | undefined;
  return {
    at(done) {
      if (now() - shownMs < progressIntervalMs) return;
      shownMs = now();
      isVisible = true;
      to.write(`\r${progressLine(done, total, now() - startMs, (to.columns || 80) - 1)}\u001b[K`);
    },
    of(count) {
      void count().then(
        (counted) => {
          total = counted;
        },
        // Whoever reads the files reports why they can't be found.
        () => {},
      );
    },
    hide() {
      if (isVisible) to.write("\r\u001b[K");
      isVisible = false;
    },
  };
}

/** "[████░░░░] 40% · 4,000 of 10,000 files · 12 s left", shortened to `width` columns. */
export function progressLine(
  done: number,
  total: number | undefined,
  elapsedMs: number,
  width: number,
): string {
  if (total === undefined || total < done) return `${formatNumber(done)} files`.slice(0, width);
  const share = total === 0 ? 1 : done / total;
  const counts = `${formatNumber(done)} of ${formatNumber(total)} files`;
  const left = done === 0 ? "" : ` · ${duration((elapsedMs / done) * (total - done))} left`;
  const words = ` ${Math.floor(share * 100)}% · ${counts}${left}`;
  const room = Math.min(30, width - words.length - 2);
  if (room < 5) return words.trim().slice(0, width);
  const filled = Math.round(share * room);
  return `[${"█".repeat(filled)}${"░".repeat(room - filled)}]${words}`;
}

/** "40 s", "3 min 05 s", "2 h 10 min". */
function duration(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  const two = (count: number): string => String(count).padStart(2, "0");
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

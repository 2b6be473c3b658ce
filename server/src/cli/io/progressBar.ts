/** One line at the bottom of a terminal that says how far it is. */

export interface Progress {
  /** So many files are done. */
  at(done: number): void;
  /** How many there are; asked for only where it is shown. */
  of(count: () => Promise<number>): void;
  /** Takes the line away, so that others can be written. It comes back with the next step. */
  hide(): void;
}

type Terminal = Pick<NodeJS.WriteStream, "write" | "isTTY" | "columns">;

/** Often enough to be seen moving. */
const every = 100;

/** Where `to` is no terminal, nothing is ever shown. */
export function showProgress(to: Terminal, now: () => number = Date.now): Progress {
  if (to.isTTY !== true || process.env.TERM === "dumb") return { at() {}, of() {}, hide() {} };
  const began = now();
  let shown = began;
  let isVisible = false;
  let total: number | undefined;
  return {
    at(done) {
      if (now() - shown < every) return;
      shown = now();
      isVisible = true;
      to.write(`\r${progressLine(done, total, now() - began, (to.columns || 80) - 1)}\u001b[K`);
    },
    of(count) {
      void count().then((counted) => {
        total = counted;
      });
    },
    hide() {
      if (isVisible) to.write("\r\u001b[K");
      isVisible = false;
    },
  };
}

const number = new Intl.NumberFormat("en-US");

/** "[████░░░░] 40% · 4,000 of 10,000 files · 12 s left", with as much of it as there is room for. */
export function progressLine(
  done: number,
  total: number | undefined,
  milliseconds: number,
  width: number,
): string {
  if (total === undefined || total < done) return `${number.format(done)} files`.slice(0, width);
  const share = total === 0 ? 1 : done / total;
  const counts = `${number.format(done)} of ${number.format(total)} files`;
  const left = done === 0 ? "" : ` · ${duration((milliseconds / done) * (total - done))} left`;
  const words = ` ${Math.floor(share * 100)}% · ${counts}${left}`;
  const room = Math.min(30, width - words.length - 2);
  if (room < 5) return words.trim().slice(0, width);
  const filled = Math.round(share * room);
  return `[${"█".repeat(filled)}${"░".repeat(room - filled)}]${words}`;
}

/** "40 s", "3 min 05 s", "2 h 10 min". */
function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const two = (count: number): string => String(count).padStart(2, "0");
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`;
  return `${Math.floor(seconds / 3600)} h ${two(Math.floor((seconds % 3600) / 60))} min`;
}

import { shown } from "./shown.ts";

// Where nobody hears what is said, the work goes on.
process.stderr.on("error", () => {});

/** Says one line on standard error, whatever names it holds. */
export function say(words: string): void {
  process.stderr.write(`${shown(words)}\n`);
}

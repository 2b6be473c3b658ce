import { escapeControls } from "./escapeControls.ts";

// Where nobody hears what is said, the work goes on.
process.stderr.on("error", () => {});

/** Says one line on standard error, whatever names it holds. */
export function printError(words: string): void {
  process.stderr.write(`${escapeControls(words)}\n`);
}

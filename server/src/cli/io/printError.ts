import { escapeControls } from "./escapeControls.ts";

// Go on if standard error is closed.
process.stderr.on("error", () => {});

/** Writes one line to standard error, with control characters escaped, as file names may have them. */
export function printError(line: string): void {
  process.stderr.write(`${escapeControls(line)}\n`);
}

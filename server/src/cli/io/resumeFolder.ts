/** What a run that was stopped had done already, next to its output. */
import { rmSync } from "node:fs";
import path from "node:path";

/** A hidden folder, so that it isn't read as one of letters. */
export const resumeFolderOf = (output: string): string =>
  path.join(path.dirname(output), `.${path.basename(output)}.imr-resume`);

/** Never throws: what's left of it is used or removed by the next run. */
export function removeResumeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another run is using it.
  }
}

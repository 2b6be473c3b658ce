/** Files that are being written. Their names can't be guessed, and no other program uses them. */
import * as vscode from "vscode";

const namePattern = /^\.imr-[0-9a-f]{32}\.part$/;

/** Files older than this aren't being written by any window anymore. */
const abandonedAfterMs = 60 * 60 * 1000;

/** A new name each time, short enough for any file system. */
export const temporaryName = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `.imr-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}.part`;
};

/** Removes temporary files that were left in the extension's storage when VS Code exited during a write. Never rejects. */
export async function removeAbandoned(folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  try {
    for (const [name] of await fs.readDirectory(folder)) {
      const file = vscode.Uri.joinPath(folder, name);
      if (namePattern.test(name) && Date.now() - (await fs.stat(file)).mtime > abandonedAfterMs)
        await fs.delete(file);
    }
  } catch {
    // They are removed the next time.
  }
}

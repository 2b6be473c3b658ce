/** Files that are being written: they have names that no one can guess, and that no one else gives. */
import * as vscode from "vscode";

const form = /^\.imr-[0-9a-f]{32}\.part$/;

/** In milliseconds. What is this old no window is writing any more. */
const abandonedAfter = 60 * 60 * 1000;

/** A name for one, another each time, and short enough for any folder. */
export const temporaryName = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `.imr-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}.part`;
};

/** Removes what was left in a folder of the extension's own where VS Code ended in the midst of writing. Never rejects. */
export async function removeAbandoned(folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  try {
    for (const [name] of await fs.readDirectory(folder)) {
      const file = vscode.Uri.joinPath(folder, name);
      if (form.test(name) && Date.now() - (await fs.stat(file)).mtime > abandonedAfter) await fs.delete(file);
    }
  } catch {
    // It is looked for again the next time.
  }
}

import * as vscode from "vscode";

/** Writes a file beside its place and puts it there at once, so that nothing half-written is ever found. */
export async function writeWhole(file: vscode.Uri, text: string): Promise<void> {
  const beside = file.with({ path: `${file.path}.new` });
  try {
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode(text));
    await vscode.workspace.fs.rename(beside, file, { overwrite: true });
  } catch (error) {
    await Promise.resolve(vscode.workspace.fs.delete(beside)).catch(() => {});
    throw error;
  }
}

/** The same; where it cannot be written, says why. */
export async function writeOrSay(file: vscode.Uri, text: string): Promise<boolean> {
  try {
    await writeWhole(file, text);
    return true;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t("“{0}” could not be written: {1}", name, reason));
    return false;
  }
}

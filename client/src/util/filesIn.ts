import * as vscode from "vscode";

/** The files in a folder whose names end with `suffix`, sorted by name; empty if the folder doesn't exist. Never rejects. */
export async function filesIn(folder: vscode.Uri, suffix: string): Promise<readonly vscode.Uri[]> {
  try {
    // VS Code would log an error for listing a missing folder.
    await vscode.workspace.fs.stat(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .map(([name]) => name)
      .filter((name) => name.endsWith(suffix))
      .sort()
      .map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

import * as vscode from "vscode";

/** The files of a folder with that ending, by name; none where there is no such folder. Never rejects. */
export async function filesIn(folder: vscode.Uri, ending: string): Promise<readonly vscode.Uri[]> {
  try {
    // To list a folder that is not there would be logged as an error.
    await vscode.workspace.fs.stat(folder);
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .map(([name]) => name)
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

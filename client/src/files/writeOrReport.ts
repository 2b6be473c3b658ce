import * as vscode from "vscode";
import { showError } from "../util/messages.ts";
import type { Files } from "./files.ts";

/** Writes a file that the user chose; where it cannot be written, says why. */
export async function writeOrReport(files: Files, file: vscode.Uri, text: string): Promise<boolean> {
  try {
    await files.write(file, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    void showError(vscode.l10n.t("“{0}” could not be written: {1}", name, reasonIn(error)));
    return false;
  }
}

/** By the codes of `NotWritten`, of Node and of VS Code. */
function reasonIn(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case "IsLink":
      return vscode.l10n.t("it is a link. Choose the file that it leads to, or another name.");
    case "IsNoFile":
    case "FileIsADirectory":
    case "EISDIR":
      return vscode.l10n.t("what has this name is no file.");
    case "IsReadOnly":
      return vscode.l10n.t("the file is read-only.");
    case "HasChanged":
      return vscode.l10n.t("another program changed it at the same time. Try again.");
    case "IsCut":
    case "ENOSPC":
    case "EDQUOT":
      return vscode.l10n.t("not all of it could be written. Is the disk full?");
    case "NoPermissions":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return vscode.l10n.t("you may not write there.");
    default:
      return String(message ?? error);
  }
}

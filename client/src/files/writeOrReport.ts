import * as vscode from "vscode";
import { showError } from "../util/messages.ts";
import type { Files } from "./files.ts";

/** Writes a file that the user selected. If that fails, shows the reason and resolves to false. */
export async function writeOrReport(
  files: Files,
  file: vscode.Uri,
  content: string | Uint8Array,
): Promise<boolean> {
  try {
    await files.write(file, typeof content === "string" ? new TextEncoder().encode(content) : content);
    return true;
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    void showError(vscode.l10n.t("“{0}” couldn't be written: {1}", name, reasonIn(error)));
    return false;
  }
}

/** The reason, from the error codes of `NotWritten`, Node, and VS Code. */
function reasonIn(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  switch (code) {
    case "IsLink":
      return vscode.l10n.t("it's a link. Select the file that it points to, or use another name.");
    case "IsNoFile":
    case "FileIsADirectory":
    case "EISDIR":
      return vscode.l10n.t("it isn't a regular file.");
    case "IsReadOnly":
      return vscode.l10n.t("the file is read-only.");
    case "HasChanged":
      return vscode.l10n.t("another program changed it at the same time. Try again.");
    case "IsCut":
    case "ENOSPC":
    case "EDQUOT":
      return vscode.l10n.t("it couldn't be written completely. Is the disk full?");
    case "NoPermissions":
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return vscode.l10n.t("you don't have permission to write there.");
    default:
      return String(message ?? error);
  }
}

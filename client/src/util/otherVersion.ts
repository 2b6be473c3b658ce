/** Which documents in a letter's language are letters of their own. */
import * as vscode from "vscode";
import { documentScheme } from "../../../server/src/protocol/extensions.ts";
import { issueScheme, previewScheme } from "../constants.ts";

const ownSchemes: readonly string[] = ["file", "untitled", "vscode-remote", documentScheme];

/**
 * True for previews and for issues to compare, which are derived from letters, and for the versions of a letter that version
 * control, a timeline, or another extension shows: they're colored and nothing else. Those are in no workspace folder, and
 * can't be written.
 */
export function isOtherVersion(uri: vscode.Uri): boolean {
  const { scheme } = uri;
  if (scheme === previewScheme || scheme === issueScheme) return true;
  if (ownSchemes.includes(scheme) || vscode.workspace.getWorkspaceFolder(uri)) return false;
  return vscode.workspace.fs.isWritableFileSystem(scheme) !== true;
}

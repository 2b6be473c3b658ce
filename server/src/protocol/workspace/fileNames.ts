/** The names of files as users know them: their paths in the folders of the workspace. */
import type { Connection } from "vscode-languageserver";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { decodeUri } from "../lsp/decodeUri.ts";
import { fileUriOf } from "../lsp/documentUri.ts";
import { describeError } from "../lsp/runSafe.ts";

export interface WorkspaceFileNames {
  /** The names of the folders. */
  readonly title: string;
  /** "2016/one.imr", with the folder's name in front if there are several; the decoded URI outside the folders. */
  nameOf(uri: string): string;
}

export async function workspaceFileNames(
  connection: Connection,
  client: ClientFlags,
): Promise<WorkspaceFileNames> {
  const folders = client.workspaceFolders ? await foldersOf(connection) : [];
  return {
    title: folders.map(({ name }) => name).join(", ") || "this folder",
    nameOf(letterUri) {
      const uri = fileUriOf(letterUri);
      const folder = folders.find((one) => uri.startsWith(`${one.uri}/`));
      if (folder === undefined) return decodeUri(uri);
      const path = decodeUri(uri.slice(folder.uri.length + 1));
      return folders.length > 1 ? `${folder.name}/${path}` : path;
    },
  };
}

async function foldersOf(connection: Connection) {
  try {
    return (await connection.workspace.getWorkspaceFolders()) ?? [];
  } catch (error) {
    connection.console.error(`Requesting the folders failed: ${describeError(error)}`);
    return [];
  }
}

/** The names of files as users know them: their paths within the folders of the workspace. */
import { decodeUri } from "../decodeUri.ts";
import { describeError } from "../runtime.ts";
import type { Serving } from "../serving.ts";

export interface Naming {
  /** The names of the folders. */
  readonly title: string;
  /** "2016/one.imr"; with the folder's name before it where there are several. */
  nameOf(uri: string): string;
}

export async function namesInWorkspace({
  connection,
  editor,
}: Pick<Serving, "connection" | "editor">): Promise<Naming> {
  const folders = editor.hasFolders ? await foldersOf(connection) : [];
  return {
    title: folders.map(({ name }) => name).join(", ") || "this workspace",
    nameOf(uri) {
      const folder = folders.find((one) => uri.startsWith(`${one.uri}/`));
      if (folder === undefined) return decodeUri(uri);
      const path = decodeUri(uri.slice(folder.uri.length + 1));
      return folders.length > 1 ? `${folder.name}/${path}` : path;
    },
  };
}

async function foldersOf(connection: Serving["connection"]) {
  try {
    return (await connection.workspace.getWorkspaceFolders()) ?? [];
  } catch (error) {
    connection.console.error(`Asking for the folders failed: ${describeError(error)}`);
    return [];
  }
}

/** The files of the workspace that may hold letters: which there are, and what stands in them. */
import * as vscode from "vscode";
import type { LetterFile } from "../../../server/src/protocol/extensions.ts";
import type { Files, FilesWithin } from "../files/files.ts";
import { mapLimit } from "../util/mapLimit.ts";

const mayBeLetters = "**/*.{imr,txt}";

/** Files of a workspace on another machine are asked for over a connection that others use too. */
const askedAtOnce = 32;
const readAtOnce = 8;

/** In bytes. A letter has about 50,000; what is longer than this would only fill the memory. */
const longest = 64 * 1024 * 1024;

/**
 * All files that may be letters, whether or not a version control ignores them. What the user hides or leaves out of
 * searches is left out here too, and so is what goes while it is looked at, or lies elsewhere and is only linked to.
 * Never rejects.
 */
export async function letterFiles(files: Files): Promise<readonly LetterFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(filesOf));
  const inWorkspace = filesOfWorkspace(files);
  const stamped = async (uri: vscode.Uri): Promise<LetterFile | undefined> => {
    const stat = await inWorkspace.stat(uri);
    return stat && { uri: uri.toString(), stamp: `${stat.mtime}-${stat.size}` };
  };
  const letters = await mapLimit(unique(found.flat()), askedAtOnce, stamped);
  return letters.filter((letter) => letter !== undefined);
}

const filesOfWorkspace = (files: Files): FilesWithin =>
  files.within((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));

async function filesOf(folder: vscode.WorkspaceFolder): Promise<readonly vscode.Uri[]> {
  try {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, mayBeLetters),
      leftOutOfSearches(folder),
    );
    return found.filter(({ scheme }) => scheme === folder.uri.scheme);
  } catch {
    return [];
  }
}

/** `files.exclude` holds in any case. A pattern with `when` is about files that are made of others. */
function leftOutOfSearches(folder: vscode.WorkspaceFolder): string | undefined {
  const patterns = vscode.workspace
    .getConfiguration("search", folder)
    .get<Readonly<Record<string, unknown>>>("exclude", {});
  const wanted = Object.keys(patterns).filter((pattern) => patterns[pattern] === true);
  return wanted.length > 1 ? `{${wanted.join(",")}}` : wanted[0];
}

/** A folder may stand in another one of the workspace. */
const unique = (uris: readonly vscode.Uri[]): readonly vscode.Uri[] => [
  ...new Map(uris.map((uri) => [uri.toString(), uri])).values(),
];

/**
 * The files' texts, in the encoding that the user's settings give them; null for what is not text. Of a long one as much
 * as the server reads, and a little more, so that it sees that the file goes on. What does not really lie in the
 * workspace is not read, whoever asks for it. Never rejects.
 */
export function readLetters(files: Files, uris: readonly string[]): Promise<readonly (string | null)[]> {
  const millions = Number(vscode.workspace.getConfiguration("imr").get("maxFileSize", 1)) || 1;
  const most = Math.max(1, millions) * 1_000_000 + 1;
  const inWorkspace = filesOfWorkspace(files);
  return mapLimit(uris, readAtOnce, async (uri) => (await textOf(inWorkspace, uri))?.slice(0, most) ?? null);
}

async function textOf(files: FilesWithin, address: string): Promise<string | null> {
  try {
    const uri = vscode.Uri.parse(address, true);
    const bytes = await files.read(uri, longest);
    // It rejects what is binary.
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    return null;
  }
}

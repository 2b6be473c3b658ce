/** The files of the workspace that may hold letters: which there are, and what stands in them. */
import * as vscode from "vscode";
import type { LetterFile } from "../../../server/src/protocol/extensions.ts";
import { fewAtOnce } from "./fewAtOnce.ts";

const mayBeLetters = "**/*.{imr,txt}";

/** Files of a workspace on another machine are asked for over a connection that others use too. */
const askedAtOnce = 32;
const readAtOnce = 8;

/** In bytes. A letter has about 50,000; what is longer than this would only fill the memory. */
const longest = 64 * 1024 * 1024;

/**
 * All files that may be letters, whether or not a version control ignores them. What the user hides or leaves out of
 * searches is left out here too, and so is what goes while it is looked at. Never rejects.
 */
export async function letterFiles(): Promise<readonly LetterFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(filesOf));
  const files = await fewAtOnce(unique(found.flat()), askedAtOnce, stamped);
  return files.filter((file) => file !== undefined);
}

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

async function stamped(uri: vscode.Uri): Promise<LetterFile | undefined> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    return { uri: uri.toString(), stamp: `${mtime}-${size}` };
  } catch {
    return undefined;
  }
}

/**
 * The files' texts, in the encoding that the user's settings give them; null for what is not text. Of a long one as much
 * as the server reads, and a little more, so that it sees that the file goes on. Never rejects.
 */
export function readLetters(uris: readonly string[]): Promise<readonly (string | null)[]> {
  const millions = Number(vscode.workspace.getConfiguration("imr").get("maxFileSize", 1)) || 1;
  const most = Math.max(1, millions) * 1_000_000 + 1;
  return fewAtOnce(uris, readAtOnce, async (uri) => (await textOf(uri))?.slice(0, most) ?? null);
}

async function textOf(address: string): Promise<string | null> {
  try {
    const uri = vscode.Uri.parse(address, true);
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > longest || (type & vscode.FileType.Directory) !== 0) return null;
    const bytes = await vscode.workspace.fs.readFile(uri);
    // It rejects what is binary.
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    return null;
  }
}

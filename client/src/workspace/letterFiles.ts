/** Lists and reads the files of the workspace that may contain letters. */
import * as vscode from "vscode";
import { documentFileName } from "../../../reader/src/documentKind.ts";
import { readerVersion } from "../../../reader/src/messages.ts";
import { documentScheme, type LetterFile } from "../../../server/src/protocol/extensions.ts";
import { countsDocuments } from "../documents/countsDocuments.ts";
import type { Documents } from "../documents/documents.ts";
import { fileOf, isDocument, letterUriOf } from "../documents/letterUri.ts";
import type { Files, FilesWithin } from "../files/files.ts";
import { mapLimit } from "../util/mapLimit.ts";

const letterPattern = "**/*.{imr,txt}";
const patternWithDocuments = "**/*.{imr,txt,pdf,docx}";

/** Files of a remote workspace are requested over a connection that others use too. */
const maxConcurrentStats = 32;
const maxConcurrentReads = 8;

/** A letter has about 50,000 bytes. Longer files would only fill the memory. */
const maxFileBytes = 64 * 1024 * 1024;

/**
 * All files that may be letters, even those that version control ignores. Files that the user's settings exclude, files
 * that are deleted in the meantime, and links to files outside of the workspace are left out. Never rejects.
 */
export async function letterFiles(files: Files): Promise<readonly LetterFile[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const pattern = countsDocuments() ? patternWithDocuments : letterPattern;
  const found = (await Promise.all(folders.map((folder) => filesOf(folder, pattern)))).flat();
  const wanted = found.filter((uri) => isDocument(uri) || !documentFileName.test(uri.path));
  const inWorkspace = filesOfWorkspace(files);
  const stamped = async (uri: vscode.Uri): Promise<LetterFile | undefined> => {
    const stat = await inWorkspace.stat(uri);
    if (!stat) return undefined;
    const stamp = `${stat.mtime}-${stat.size}`;
    return isDocument(uri)
      ? { uri: letterUriOf(uri).toString(), stamp: `${stamp}-${readerVersion}` }
      : { uri: uri.toString(), stamp };
  };
  const letters = await mapLimit(unique(wanted), maxConcurrentStats, stamped);
  return letters.filter((letter) => letter !== undefined);
}

const filesOfWorkspace = (files: Files): FilesWithin =>
  files.within((vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri));

async function filesOf(folder: vscode.WorkspaceFolder, pattern: string): Promise<readonly vscode.Uri[]> {
  try {
    const found = await vscode.workspace.findFiles(
      new vscode.RelativePattern(folder, pattern),
      searchExclude(folder),
    );
    return found.filter(({ scheme }) => scheme === folder.uri.scheme);
  } catch {
    return [];
  }
}

/** `files.exclude` always applies. Patterns with `when` are for files generated from others, and aren't used. */
function searchExclude(folder: vscode.WorkspaceFolder): string | undefined {
  const patterns = vscode.workspace
    .getConfiguration("search", folder)
    .get<Readonly<Record<string, unknown>>>("exclude", {});
  const enabled = Object.keys(patterns).filter((pattern) => patterns[pattern] === true);
  return enabled.length > 1 ? `{${enabled.join(",")}}` : enabled[0];
}

/** A workspace folder can be inside another one. */
const unique = (uris: readonly vscode.Uri[]): readonly vscode.Uri[] => [
  ...new Map(uris.map((uri) => [uri.toString(), uri])).values(),
];

/**
 * The files' texts, in the encoding of the user's settings; null if a file isn't text or isn't really in the workspace. PDF
 * and Word files are converted.
 * The text of a long file has one character more than the server reads, so that the server knows that it was truncated.
 * Never rejects.
 */
export function readLetters(
  files: Files,
  documents: Pick<Documents, "textInWorkspace">,
  uris: readonly string[],
): Promise<readonly (string | null)[]> {
  const millions = Number(vscode.workspace.getConfiguration("imr").get("maxFileSize", 1)) || 1;
  const maxLength = Math.max(1, millions) * 1_000_000 + 1;
  const inWorkspace = filesOfWorkspace(files);
  return mapLimit(
    uris,
    maxConcurrentReads,
    async (uri) => (await textOf(inWorkspace, documents, uri))?.slice(0, maxLength) ?? null,
  );
}

async function textOf(
  files: FilesWithin,
  documents: Pick<Documents, "textInWorkspace">,
  address: string,
): Promise<string | null> {
  try {
    const uri = vscode.Uri.parse(address, true);
    if (uri.scheme === documentScheme) {
      const file = fileOf(uri);
      return await documents.textInWorkspace(file, () => files.read(file, maxFileBytes));
    }
    const bytes = await files.read(uri, maxFileBytes);
    // Rejects for binary files.
    return await vscode.workspace.decode(bytes, { uri });
  } catch {
    return null;
  }
}

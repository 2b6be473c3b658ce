/** The URIs of letters that are read from PDF and Word files. The tab shows the end of the path. */
import * as vscode from "vscode";
import { documentFileName } from "../../../reader/src/documentKind.ts";
import { documentScheme } from "../../../server/src/protocol/extensions.ts";

/** Also in the manifest, as the file name pattern that gives these documents their language. */
const nameSuffix = " (letter)";

export const letterUriOf = (file: vscode.Uri): vscode.Uri =>
  vscode.Uri.from({ scheme: documentScheme, path: `${file.path}${nameSuffix}`, query: file.toString() });

/** The file that a letter is read from: the document's, or the same file for a text. */
export function fileOf(letter: vscode.Uri): vscode.Uri {
  return letter.scheme === documentScheme ? vscode.Uri.parse(letter.query) : letter;
}

/** The same for a URI that the server knows. */
export const fileOfAddress = (uri: string): vscode.Uri => fileOf(vscode.Uri.parse(uri));

/** The URI under which a file's letter is opened: its own, or that of a PDF or Word file's letter. */
export const letterUriFor = (file: vscode.Uri): vscode.Uri => (isDocument(file) ? letterUriOf(file) : file);

/** True for the names of PDF and Word files, except for those that Word creates while a file is open. */
export const isDocument = ({ path }: vscode.Uri): boolean =>
  documentFileName.test(path) && !/\/~\$[^/]*$/.test(path);

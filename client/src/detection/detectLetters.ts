/** Sets the language of plain text documents that contain an IMR letter. */
import * as vscode from "vscode";
import { languageId } from "../constants.ts";
import { inspectedCharacters, looksLikeLetter } from "./letterSigns.ts";

/** The least text inserted at once into an untitled document that may be a pasted letter, in UTF-16 units. */
const minPastedCharacters = 200;

/** Checks plain text documents when they open, and untitled ones when text is pasted into them. */
export function detectLetters(): vscode.Disposable {
  /** Documents whose language was set here. VS Code reports a language change as closing and opening the document. */
  const changed = new WeakSet<vscode.TextDocument>();
  /** Documents that the user then changed back to plain text, in this session. */
  const declined = new Set<string>();

  function detect(document: vscode.TextDocument): void {
    if (document.languageId !== "plaintext") return;
    const uri = document.uri.toString();
    if (changed.has(document)) declined.add(uri);
    if (declined.has(uri) || !isEnabledFor(document) || !looksLikeLetter(startOf(document))) return;
    changed.add(document);
    vscode.languages.setTextDocumentLanguage(document, languageId).then(undefined, () => {
      // The document was closed in the meantime.
    });
  }

  for (const document of vscode.workspace.textDocuments) detect(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(detect),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const pasted = contentChanges.some((change) => change.text.length >= minPastedCharacters);
      if (document.isUntitled && pasted && !changed.has(document)) detect(document);
    }),
  );
}

function isEnabledFor(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === "output") return false;
  const isEnabled = vscode.workspace.getConfiguration("imr", document).get<boolean>("detectLetters", true);
  return isEnabled && !hasAssociation(document);
}

/** True if the user's `files.associations` set a language for this file, which takes precedence. */
function hasAssociation(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace
    .getConfiguration("files", document)
    .get<Record<string, string>>("associations", {});
  return Object.keys(associations).some((pattern) => {
    // In `files.associations`, a pattern without a slash matches the file name in any folder.
    const glob = pattern.includes("/") ? pattern : `**/${pattern}`;
    return vscode.languages.match({ pattern: glob }, document) > 0;
  });
}

const startOf = (document: vscode.TextDocument): string =>
  document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(inspectedCharacters)));

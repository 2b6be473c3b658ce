/** Gives plain-text documents that hold an IMR letter the letter's language. */
import * as vscode from "vscode";
import { languageId } from "../constants.ts";
import { charactersToLookAt, looksLikeLetter } from "./letterSigns.ts";

/** Text put into an untitled document at once that is worth a look: a pasted letter, not typing. */
const pastedCharacters = 200;

/** Looks at plain-text documents as they open, and at what is pasted into untitled ones. */
export function detectLetters(): vscode.Disposable {
  /** Documents whose language was changed here. VS Code reports a change of language as closing and opening. */
  const changed = new WeakSet<vscode.TextDocument>();
  /** Documents that the user then took back to plain text, for this session. */
  const declined = new Set<string>();

  function look(document: vscode.TextDocument): void {
    if (document.languageId !== "plaintext") return;
    const uri = document.uri.toString();
    if (changed.has(document)) declined.add(uri);
    if (declined.has(uri) || !isWanted(document) || !looksLikeLetter(beginningOf(document))) return;
    changed.add(document);
    vscode.languages.setTextDocumentLanguage(document, languageId).then(undefined, () => {
      // It was closed in the meantime.
    });
  }

  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const pasted = contentChanges.some((change) => change.text.length >= pastedCharacters);
      if (document.isUntitled && pasted && !changed.has(document)) look(document);
    }),
  );
}

function isWanted(document: vscode.TextDocument): boolean {
  if (document.uri.scheme === "output") return false;
  const wanted = vscode.workspace.getConfiguration("imr", document).get<boolean>("detectLetters", true);
  return wanted && !hasAssociation(document);
}

/** True where the user's `files.associations` name a language for this file: theirs wins. */
function hasAssociation(document: vscode.TextDocument): boolean {
  const associations = vscode.workspace
    .getConfiguration("files", document)
    .get<Record<string, string>>("associations", {});
  return Object.keys(associations).some((pattern) => {
    // As VS Code reads them: a pattern without a slash is about the file's name, in any folder.
    const glob = pattern.includes("/") ? pattern : `**/${pattern}`;
    return vscode.languages.match({ pattern: glob }, document) > 0;
  });
}

const beginningOf = (document: vscode.TextDocument): string =>
  document.getText(new vscode.Range(new vscode.Position(0, 0), document.positionAt(charactersToLookAt)));

/** Shows the form feeds of converted letters as page breaks: a line above the new page, and nothing in place of the character. */
import * as vscode from "vscode";
import { languageId } from "../constants.ts";

export function showPageBreaks(): vscode.Disposable {
  const pageStart = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    borderWidth: "1px 0 0 0",
    borderStyle: "dashed",
    borderColor: new vscode.ThemeColor("editorLineNumber.foreground"),
    overviewRulerColor: new vscode.ThemeColor("editorLineNumber.foreground"),
    overviewRulerLane: vscode.OverviewRulerLane.Left,
  });
  const formFeed = vscode.window.createTextEditorDecorationType({ opacity: "0" });

  function show(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== languageId) return;
    const hoverMessage = vscode.l10n.t("Page break");
    const places = pageBreaksIn(document).map((range) => ({ range, hoverMessage }));
    editor.setDecorations(formFeed, places);
    editor.setDecorations(
      pageStart,
      places.map(({ range }) => range),
    );
  }
  const showAll = (editors: readonly vscode.TextEditor[]): void => editors.forEach(show);
  showAll(vscode.window.visibleTextEditors);
  return vscode.Disposable.from(
    pageStart,
    formFeed,
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidChangeTextDocument(({ document }) =>
      showAll(vscode.window.visibleTextEditors.filter((editor) => editor.document === document)),
    ),
    // VS Code reports a change of the language as closing and opening the document.
    vscode.workspace.onDidOpenTextDocument((document) =>
      showAll(vscode.window.visibleTextEditors.filter((editor) => editor.document === document)),
    ),
  );
}

/** The form feeds. For VS Code they end no line, so that they stand in the first line of their page. */
export function pageBreaksIn(document: Pick<vscode.TextDocument, "getText" | "positionAt">): vscode.Range[] {
  const text = document.getText();
  const found: vscode.Range[] = [];
  for (let at = text.indexOf("\f"); at >= 0; at = text.indexOf("\f", at + 1)) {
    found.push(new vscode.Range(document.positionAt(at), document.positionAt(at + 1)));
  }
  return found;
}

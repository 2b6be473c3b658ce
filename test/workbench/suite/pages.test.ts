import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, positionIn, until } from "./support.ts";

/** Waits for a page with the words in the active editor. */
async function shownPage(words: string): Promise<vscode.TextEditor> {
  const editor = await until(
    `a page with ${words}`,
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.scheme === "imr-guideline" && active.document.getText().includes(words),
  );
  return editor!;
}

suite("Guideline pages", () => {
  teardown(closeAll);

  async function openAt63(): Promise<vscode.TextEditor> {
    const editor = await openLetter("two-issues.imr.txt");
    const at = positionIn(editor.document, "63-66");
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("editor.action.revealDefinition");
    return shownPage("Page 63 of 127");
  }

  test("F12 on cited pages opens the page at the topic", async () => {
    const { document, selection } = await openAt63();
    expect(document.languageId).to.equal("imr-guideline");
    expect(document.lineAt(selection.active.line).text).to.match(/^Muscle relaxants/);
  });

  test("a page has an outline, and links to the next page and the official document", async () => {
    const { document } = await openAt63();
    const symbols = await until(
      "the outline",
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
          "vscode.executeDocumentSymbolProvider",
          document.uri,
        ),
      (found) => (found?.length ?? 0) > 0,
    );
    expect(symbols.map(({ name }) => name)).to.include("Muscle relaxants (for pain)");
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    const targets = links.map(
      ({ range, target }) => `${document.getText(range)} → ${decodeURIComponent(String(target))}`,
    );
    expect(targets.some((one) => /^PDF, page 63 → https:.*#page=63$/.test(one))).to.equal(true);
    const next = links.find(({ range }) => document.getText(range) === "page 64")?.target;
    await vscode.commands.executeCommand("vscode.open", next);
    await shownPage("Page 64 of 127");
  });

  test("the links of a letter open pages", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      "vscode.executeLinkProvider",
      document.uri,
    );
    const link = links.find(({ range }) => document.getText(range) === "63-66");
    await vscode.commands.executeCommand("vscode.open", link?.target);
    await shownPage("Page 63 of 127");
  });
});

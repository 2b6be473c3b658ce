import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, rangeOf, until } from "./support.ts";

const pageTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === "imr-guideline");

const shownPages = (): readonly string[] =>
  vscode.window.visibleTextEditors
    .filter(({ document }) => document.uri.scheme === "imr-guideline")
    .map(({ document }) => document.getText());

suite("Find Guideline", () => {
  teardown(closeAll);

  /** Opens a letter with the cursor after the reviewer's guideline of its first issue, and searches for the words. */
  async function find(
    words: string,
    expected: RegExp,
  ): Promise<{ editor: vscode.TextEditor; done: Thenable<unknown> }> {
    const editor = await openLetter("two-issues.imr.txt");
    const { end } = rangeOf(editor.document, "63-66.", "MAXIMUS guideline");
    editor.selection = new vscode.Selection(end, end);
    const done = vscode.commands.executeCommand("imr.findGuideline", words);
    await until(`the page for ${words}`, shownPages, (pages) => pages.some((page) => expected.test(page)));
    return { editor, done };
  }

  test("shows the page next to the letter, and Enter cites it in the letter's format", async () => {
    const { editor, done } = await find("omeprazole", /NSAIDs, GI symptoms/);
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    await done;
    const text = await until(
      "the citation",
      () => editor.document.getText(),
      (words) => words.includes("NSAIDs, GI symptoms & cardiovascular risk"),
    );
    expect(text).to.match(/63-66\. Decision based on MTUS Chronic Pain [^.]*NSAIDs, GI symptoms[^.]*\./);
    expect(pageTabs()).to.have.length(0);
  });

  test("finds topics by page number, and Escape restores everything", async () => {
    const { editor, done } = await find("p. 29", /Carisoprodol/);
    const before = editor.document.getText();
    await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
    await done;
    await until("the page to close", pageTabs, (tabs) => tabs.length === 0);
    expect(editor.document.getText()).to.equal(before);
    expect(vscode.window.activeTextEditor?.document.uri.toString()).to.equal(editor.document.uri.toString());
  });
});

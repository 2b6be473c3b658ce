import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, openLetter, rangeOf, until } from "./support.ts";

suite("Navigating between issues", () => {
  let editor: vscode.TextEditor;
  let first: number;
  let second: number;
  setup(async () => {
    editor = await openLetter("two-issues.imr.txt");
    first = rangeOf(editor.document, "Cyclobenzaprine 7.5mg #60: Upheld").start.line;
    second = rangeOf(editor.document, "Physical therapy for the lumbar spine (12").start.line;
    editor.selection = new vscode.Selection(0, 0, 0, 0);
  });
  teardown(closeAll);

  const cursor = (): number => editor.selection.active.line;
  const run = (command: string) => vscode.commands.executeCommand(command);

  test("next goes to the first issue, then to the second, and stays at the last", async () => {
    await run("imr.goToNextIssue");
    expect(cursor()).to.equal(first);
    await run("imr.goToNextIssue");
    expect(cursor()).to.equal(second);
    await run("imr.goToNextIssue");
    expect(cursor()).to.equal(second);
  });

  test("previous goes to the issue's own heading, then to the one before", async () => {
    editor.selection = new vscode.Selection(second + 5, 0, second + 5, 0);
    await run("imr.goToPreviousIssue");
    expect(cursor()).to.equal(second);
    await run("imr.goToPreviousIssue");
    expect(cursor()).to.equal(first);
    await run("imr.goToPreviousIssue");
    expect(cursor()).to.equal(first);
  });

  /** Opens the picker, and runs the commands repeatedly until the picker closes. */
  async function pick(...commands: string[]): Promise<void> {
    let closed = false;
    const picker = run("imr.goToIssue").then(() => {
      closed = true;
    });
    await until("the picker to close", async () => {
      for (const command of commands) await run(command);
      return closed;
    });
    await picker;
  }

  test("above all issues, the picker starts at the first", async () => {
    await pick("workbench.action.acceptSelectedQuickOpenItem");
    expect(cursor()).to.equal(first);
  });

  test("the picker starts at the current issue", async () => {
    editor.selection = new vscode.Selection(second + 3, 0, second + 3, 0);
    await pick("workbench.action.acceptSelectedQuickOpenItem");
    expect(cursor()).to.equal(second);
  });

  test("canceling the picker does not move the cursor", async () => {
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    await pick("workbench.action.closeQuickOpen");
    expect(editor.selection.active).to.deep.equal(new vscode.Position(3, 4));
  });
});

suite("The overview", () => {
  teardown(closeAll);

  test("has each issue's treatment, decision, and missing elements", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const overview = await (await activated()).overview(document.uri);
    expect(overview?.issues.map(({ treatment, decision }) => [treatment, decision])).to.deep.equal([
      ["Cyclobenzaprine 7.5mg #60", "Upheld"],
      ["Physical therapy for the lumbar spine (12 sessions)", undefined],
    ]);
    expect(overview?.issues[0]?.missing).to.deep.equal([]);
    expect(overview?.issues[1]?.missing).to.include("decision");
  });

  test("is empty for a file that is not a letter", async () => {
    const { document } = await openLetter("not-a-letter.imr");
    const overview = await (await activated()).overview(document.uri);
    expect(overview?.generation).to.be.oneOf([undefined, null]);
    expect(overview?.issues).to.deep.equal([]);
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, openLetter, positionIn, settledProblemsOf, until } from "./support.ts";

suite("Templates", () => {
  teardown(closeAll);

  const run = (command: string, given?: object) => vscode.commands.executeCommand(command, given);
  const editorNow = (): vscode.TextEditor => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) throw new Error("No editor is active.");
    return editor;
  };
  const textNow = (): string => editorNow().document.getText();
  const selected = (): string => editorNow().document.getText(editorNow().selection);
  const nextPlaceholder = () => run("jumpToNextSnippetPlaceholder");
  const untitled = (): number =>
    vscode.workspace.textDocuments.filter((document) => document.isUntitled).length;

  test("a new letter opens with its first placeholder selected, and Tab goes to the next one", async () => {
    await run("imr.newLetter", { form: "2016", issues: 2 });
    const { document } = editorNow();
    expect(document.isUntitled).to.equal(true);
    expect(document.languageId).to.equal("imr-letter");
    const seen: string[] = [];
    for (let step = 0; step < 5; step++) {
      seen.push(selected());
      await nextPlaceholder();
    }
    expect(seen).to.deep.equal(["CMyy-nnnnnnn", "MM/DD/YYYY", "MM/DD/YYYY", "MM/DD/YYYY", "MM/DD/YYYY"]);
    const overview = await (await activated()).overview(document.uri);
    expect(overview?.form).to.equal("format of 2015 to 2017");
    expect(overview?.issues).to.have.length(2);
  });

  test("a date that occurs twice is typed once", async () => {
    await run("imr.newLetter", { form: "2014", issues: 1 });
    await nextPlaceholder();
    await nextPlaceholder();
    await vscode.commands.executeCommand("type", { text: "03/04/2013" });
    expect(textNow()).to.include("Date of Injury: 03/04/2013");
    expect(textNow()).to.include("industrial injury on 03/04/2013");
  });

  test("a new letter shows no problem, and goes on in the file that it's saved to", async () => {
    await run("imr.newLetter", { form: "2018", issues: 1 });
    const { document } = editorNow();
    expect(await settledProblemsOf(document.uri)).to.deep.equal([]);
    await vscode.window.showTextDocument(document);
    const [text, { active }] = [textNow(), editorNow().selection];
    const folder = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(folder, "New letter.imr.txt");
    try {
      await vscode.commands.executeCommand("imr.saveNewLetter", file);
      const saved = editorNow();
      expect(saved.document.uri.path).to.equal(file.path);
      expect(saved.document.languageId).to.equal("imr-letter");
      expect(saved.document.getText()).to.equal(text);
      expect(saved.selection.active).to.deep.equal(active);
      expect(untitled()).to.equal(0);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(file);
    }
  });

  test("canceling a new letter opens nothing", async () => {
    await openLetter("two-issues.imr.txt");
    const before = untitled();
    let closed = false;
    const asking = run("imr.newLetter").then(() => {
      closed = true;
    });
    await until("the list to close", async () => {
      await run("workbench.action.closeQuickOpen");
      return closed;
    });
    await asking;
    expect(untitled()).to.equal(before);
    expect(editorNow().document.fileName).to.match(/two-issues\.imr\.txt$/);
  });

  test("a new letter asks for its format and the number of issues", async () => {
    await openLetter("two-issues.imr.txt");
    let done = false;
    const asking = run("imr.newLetter").then(() => {
      done = true;
    });
    await until("both questions to be answered", async () => {
      await run("workbench.action.acceptSelectedQuickOpenItem");
      return done;
    });
    await asking;
    expect(textNow()).to.include("IMR ISSUES, DECISIONS AND RATIONALES");
    expect(textNow().match(/: pending$/gm)).to.have.length(1);
  });

  test("an issue is added after the one at the cursor, and its first placeholder is selected and visible", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    const at = positionIn(editor.document, "Cyclobenzaprine 7.5mg #60: Upheld");
    editor.selection = new vscode.Selection(at, at);
    await run("imr.addIssue", { treatment: "Naproxen 500mg #60" });
    expect(selected()).to.equal("pending");
    const [visible] = editor.visibleRanges;
    expect(visible?.contains(editor.selection.active)).to.equal(true);
    const overview = await (await activated()).overview(editor.document.uri);
    expect(overview?.issues.map(({ treatment }) => treatment)).to.deep.equal([
      "Cyclobenzaprine 7.5mg #60",
      "Naproxen 500mg #60",
      "Physical therapy for the lumbar spine (12 sessions)",
    ]);
    await run("undo");
    expect(editor.document.getText()).not.to.include("Naproxen 500mg #60: pending");
  });

  test("the outline of a rationale follows the decision, and an existing rationale is not changed", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    const at = positionIn(editor.document, "Cyclobenzaprine 7.5mg #60: Upheld");
    editor.selection = new vscode.Selection(at, at);
    const before = textNow();
    await run("imr.insertRationaleOutline");
    expect(textNow()).to.equal(before);

    await run("imr.addIssue", { treatment: "Soma 350mg #60", decision: "Upheld" });
    await run("imr.insertRationaleOutline");
    expect(textNow()).to.match(/Decision rationale: The MTUS \(.*does not recommend carisoprodol\./);
    expect(textNow()).to.include("Therefore, the request for Soma 350mg #60 is not medically necessary.");
    expect(selected()).to.equal("Diagnosis and history.");
  });
});

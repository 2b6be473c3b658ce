import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, open, openLetter, problemsOf, rangeOf, settledProblemsOf, until } from "./support.ts";

suite("Problems", () => {
  teardown(closeAll);

  test("a missing decision is reported until it is added, and again after undo", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const found = () => problemsOf(document.uri);
    const isMissing = (rules: string[]) => rules.includes("issue/missing-decision");
    await until("the missing decision", found, isMissing);
    const end = rangeOf(document, "(12 sessions):").end;
    await edit((change) => change.insert(end, " Upheld"));
    await until("no problem", found, (rules) => rules.length === 0);
    await vscode.commands.executeCommand("undo");
    await until("the missing decision again", found, isMissing);
  });

  test("a problem has its source, a link to its rule, and its position in the letter", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await until("problems", () => problemsOf(document.uri).length);
    const ruleOf = ({ code }: vscode.Diagnostic) => (code as { value: string }).value;
    // Another letter that's open can have the same case number, which is a problem of its own.
    const problem = vscode.languages
      .getDiagnostics(document.uri)
      .find((one) => ruleOf(one) === "issue/missing-decision");
    expect(problem!.source).to.equal("imr");
    expect(problem!.severity).to.equal(vscode.DiagnosticSeverity.Warning);
    const code = problem!.code as { value: string; target: vscode.Uri };
    expect(code.value).to.equal("issue/missing-decision");
    expect(code.target.toString()).to.include("missing-decision");
    expect(problem!.range.start.line).to.equal(
      rangeOf(document, "Physical therapy for the lumbar spine (12").start.line,
    );
  });

  test("a letter without problems has none", async () => {
    const { document } = await openLetter("CM15-0990102.txt");
    expect(await settledProblemsOf(document.uri)).to.deep.equal([]);
  });

  for (const name of ["not-a-letter.imr", "empty.imr", "article.txt"]) {
    test(`${name} has none`, async () => {
      const { document } = await open(name);
      expect(await settledProblemsOf(document.uri)).to.deep.equal([]);
    });
  }

  test("an untitled letter is checked", async () => {
    const letter = (await openLetter("two-issues.imr.txt")).document.getText();
    const document = await vscode.workspace.openTextDocument({ language: "imr-letter", content: letter });
    await vscode.window.showTextDocument(document);
    await until(
      "the missing decision",
      () => problemsOf(document.uri),
      (rules) => rules.includes("issue/missing-decision"),
    );
  });

  test("a severity that the user sets takes effect immediately", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await until("problems", () => problemsOf(document.uri).length);
    const settings = vscode.workspace.getConfiguration("imr");
    try {
      await settings.update("rules", { "issue/missing-decision": "off" }, vscode.ConfigurationTarget.Global);
      await until(
        "no problem",
        () => problemsOf(document.uri),
        (rules) => rules.length === 0,
      );
    } finally {
      await settings.update("rules", undefined, vscode.ConfigurationTarget.Global);
    }
    await until("the missing decision again", () => problemsOf(document.uri).length);
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, problemsOf, until } from "./support.ts";

suite("Quick fixes", () => {
  teardown(closeAll);

  test("a quick fix fixes the problem, and undo brings it back", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const [fix] = await actionsOn(document, /^Add the decision/);
    expect(fix!.isPreferred).to.equal(true);
    expect(await vscode.workspace.applyEdit(fix!.edit!)).to.equal(true);
    await until("no problem", () => problemsOf(document.uri), isEmpty);
    await vscode.commands.executeCommand("undo");
    await until("the problem again", () => problemsOf(document.uri).length);
  });

  test("fix all applies the preferred fixes", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await until("problems", () => problemsOf(document.uri).length);
    await vscode.commands.executeCommand("editor.action.sourceAction", {
      kind: "source.fixAll.imr",
      apply: "first",
    });
    await until("no problem", () => problemsOf(document.uri), isEmpty);
  });

  test("an ignored problem stays hidden through edits elsewhere, until it is restored", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const [ignore] = await actionsOn(document, /^Ignore this problem here/);
    const { command, arguments: args = [] } = ignore!.command!;
    try {
      await vscode.commands.executeCommand(command, ...args);
      await until("no problem", () => problemsOf(document.uri), isEmpty);
      await edit((change) => change.insert(new vscode.Position(0, 0), "\n\n"));
      await until("the server to read the edit", async () => document.version > 1);
      expect(problemsOf(document.uri)).to.deep.equal([]);
    } finally {
      await vscode.commands.executeCommand("imr.clearIgnoredFindings", true);
    }
    await until("the problem again", () => problemsOf(document.uri).length);
  });

  test("a line in the letter ignores a problem too", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const [line] = await actionsOn(document, /with a line in the letter/);
    await vscode.workspace.applyEdit(line!.edit!);
    await until("no problem", () => problemsOf(document.uri), isEmpty);
    expect(document.getText()).to.include("%% imr-ignore issue/missing-decision");
  });
});

suite("The rule behind a problem", () => {
  teardown(closeAll);

  const previews = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputText)
      .map(({ label }) => label);

  test("has a page that opens in the editor, from the quick fix and from the problem", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const [why] = await actionsOn(document, /^Why This Matters/);
    const { command, arguments: args = [] } = why!.command!;
    await vscode.commands.executeCommand(command, ...args);
    await until("the page", previews, (tabs) => tabs.some((tab) => /issue-missing-decision/.test(tab)));
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    const { target } = problem!.code as { readonly target: vscode.Uri };
    expect(target.scheme).to.equal("command");
    expect(target.path).to.equal(command);
    expect(JSON.parse(target.query)).to.deep.equal(args);
  });

  test("can be turned off", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const [off] = await actionsOn(document, /^Turn This Rule Off/);
    const settings = () => vscode.workspace.getConfiguration("imr");
    const before = settings().inspect("rules")?.globalValue;
    try {
      void vscode.commands.executeCommand(off!.command!.command, ...off!.command!.arguments!);
      await until("no problem", () => problemsOf(document.uri), isEmpty);
    } finally {
      await settings().update("rules", before, vscode.ConfigurationTarget.Global);
    }
    await until("the problem again", () => problemsOf(document.uri).length);
  });
});

suite("Check Before Sending", () => {
  teardown(closeAll);

  test("opens a page beside the letter", async () => {
    await openLetter("two-issues.imr.txt");
    await vscode.commands.executeCommand("imr.checkBeforeSending");
    const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
    await until("the page", tabs, (labels) => labels.includes("Check Before Sending"));
  });
});

const isEmpty = (list: readonly unknown[]): boolean => list.length === 0;

/** The code actions at the document's first problem whose title matches. */
async function actionsOn(document: vscode.TextDocument, title: RegExp): Promise<vscode.CodeAction[]> {
  await until("problems", () => problemsOf(document.uri).length);
  const [problem] = vscode.languages.getDiagnostics(document.uri);
  const request = () =>
    vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem!.range,
    );
  const matching = (actions: vscode.CodeAction[]) => actions.filter((action) => title.test(action.title));
  return matching(await until(`an action like ${title}`, request, (actions) => matching(actions).length > 0));
}

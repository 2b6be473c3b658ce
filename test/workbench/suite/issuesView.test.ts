import { expect } from "chai";
import * as vscode from "vscode";
import type { Api } from "../../../client/src/extension.ts";
import { activated, closeAll, open, openLetter, rangeOf, until } from "./support.ts";

suite("The issues view", () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activated();
    await vscode.commands.executeCommand("imr.issues.focus");
  });
  suiteTeardown(() => vscode.commands.executeCommand("workbench.view.explorer"));
  teardown(closeAll);

  /** The text of each row. Child rows are indented. */
  async function rows(): Promise<string[]> {
    const { rows } = api.issuesView;
    const drawn: string[] = [];
    for (const id of (await rows.getChildren()) ?? []) {
      drawn.push(words(await rows.getTreeItem(id)));
      for (const child of (await rows.getChildren(id)) ?? []) {
        drawn.push(`  ${words(await rows.getTreeItem(child))}`);
      }
    }
    return drawn;
  }
  const words = ({ label, description }: vscode.TreeItem): string =>
    [label, description].filter(Boolean).join(" | ");

  const rowsWith = (words: string): Promise<string[]> =>
    until(`"${words}" in the view`, rows, (all) => all.some((row) => row.includes(words)));

  /** The text of the selected rows. */
  const selected = (): Promise<string[]> =>
    Promise.all(
      api.issuesView.view.selection.map(async (id) => words(await api.issuesView.rows.getTreeItem(id))),
    );

  const goTo = (editor: vscode.TextEditor, words: string): void => {
    const { start } = rangeOf(editor.document, words);
    editor.selection = new vscode.Selection(start, start);
  };
  /** Moves the cursor to the words, and waits until the row of their issue is selected. */
  async function follow(editor: vscode.TextEditor, words: string, row: string): Promise<void> {
    goTo(editor, words);
    await until(`${row} to be selected`, selected, ([first]) => first?.startsWith(row) === true);
  }
  /** Selects a row below the second issue, as a click or the arrow keys do. */
  async function select(name: string): Promise<string> {
    const { rows, view } = api.issuesView;
    const [, second] = (await rows.getChildren()) ?? [];
    const id = ((await rows.getChildren(second)) ?? []).find((child) => child.endsWith(`/${name}`));
    await view.reveal(id!, { select: true });
    await until(
      `${name} to be selected`,
      () => view.selection,
      ([one]) => one === id,
    );
    return id!;
  }

  /** Longer than the selection waits for the cursor to rest. */
  const cursorHasRested = () => new Promise((resolve) => setTimeout(resolve, 400));

  const elements = ["Claims administrator guideline", "MAXIMUS guideline", "Rationale", "Treatment's name"];
  const present = [...elements, "Criterion", "Findings", "Conclusion"].map((words) => `  ${words}`);

  const details = [
    "Case Number | CM15-0990101",
    "Date Assigned | 03/12/2015",
    "Date of Injury | 06/02/2011",
    "Decision Date | 04/09/2015",
    "UR Denial Date | 02/10/2015",
    "Priority | Standard",
    "Application Received | 02/27/2015",
  ].map((words) => `  ${words}`);

  test("a guideline page that takes the letter's place doesn't empty it", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    const before = await rows();
    for (const [pages, opened] of [
      ["63-66", "Page 63 of"],
      ["41-42", "Page 41 of"],
    ] as const) {
      await vscode.window.showTextDocument(editor.document);
      goTo(vscode.window.activeTextEditor!, pages);
      await vscode.commands.executeCommand("editor.action.revealDefinition");
      await until(opened, () => vscode.window.activeTextEditor?.document.getText().includes(opened));
      await cursorHasRested();
      expect(await rows()).to.deep.equal(before);
    }
  });

  test("shows each issue with its decision, its present and missing elements, and its problem", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const all = await rowsWith("issue/missing-decision");
    const problem = vscode.languages.getDiagnostics(document.uri)[0]!.message;
    expect(all).to.deep.equal([
      "1. Cyclobenzaprine 7.5mg #60 | Upheld",
      "  Decision | Upheld",
      ...present,
      "2. Physical therapy for the lumbar spine… | No decision",
      "  Decision | missing",
      ...present,
      `  ${problem.replace("\n", " ")} | issue/missing-decision`,
      "Letter | Case details",
      ...details,
    ]);
  });

  test("shows the name of the letter, and counts incomplete issues", async () => {
    await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    const { view } = api.issuesView;
    expect(view.description).to.equal("CM15-0990101");
    expect(view.badge).to.deep.equal({ value: 1, tooltip: "1 issue is incomplete" });
    await openLetter("CM15-0990102.txt");
    await until(
      "the other letter",
      () => view.description,
      (name) => name === "CM15-0990102",
    );
    await until("no badge", () => view.badge === undefined);
  });

  test("typing the decision completes its issue, and undo reverts that", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    await rowsWith("issue/missing-decision");
    await edit((change) => change.insert(rangeOf(document, "(12 sessions):").end, " Upheld"));
    await rowsWith("2. Physical therapy for the lumbar spine… | Upheld");
    await until("the problem to go", rows, (all) => !all.some((row) => row.includes("missing")));
    expect(api.issuesView.view.badge).to.equal(undefined);
    await vscode.commands.executeCommand("undo");
    await rowsWith("issue/missing-decision");
    expect(api.issuesView.view.badge?.value).to.equal(1);
  });

  test("the selection follows the cursor from issue to issue, and the editor keeps the focus", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    await follow(editor, "twelve sessions, more than", "2. ");
    await follow(editor, "short course", "1. ");
    expect(vscode.window.activeTextEditor?.document).to.equal(editor.document);
  });

  test("a selected row inside the issue at the cursor stays selected", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    await follow(editor, "Physical therapy for the lumbar spine (12", "2. ");
    await select("decision");
    goTo(editor, "twelve sessions, more than");
    await cursorHasRested();
    expect(await selected()).to.deep.equal(["Decision | missing"]);
    await follow(editor, "short course", "1. ");
  });

  test("a click goes to the position, and the clicked row stays selected", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    await follow(editor, "short course", "1. ");
    const { command } = await api.issuesView.rows.getTreeItem(await select("conclusion"));
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
    expect(editor.selection.active).to.deep.equal(
      rangeOf(editor.document, "As such, the request for physical").start,
    );
    await cursorHasRested();
    expect(await selected()).to.deep.equal(["Conclusion"]);
  });

  test("each row has a full text for screen readers", async () => {
    await openLetter("two-issues.imr.txt");
    await rowsWith("issue/missing-decision");
    const { rows } = api.issuesView;
    const labelOf = async (id: string): Promise<string | undefined> =>
      (await rows.getTreeItem(id)).accessibilityInformation?.label;
    const [first, second] = (await rows.getChildren()) ?? [];
    expect(await labelOf(first!)).to.equal("Issue 1 of 2, Cyclobenzaprine 7.5mg #60, Upheld, complete");
    expect(await labelOf(second!)).to.equal(
      "Issue 2 of 2, Physical therapy for the lumbar spine (12 sessions), No decision, missing: decision, 1 problem",
    );
    const children = (await rows.getChildren(second)) ?? [];
    expect(await labelOf(children[0]!)).to.equal("Decision, missing");
    expect(await labelOf(children[1]!)).to.equal("Claims administrator guideline, present");
    expect(await labelOf(children.at(-1)!)).to.match(/^Warning: The decision/);
  });

  test("the tooltip of an element is the letter's text", async () => {
    await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    const { rows } = api.issuesView;
    const [first] = (await rows.getChildren()) ?? [];
    const children = (await rows.getChildren(first)) ?? [];
    const tips = await Promise.all(
      children.map(async (id) => {
        const row = await rows.getTreeItem(id);
        const token = new vscode.CancellationTokenSource().token;
        return `${row.label}: ${(await rows.resolveTreeItem?.(row, id, token))?.tooltip}`;
      }),
    );
    expect(tips).to.include(
      "Conclusion: As such, the request for Cyclobenzaprine 7.5mg #60 is not medically necessary.",
    );
  });

  test("shows why it is empty", async () => {
    await open("not-a-letter.imr");
    const { view } = api.issuesView;
    await until(
      "the reason",
      () => view.message,
      (message) => message === "This text doesn't look like a determination letter.",
    );
    await closeAll();
    await until("the welcome", () => view.message === undefined && view.description === undefined);
    expect(await rows()).to.deep.equal([]);
  });

  test("shows the letter while the output has the focus", async () => {
    await openLetter("two-issues.imr.txt");
    await rowsWith("No decision");
    const output = vscode.window.createOutputChannel("Elsewhere");
    try {
      output.appendLine("Words.");
      output.show(false);
      await until("the output", () => vscode.window.activeTextEditor?.document.uri.scheme === "output");
      // Longer than the view waits before it assumes that no letter is active.
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await rows())[0]).to.equal("1. Cyclobenzaprine 7.5mg #60 | Upheld");
    } finally {
      output.dispose();
      await vscode.commands.executeCommand("workbench.action.closePanel");
    }
  });
});

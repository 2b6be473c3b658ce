import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, rangeOf, until } from "./support.ts";

/** The text before each hint and its label: "Decision rationale: > needs: …". */
async function hintsIn(document: vscode.TextDocument): Promise<string[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    all,
  );
  return hints.map(({ label, position }) => {
    const words = typeof label === "string" ? label : label.map(({ value }) => value).join("");
    return `${document.lineAt(position).text.slice(0, position.character)} > ${words}`;
  });
}

const lensesOf = (document: vscode.TextDocument): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 20);

suite("Inlay hints and code lenses", () => {
  teardown(closeAll);

  test("a started rationale shows what it needs, until it is written", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const hints = () => hintsIn(document);
    const needs = (found: string[]) => found.filter((hint) => hint.startsWith("Decision rationale:"));
    expect(needs(await hints())).to.deep.equal([]);
    const rationale = rangeOf(document, "Decision rationale: The guidelines allow").start.line;
    const written = new vscode.Range(rationale, "Decision rationale:".length, document.lineCount, 0);
    await edit((change) => change.delete(written));
    await until("the hint", hints, (found) => needs(found).length > 0);
    expect(needs(await hints())).to.deep.equal([
      "Decision rationale: > needs: criterion, findings, conclusion",
    ]);
    await edit((change) => change.insert(written.start, " The guidelines recommend ten visits."));
    await until("fewer needs", hints, (found) => needs(found).join().includes("needs: findings"));
  });

  test("a setting turns hints off immediately", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const hints = () => hintsIn(document);
    await edit((change) => change.replace(rangeOf(document, "Cyclobenzaprine"), "Flexeril"));
    await until("the brand's hint", hints, (found) =>
      found.join().includes("cyclobenzaprine, muscle relaxant"),
    );
    const settings = vscode.workspace.getConfiguration("imr");
    try {
      await settings.update("inlayHints.drugs", false, vscode.ConfigurationTarget.Global);
      await until("no hint", hints, (found) => !found.join().includes("cyclobenzaprine, muscle"));
    } finally {
      await settings.update("inlayHints.drugs", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test("a lens above each issue leads to the next or previous one", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    const { document } = editor;
    const lenses = await lensesOf(document);
    const [first, second] = [
      "Cyclobenzaprine 7.5mg #60: Upheld",
      "Physical therapy for the lumbar spine (12",
    ].map((words) => rangeOf(document, words).start.line);
    const titles = lenses.map(({ range, command }) => [
      range.start.line,
      command?.title.replaceAll("\u00a0", " "),
    ]);
    expect(titles).to.deep.equal([
      [first, "Upheld: complete"],
      [first, "criterion $(check)"],
      [first, "findings $(check)"],
      [first, "conclusion $(check)"],
      [first, "↓ next"],
      [second, "No decision: otherwise complete"],
      [second, "criterion $(check)"],
      [second, "findings $(check)"],
      [second, "conclusion $(check)"],
      [second, "↑ previous"],
    ]);
    const next = lenses[4]!.command!;
    await vscode.commands.executeCommand(next.command, ...(next.arguments ?? []));
    expect(editor.selection.active.line).to.equal(second);
    expect(editor.visibleRanges.some((visible) => visible.contains(editor.selection))).to.equal(true);
  });

  test("the commands reject anything but a range in an open letter and an https URL", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    const before = editor.selection;
    const uri = editor.document.uri.toString();
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: 1 } };
    const negative = { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } };
    for (const args of [
      [],
      [uri],
      [uri, {}],
      [uri, negative],
      ["file:///elsewhere.imr", range],
      [7, range],
    ]) {
      expect(await vscode.commands.executeCommand("imr.reveal", ...args)).to.equal(false);
    }
    for (const url of [
      undefined,
      7,
      "",
      "no address",
      "http://example.org",
      "file:///a.pdf",
      "command:a.b",
    ]) {
      expect(await vscode.commands.executeCommand("imr.openLink", url)).to.equal(false);
    }
    expect(vscode.window.activeTextEditor?.document).to.equal(editor.document);
    expect(editor.selection).to.deep.equal(before);
  });
});

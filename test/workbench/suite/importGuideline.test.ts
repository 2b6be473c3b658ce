import { expect } from "chai";
import * as vscode from "vscode";
import { linesFrom, pdfOf, type Run, runningLines } from "../../reader/pdf.ts";
import { closeAll, openLetter, positionIn, rangeOf, until } from "./support.ts";

/** A made-up document in the format of the official one: pages 60 to 66, with the headings of two topics. */
const madeUpGuideline = (): Uint8Array =>
  pdfOf(
    Array.from({ length: 7 }, (_, index): readonly Run[] => {
      const page = 60 + index;
      const heading = { 61: "Methadone", 63: "Muscle relaxants (for pain)" }[page];
      const words = [
        `Nobody wrote what is on the page of ${"abcdefg"[index]}, and nobody`,
        `should rely on ${"abcdefg"[index]}.`,
      ];
      return [
        ...runningLines(page, 127),
        ...(heading ? [{ words: heading, x: 72, y: 712, bold: true }] : []),
        ...linesFrom(words),
      ];
    }),
  );

/** A made-up guideline with bookmarks, whose first page has a Roman number. */
const ownGuideline = (): Uint8Array =>
  pdfOf(
    ["ii", "1", "2", "3"].map((number, index): readonly Run[] => [
      { words: ["Foreword", "Arthroscopy", "Bracing", "Cold therapy"][index]!, x: 72, y: 712, bold: true },
      ...linesFrom([
        `Nobody wrote what is on ${["words", "joints", "braces", "ice"][index]} here, and nobody should rely on it.`,
      ]),
      { words: number, x: 300, y: 30, size: 9 },
    ]),
    {
      outline: [
        { title: "1. Arthroscopy", page: 2 },
        { title: "2. Bracing", page: 3, named: true },
        { title: "3. Cold therapy", page: 4 },
      ],
    },
  );

suite("Importing a guideline", () => {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const file = vscode.Uri.joinPath(folder, "made up.pdf");

  const write = (bytes: Uint8Array) => vscode.workspace.fs.writeFile(file, bytes);
  const importIt = () =>
    vscode.commands.executeCommand<string | undefined>("imr.importGuideline", file, "chronic-pain-2009");
  const remove = () => vscode.commands.executeCommand("imr.removeImportedGuideline", "chronic-pain-2009");

  teardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  const hoverOnPages = (document: vscode.TextDocument): Promise<string> => hoverOn(document, "63-66");

  async function hoverOn(document: vscode.TextDocument, words: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      positionIn(document, words),
    );
    return hovers
      .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
      .join("\n");
  }

  test("hovers and pages show its text, until it is removed", async () => {
    const editor = await openLetter("two-issues.imr.txt");
    await write(madeUpGuideline());
    expect(await importIt()).to.equal("chronic-pain-2009");
    await until(
      "the copy's text in the hover",
      () => hoverOnPages(editor.document),
      (text) =>
        text.includes("Nobody wrote what is on the page of d") && text.includes("read from your copy"),
    );

    const at = positionIn(editor.document, "63-66");
    await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(at, at) });
    await vscode.commands.executeCommand("editor.action.revealDefinition");
    const page = await until(
      "the page with the copy's text",
      () => vscode.window.activeTextEditor,
      (active) => active?.document.getText().includes("From your copy: made up.pdf") === true,
    );
    const { document, selection } = page!;
    expect(document.lineAt(selection.active.line).text).to.equal("Muscle relaxants (for pain)");
    expect(document.lineAt(selection.active.line + 1).text).to.match(/^Nobody wrote .* should rely on d\.$/);

    // Imported again, it replaces the earlier copy.
    expect(await importIt()).to.equal("chronic-pain-2009");

    // A document without pages doesn't replace it.
    await write(pdfOf([]));
    expect(await importIt()).to.equal(undefined);
    expect(await hoverOnPages(editor.document)).to.include("Nobody wrote what is on the page of d");

    await remove();
    await until(
      "the hover without the copy's text",
      () => hoverOnPages(editor.document),
      (text) => !text.includes("Nobody wrote"),
    );
  });

  test("a guideline that the index doesn't have is read by its bookmarks, and citations lead to it", async () => {
    const own = { name: "Knee Surgery Guideline", year: 2019 };
    await write(ownGuideline());
    const id = await vscode.commands.executeCommand<string>("imr.importGuideline", file, own);
    expect(id).to.equal("own-knee-surgery-guideline-2019");
    try {
      const editor = await openLetter("two-issues.imr.txt");
      const cited = rangeOf(editor.document, "MAXIMUS guideline: Decision based on ");
      const end = rangeOf(editor.document, "63-66.").end;
      const words = "Non-MTUS Citation Knee Surgery Guideline 2019: Bracing, page 2.";
      await editor.edit((change) => change.replace(new vscode.Range(cited.end, end), words));
      await until(
        "the hover of its topic",
        () => hoverOn(editor.document, "Bracing"),
        (text) => text.includes("page 2 of your copy") && text.includes("Nobody wrote what is on braces"),
      );
      const at = positionIn(editor.document, "Bracing");
      await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(at, at) });
      await vscode.commands.executeCommand("editor.action.revealDefinition");
      const page = await until(
        "its page",
        () => vscode.window.activeTextEditor,
        (active) => active?.document.getText().includes("From your copy: made up.pdf") === true,
      );
      expect(page!.document.lineAt(page!.selection.active.line).text).to.equal("Bracing");

      const change = (from: string, to: unknown) =>
        vscode.commands.executeCommand("imr.changeImportedGuideline", from, to);
      expect(await change(id, { ...own, year: 2020 })).to.equal("own-knee-surgery-guideline-2020");
      await until(
        "the other edition in the hover",
        () => hoverOn(editor.document, "Knee Surgery Guideline 2019"),
        (text) => text.includes("Knee Surgery Guideline (2020)"),
      );
    } finally {
      for (const one of [id, "own-knee-surgery-guideline-2020"])
        await vscode.commands.executeCommand("imr.removeImportedGuideline", one);
    }
  });

  test("files that are not PDFs, are locked, or have only images or no pages are not imported", async () => {
    await openLetter("two-issues.imr.txt");
    for (const bytes of [
      new TextEncoder().encode("not a PDF"),
      pdfOf([linesFrom(["Words."])], { locked: true }),
      pdfOf([linesFrom(["Words."])], { scanned: true }),
      pdfOf([]),
    ]) {
      await write(bytes);
      expect(await importIt()).to.equal(undefined);
    }
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { linesFrom, pdfOf, type Run, runningLines } from "../../reader/pdf.ts";
import { closeAll, openLetter, positionIn, until } from "./support.ts";

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

  async function hoverOnPages(document: vscode.TextDocument): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      positionIn(document, "63-66"),
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

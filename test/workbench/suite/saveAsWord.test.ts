import { expect } from "chai";
import { strFromU8, unzipSync } from "fflate";
import * as vscode from "vscode";
import { closeAll, openLetter, until } from "./support.ts";

suite("Saving a letter as Word", () => {
  teardown(closeAll);

  test("writes a Word file with the words of the letter", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const file = vscode.Uri.joinPath(document.uri, "../saved.docx");
    try {
      await vscode.commands.executeCommand("imr.saveAsWord", undefined, file);
      const bytes = await until("the file", () => vscode.workspace.fs.readFile(file).then((read) => read));
      const part = unzipSync(new Uint8Array(bytes!))["word/document.xml"];
      const text = strFromU8(part!);
      for (const words of ["HOW THE IMR FINAL DETERMINATION WAS MADE", "Decision rationale:"])
        expect(text).to.include(`>${words}</w:t>`);
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });

  test("without a letter, nothing is written", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "Dear Sir", language: "plaintext" });
    await vscode.window.showTextDocument(document);
    expect(await vscode.commands.executeCommand("imr.saveAsWord", undefined, document.uri)).to.equal(
      undefined,
    );
  });
});

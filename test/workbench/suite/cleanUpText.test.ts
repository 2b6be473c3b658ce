import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, until } from "./support.ts";

const words = (text: string): string => text.replace(/\s/g, "");

suite("Cleaning up text from a PDF", () => {
  setup(() => vscode.commands.executeCommand("notifications.clearAll"));
  teardown(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await closeAll();
  });

  const diff = (): vscode.TabInputTextDiff | undefined =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .map((tab) => tab.input)
      .find((input) => input instanceof vscode.TabInputTextDiff);

  /** The text next to the letter. */
  async function preview(): Promise<string> {
    const shown = await until("the diff", diff);
    expect(shown!.modified.scheme).to.equal("imr-preview");
    return (await vscode.workspace.openTextDocument(shown!.modified)).getText();
  }

  test("the cleaned-up text is shown next to the letter, and applied when the user confirms", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const before = document.getText();
    await vscode.commands.executeCommand("imr.mendText");
    const cleaned = await preview();
    expect(cleaned).to.include("\nCLINICAL CASE SUMMARY\n");
    expect(cleaned).to.include("when a pallet fell against his back. He has lumbar strain");
    expect(words(cleaned)).to.equal(words(before));
    expect(document.getText()).to.equal(before);

    await vscode.commands.executeCommand("imr.applyCleanUp");
    await until("the change", () => document.getText() === cleaned);
    await until("the diff to close", () => diff() === undefined);
    await vscode.commands.executeCommand("undo");
    await until("the text as it was", () => document.getText() === before);
  });

  test("the cursor stays at the same words, and they stay visible", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const offset = document.getText().lastIndexOf("Decision rationale");
    const start = document.positionAt(offset);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand("imr.mendText");
    const cleaned = await preview();
    await vscode.commands.executeCommand("imr.applyCleanUp");
    await until("the diff to close", () => diff() === undefined);
    const editor = await until("the letter", () => vscode.window.activeTextEditor);
    expect(document.getText()).to.equal(cleaned);
    expect(document.offsetAt(editor!.selection.active)).to.equal(cleaned.lastIndexOf("Decision rationale"));
    await until("the words in view", () =>
      editor!.visibleRanges.some((range) => range.contains(editor!.selection.active)),
    );
  });

  test("a letter that was changed in the meantime is cleaned up in its current state", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await vscode.commands.executeCommand("imr.mendText");
    await preview();
    const change = new vscode.WorkspaceEdit();
    const end = document.positionAt(document.getText().trimEnd().length);
    change.insert(document.uri, end, "\nMore was said\nthan was asked.");
    await vscode.workspace.applyEdit(change);
    const changed = document.getText();
    await vscode.commands.executeCommand("imr.applyCleanUp");
    await until("the change", () => /\nCLINICAL CASE SUMMARY\n/.test(document.getText()));
    expect(words(document.getText())).to.equal(words(changed));
  });

  test("formatting does the same without a preview", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await vscode.commands.executeCommand("editor.action.formatDocument");
    await until("the change", () => /\nCLINICAL CASE SUMMARY\n/.test(document.getText()));
    const { version } = document;
    await vscode.commands.executeCommand("imr.mendText");
    expect(document.version).to.equal(version);
    expect(diff()).to.equal(undefined);
  });

  test("the preview and its button stay when its message is gone", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    await vscode.commands.executeCommand("imr.mendText");
    const cleaned = await preview();
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("imr.applyCleanUp");
    await until("the change", () => document.getText() === cleaned);
  });

  /** Pastes text into the active editor, as a person does. */
  const paste = async (text: string): Promise<void> => {
    const editor = vscode.window.activeTextEditor!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  };

  for (const [where, language] of [
    ["a plain text", "plaintext"],
    ["an IMR letter", "imr-letter"],
  ] as const) {
    test(`a letter that is pasted into ${where} is cleaned up in one step`, async () => {
      const { document: letter } = await openLetter("two-issues.imr.txt");
      const text = letter.getText();
      await closeAll();
      const document = await vscode.workspace.openTextDocument({ content: "", language });
      await vscode.window.showTextDocument(document);
      await paste(text);
      const current = (): vscode.TextDocument => vscode.window.activeTextEditor!.document;
      await until("the language", () => current().languageId === "imr-letter");
      // The offer, when it's there.
      await until("the change", async () => {
        await vscode.commands.executeCommand("notification.acceptPrimaryAction");
        return /\nCLINICAL CASE SUMMARY\n/.test(current().getText());
      });
      expect(words(current().getText())).to.equal(words(text));
      await vscode.commands.executeCommand("undo");
      await until("the text as it was pasted", () => current().getText() === text);
    });
  }

  test("without a letter there is no preview", async () => {
    const document = await vscode.workspace.openTextDocument({ content: "Dear Sir", language: "plaintext" });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("imr.mendText");
    expect(diff()).to.equal(undefined);
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, open, settledProblemsOf, until } from "./support.ts";

const becomesLetter = (document: vscode.TextDocument) =>
  until("the document to become a letter", () => document.languageId === "imr-letter");

/**
 * Waits until detection has processed all documents opened so far: a letter opened after them has been detected.
 */
async function detectionHasRun(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, "letter.txt"));
  const content = new TextDecoder().decode(bytes);
  await becomesLetter(await vscode.workspace.openTextDocument({ language: "plaintext", content }));
}

suite("Which files are letters", () => {
  suiteSetup(activated);
  teardown(closeAll);

  const languageOf = async (name: string): Promise<string> => (await open(name)).document.languageId;

  test("files named .imr.txt and .imr", async () => {
    expect(await languageOf("two-issues.imr.txt")).to.equal("imr-letter");
    expect(await languageOf("empty.imr")).to.equal("imr-letter");
  });

  test("files named by a case number", async () => {
    expect(await languageOf("CM15-0990102.txt")).to.equal("imr-letter");
  });

  test("a .txt file that contains a letter", async () => {
    await becomesLetter((await open("letter.txt")).document);
  });

  test("an article about letters stays plain text", async () => {
    const { document } = await open("article.txt");
    await detectionHasRun();
    expect(document.languageId).to.equal("plaintext");
  });

  test("a letter pasted into an untitled document", async () => {
    const letter = (await open("letter.txt")).document.getText();
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: "" });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), letter));
    await becomesLetter(document);
  });

  test("a letter that the user changed back to plain text stays plain text", async () => {
    const { document } = await open("taken-back.txt");
    await becomesLetter(document);
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await detectionHasRun();
    expect(document.languageId).to.equal("plaintext");
  });

  test("the user's file associations take precedence", async () => {
    const restore = await setting("files.associations", { "*-as-text.txt": "plaintext" });
    try {
      const { document } = await open("kept-as-text.txt");
      await detectionHasRun();
      expect(document.languageId).to.equal("plaintext");
    } finally {
      await restore();
    }
  });

  test("detection can be turned off", async () => {
    const restore = await setting("imr.detectLetters", false);
    const { document } = await open("kept-as-text.txt").finally(restore);
    await detectionHasRun();
    expect(document.languageId).to.equal("plaintext");
  });
});

/** Changes a user setting, and waits until it takes effect. Returns a function that restores the setting. */
async function setting(name: string, value: unknown): Promise<() => Promise<void>> {
  const change = async (to: unknown): Promise<void> => {
    await vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Global);
    await until(
      `${name} to take effect`,
      () => vscode.workspace.getConfiguration().inspect(name)?.globalValue,
      (now) => JSON.stringify(now) === JSON.stringify(to),
    );
  };
  await change(value);
  return () => change(undefined);
}

suite("Other versions of a letter", () => {
  teardown(closeAll);

  test("are in the letter's language, but have no problems and no issues", async () => {
    const text = (await open("two-issues.imr.txt")).document.getText();
    const provider = { provideTextDocumentContent: () => text };
    const registered = vscode.workspace.registerTextDocumentContentProvider("git", provider);
    try {
      const uri = vscode.Uri.from({ scheme: "git", path: "/old/two-issues.imr.txt" });
      const document = await vscode.workspace.openTextDocument(uri);
      expect(document.languageId).to.equal("imr-letter");
      await vscode.window.showTextDocument(document);
      const { overview } = await activated();
      expect(await settledProblemsOf(uri)).to.deep.equal([]);
      expect(await overview(uri)).to.equal(null);
    } finally {
      registered.dispose();
    }
  });
});

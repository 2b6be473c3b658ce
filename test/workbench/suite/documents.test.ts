/** Letters in PDF and Word files. */
import { expect } from "chai";
import { strFromU8, zlibSync } from "fflate";
import * as vscode from "vscode";
import { docxBombs } from "../../reader/docxBombs.ts";
import { linesFrom, pdfFile, pdfOf, streamOf } from "../../reader/pdf.ts";
import { activated, closeAll, positionIn, problemsOf, until } from "./support.ts";
import { documentFrom as docxOf } from "./wordFile.ts";

const linesOnPage = 30;

/** A PDF with the lines of a text. */
function pdfFrom(text: string): Uint8Array {
  const lines = text.split("\n");
  const pages = Array.from({ length: Math.ceil(lines.length / linesOnPage) }, (_, page) =>
    lines.slice(page * linesOnPage, (page + 1) * linesOnPage),
  );
  return pdfOf(pages.map((page) => linesFrom(page, { y: 740 }).filter(({ words }) => words.trim() !== "")));
}

/** A page whose content is 40 MB of spaces. */
const bombPdf = (): Uint8Array =>
  pdfFile(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
      streamOf(strFromU8(zlibSync(new Uint8Array(40e6).fill(32)), true), "/Filter /FlateDecode"),
    ],
    "/Root 1 0 R",
  );

suite("Letters in PDF and Word files", () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const folder = vscode.Uri.joinPath(root, "documents");
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const scheme = "imr-document";
  const letterUri = (file: vscode.Uri) =>
    vscode.Uri.from({ scheme, path: `${file.path} (letter)`, query: file.toString() });

  let template: string;
  const write = async (name: string, bytes: Uint8Array): Promise<vscode.Uri> => {
    await vscode.workspace.fs.writeFile(at(name), bytes);
    return at(name);
  };
  const isMissing = (rules: readonly string[]) => rules.includes("issue/missing-decision");
  const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const openAsLetter = (file: vscode.Uri) => vscode.commands.executeCommand("imr.openAsLetter", file);
  const activeLetter = (file: vscode.Uri) =>
    until(
      "the letter",
      () => vscode.window.activeTextEditor,
      (editor) => editor?.document.uri.toString() === letterUri(file).toString(),
    ) as Promise<vscode.TextEditor>;

  /** The URIs of the letters with physical therapy, open or not. */
  const symbols = async (): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "physical therapy",
    );
    return found.map(({ location }) => location.uri.toString());
  };

  /** What is shown in a letter, without its places. */
  async function answersOn(document: vscode.TextDocument) {
    const execute = <R>(command: string, ...rest: unknown[]) =>
      vscode.commands.executeCommand<R[]>(command, document.uri, ...rest);
    const symbols = await execute<vscode.DocumentSymbol>("vscode.executeDocumentSymbolProvider");
    const hovers = await execute<vscode.Hover>("vscode.executeHoverProvider", positionIn(document, "63-66"));
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await execute<vscode.InlayHint>("vscode.executeInlayHintProvider", all);
    const folding = await execute<vscode.FoldingRange>("vscode.executeFoldingRangeProvider");
    const names = (of: readonly vscode.DocumentSymbol[]): unknown =>
      of.map(({ name, children }) => [name, names(children)]);
    return {
      symbols: names(symbols),
      hovers: hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === "string" ? part : part.value)),
      ),
      hints: hints.map(({ label }) =>
        typeof label === "string" ? label : label.map(({ value }) => value).join(""),
      ),
      folding: folding.length,
    };
  }

  suiteSetup(async () => {
    const original = vscode.Uri.joinPath(root, "two-issues.imr.txt");
    template = new TextDecoder()
      .decode(await vscode.workspace.fs.readFile(original))
      .replaceAll("\r\n", "\n");
    await vscode.workspace.fs.createDirectory(folder);
    await activated();
  });
  teardown(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("imr.clearWorkspaceReview");
    await closeAll();
  });
  suiteTeardown(async () => {
    // VS Code doesn't report the files of a folder that is deleted with them.
    for (const [name] of await vscode.workspace.fs.readDirectory(folder))
      await vscode.workspace.fs.delete(at(name));
    await until(
      "no letter of these files",
      symbols,
      (uris) => !uris.some((uri) => uri.includes("/documents/")),
    );
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test("a PDF opens as a read-only letter with everything that a text has", async () => {
    const file = await write("opened.pdf", pdfFrom(template));
    await openAsLetter(file);
    const { document } = await activeLetter(file);
    expect(document.languageId).to.equal("imr-letter");
    expect(tabs().map(({ label }) => label)).to.deep.equal(["opened.pdf (letter)"]);
    const { overview } = await activated();
    const found = await until("the overview", () => overview(document.uri));
    expect(found?.issues.map(({ decision }) => decision)).to.deep.equal(["Upheld", undefined]);
    await until("the missing decision", () => problemsOf(document.uri), isMissing);

    const text = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, "two-issues.imr.txt"));
    expect(await answersOn(document)).to.deep.equal(await answersOn(text));

    const before = document.getText();
    await vscode.commands.executeCommand("type", { text: "words" });
    await vscode.commands.executeCommand("imr.addIssue", { treatment: "Norco", decision: "Upheld" });
    expect(document.getText()).to.equal(before);
  });

  test("Open With opens the same letter in place of the editor", async () => {
    const file = await write("with.pdf", pdfFrom(template));
    await vscode.commands.executeCommand("vscode.openWith", file, "imr.letter");
    await activeLetter(file);
    await until(
      "one tab",
      () => tabs().map(({ label }) => label),
      (labels) => labels.length === 1 && labels[0] === "with.pdf (letter)",
    );
  });

  test("a Word file opens as a letter", async () => {
    const file = await write("opened.docx", docxOf(template.split("\n")));
    await openAsLetter(file);
    const { document } = await activeLetter(file);
    await until("the missing decision", () => problemsOf(document.uri), isMissing);
  });

  test("the text is saved as a letter that can be edited", async () => {
    const file = await write("saved.pdf", pdfFrom(template));
    await openAsLetter(file);
    const { document } = await activeLetter(file);
    const target = at("saved.imr.txt");
    await vscode.commands.executeCommand("imr.saveAsText", document.uri, target);
    const saved = await until(
      "the saved text",
      () => vscode.window.activeTextEditor?.document,
      (active) => active?.uri.toString() === target.toString(),
    );
    expect(saved?.getText()).to.equal(document.getText());
    expect(saved?.languageId).to.equal("imr-letter");
    await vscode.workspace.fs.delete(target);
  });

  test("an open letter follows its file", async () => {
    const file = await write("changed.pdf", pdfFrom(template));
    await openAsLetter(file);
    const { document } = await activeLetter(file);
    await write("changed.pdf", pdfFrom(template.replace("(12 sessions):", "(12 sessions): Upheld")));
    await until(
      "the new text",
      () => document.getText(),
      (text) => text.includes("(12 sessions): Upheld"),
    );
  });

  test("files that can't be read, or are no letters, close nothing and open no letter", async () => {
    const files = [
      await write("notes.pdf", new TextEncoder().encode("not a PDF")),
      await write("locked.pdf", pdfOf([linesFrom(["Words."])], { locked: true })),
      await write("scanned.pdf", pdfOf([linesFrom(["Words."])], { scanned: true })),
      await write("old.doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)),
      await write("long.pdf", pdfOf(Array.from({ length: 501 }, () => linesFrom(["Words."])))),
      await write("bomb.pdf", bombPdf()),
      ...(await Promise.all(
        ["open elements", "entities in entities", "a part that claims to be small"].map((name, index) =>
          write(`bomb${index}.docx`, docxBombs(200_000)[name]!.make()),
        ),
      )),
    ];
    for (const file of files) await openAsLetter(file);
    expect(tabs()).to.deep.equal([]);
    for (const file of files) await vscode.workspace.fs.delete(file);
  });

  test("a folder review lists the problems of PDF and Word files, and a letter in two files counts once", async () => {
    const pdf = letterUri(
      await write("alone.pdf", pdfFrom(template.replaceAll("CM15-0990101", "CM15-0990177"))),
    );
    const docx = letterUri(
      await write("alone.docx", docxOf(template.replaceAll("CM15-0990101", "CM15-0990178").split("\n"))),
    );
    const twice = letterUri(
      await write("twice.pdf", pdfFrom(template.replaceAll("CM15-0990101", "CM15-0990179"))),
    );
    const text = await write(
      "twice.imr.txt",
      new TextEncoder().encode(template.replaceAll("CM15-0990101", "CM15-0990179")),
    );
    await vscode.commands.executeCommand("imr.reviewWorkspace");
    await until("the problems of the PDF", () => problemsOf(pdf), isMissing);
    await until("the problems of the Word file", () => problemsOf(docx), isMissing);
    await until("the problems of the text", () => problemsOf(text), isMissing);
    await until(
      "no problems of the repeated PDF",
      () => problemsOf(twice),
      ({ length }) => length === 0,
    );
    // A problem leads to the place in the letter.
    const [problem] = vscode.languages.getDiagnostics(pdf);
    await vscode.commands.executeCommand("vscode.open", pdf, { selection: problem!.range });
    const editor = vscode.window.activeTextEditor!;
    expect(editor.document.getText(problem!.range)).to.include("Physical therapy");

    const once = [pdf, docx, text].map(String);
    const uris = await until("the issues of each letter", symbols, (found) =>
      once.every((uri) => found.includes(uri)),
    );
    expect(uris).not.to.include(twice.toString());

    await vscode.workspace.fs.delete(text);
    await until("the problems of the PDF without its text", () => problemsOf(twice), isMissing);
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, positionIn, rangeOf } from "./support.ts";

const heading = "Cyclobenzaprine 7.5mg #60: Upheld";

suite("Definitions, references, and renaming", () => {
  let document: vscode.TextDocument;
  setup(async () => {
    document = (await openLetter("two-issues.imr.txt")).document;
  });
  teardown(closeAll);

  test("the definition of a drug is the heading that decides it", async () => {
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      positionIn(document, "cyclobenzaprine", "Decision rationale"),
    );
    expect(document.getText(link!.targetRange)).to.equal(heading);
    expect(document.getText(link!.targetSelectionRange)).to.equal("Cyclobenzaprine");
    expect(document.getText(link!.originSelectionRange)).to.equal("cyclobenzaprine");
  });

  test("its references are all its mentions, including brand names", async () => {
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      document.uri,
      positionIn(document, heading),
    );
    const names = places.map(({ range }) => document.getText(range).toLowerCase());
    expect(names).to.include.members(["cyclobenzaprine", "flexeril"]);
    expect(places.length).to.be.greaterThan(3);
  });

  test("it is highlighted with its other names, and an ordinary word only with itself", async () => {
    const highlights = async (words: string): Promise<string[]> => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        "vscode.executeDocumentHighlights",
        document.uri,
        positionIn(document, words),
      );
      return (found ?? []).map(({ range }) => document.getText(range).toLowerCase());
    };
    expect(await highlights(heading)).to.include.members(["cyclobenzaprine", "flexeril"]);
    for (const word of await highlights("spasm")) expect(word).to.equal("spasm");
  });

  test("a new count is applied throughout its issue, and nowhere else", async () => {
    const before = document.getText();
    const count = rangeOf(document, "60", "#60: Upheld").start;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      count,
      "90",
    );
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    expect(document.getText()).to.equal(before.replaceAll("7.5mg #60", "7.5mg #90"));
  });

  test("renaming anything but a strength or count is refused with a message", async () => {
    let message = "";
    try {
      await vscode.commands.executeCommand(
        "vscode.prepareRename",
        document.uri,
        positionIn(document, "spasm"),
      );
    } catch (error) {
      message = String(error);
    }
    expect(message).to.match(/Only a strength or count/);
  });
});

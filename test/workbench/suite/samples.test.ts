import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, problemsOf, until } from "./support.ts";

const openSample = (...args: unknown[]) => vscode.commands.executeCommand("imr.openSampleLetter", ...args);
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

suite("Sample letters", () => {
  teardown(closeAll);

  test("a sample given by name opens immediately, as an untitled letter", async () => {
    await openSample("missing-decision.imr.txt");
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.languageId).to.equal("imr-letter");
    expect(document?.isUntitled).to.equal(true);
    expect(document?.getText()).to.contain("Omeprazole 20mg #60:");
    const { uri } = document as vscode.TextDocument;
    await until("its problem", () => problemsOf(uri).includes("issue/missing-decision"));
  });

  test("a sample requested twice opens once, unless the first copy was changed", async () => {
    await openSample("missing-decision.imr.txt");
    await openSample("missing-decision.imr.txt");
    expect(tabs()).to.have.length(1);
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), "My copy. "));
    await openSample("missing-decision.imr.txt");
    expect(tabs()).to.have.length(2);
    expect(vscode.window.activeTextEditor?.document.getText()).not.to.contain("My copy.");
  });

  test("without a valid name, a list is shown", async () => {
    for (const name of [undefined, "../package.json", 3]) {
      let closed = false;
      const opening = openSample(name).then(() => {
        closed = true;
      });
      await until("the list to close", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return closed;
      });
      await opening;
      expect(vscode.window.activeTextEditor?.document.getText()).to.contain("Omeprazole 20mg #60:");
      await closeAll();
    }
  });

  test("canceling the list opens nothing", async () => {
    let closed = false;
    const opening = openSample().then(() => {
      closed = true;
    });
    await until("the list to close", async () => {
      await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
      return closed;
    });
    await opening;
    expect(tabs()).to.deep.equal([]);
  });
});

suite("The manifest", () => {
  test("what VS Code shows of the extension is text, not keys", async () => {
    await activated();
    const { contributes } = vscode.extensions.getExtension("imr-letters.imr-letters")?.packageJSON ?? {};
    expect(JSON.stringify(contributes)).not.to.match(/"%[^"]+%"/);
    const titles = contributes.commands.map(({ title }: { title: string }) => title);
    expect(titles).to.include("Open Sample Letter…");
  });
});

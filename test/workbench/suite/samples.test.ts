import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, problemsOf, until } from "./support.ts";

const openSample = (...args: unknown[]) => vscode.commands.executeCommand("imr.openSampleLetter", ...args);
const tabs = () => vscode.window.tabGroups.all.flatMap((group) => group.tabs);

suite("Sample letters", () => {
  teardown(closeAll);

  test("named, a sample opens at once as a letter that belongs to no file", async () => {
    await openSample("missing-decision.imr.txt");
    const document = vscode.window.activeTextEditor?.document;
    expect(document?.languageId).to.equal("imr-letter");
    expect(document?.isUntitled).to.equal(true);
    expect(document?.getText()).to.contain("Omeprazole 20mg #60:");
    const { uri } = document as vscode.TextDocument;
    await until("its problem", () => problemsOf(uri).includes("issue/missing-decision"));
  });

  test("asked for twice, it opens once; changed, it opens anew", async () => {
    await openSample("missing-decision.imr.txt");
    await openSample("missing-decision.imr.txt");
    expect(tabs()).to.have.length(1);
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(0, 0), "My copy. "));
    await openSample("missing-decision.imr.txt");
    expect(tabs()).to.have.length(2);
    expect(vscode.window.activeTextEditor?.document.getText()).not.to.contain("My copy.");
  });

  test("without a name, or with one that is none, a list is offered", async () => {
    for (const name of [undefined, "../package.json", 3]) {
      let closed = false;
      const opening = openSample(name).then(() => {
        closed = true;
      });
      await until("the list to take the answer", async () => {
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        return closed;
      });
      await opening;
      expect(vscode.window.activeTextEditor?.document.getText()).to.contain("Omeprazole 20mg #60:");
      await closeAll();
    }
  });

  test("the list turned away opens nothing", async () => {
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
  test("what VS Code shows of the extension is in words, not in keys", async () => {
    await activated();
    const { contributes } = vscode.extensions.getExtension("imr-letters.imr-letters")?.packageJSON ?? {};
    expect(JSON.stringify(contributes)).not.to.match(/"%[^"]+%"/);
    const titles = contributes.commands.map(({ title }: { title: string }) => title);
    expect(titles).to.include("Open Sample Letter…");
  });
});

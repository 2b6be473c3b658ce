/** The folder report: its tab, and the page as a file. */
import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, until } from "./support.ts";

suite("The folder report", () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const file = vscode.Uri.joinPath(root, "report.html");
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview);

  suiteSetup(activated);
  teardown(closeAll);
  suiteTeardown(() => vscode.workspace.fs.delete(file));

  test("opens in a tab, and a second report replaces it", async () => {
    await vscode.commands.executeCommand("imr.reportOnWorkspace");
    await until("the tab", () => tabs().length === 1);
    expect(tabs()[0]?.label).to.equal("IMR Letters Report");
    const [first] = tabs();
    await vscode.commands.executeCommand("imr.reportOnWorkspace");
    await until("another tab", () => tabs().length === 1 && tabs()[0] !== first);
  });

  test("is saved as a page that links to the folder's letters, at the lines of issues", async () => {
    await vscode.commands.executeCommand("imr.reportOnWorkspace");
    await until("the tab", () => tabs().length === 1);
    await vscode.commands.executeCommand("imr.saveReport", file);
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    expect(page).to.match(/^<!doctype html>/);
    const hrefs = [...page.matchAll(/class="letter" href="([^"]*)"/g)].map(([, href = ""]) => href);
    const letter = vscode.Uri.joinPath(root, "two-issues.imr.txt");
    const links = hrefs.map((href) => vscode.Uri.parse(href)).filter(({ path }) => path === letter.path);
    expect(links).to.have.length(2);
    const { document } = await vscode.window.showTextDocument(letter);
    const lines = links.map(({ fragment }) => document.lineAt(Number(fragment.slice(1)) - 1).text);
    expect(lines[0]).to.contain("Cyclobenzaprine 7.5mg #60: Upheld");
    expect(lines[1]).to.contain("hysical therapy");
  });

  test("is not saved if none is open", async () => {
    const nowhere = vscode.Uri.joinPath(root, "nowhere.html");
    await vscode.commands.executeCommand("imr.saveReport", nowhere);
    const names = (await vscode.workspace.fs.readDirectory(root)).map(([name]) => name);
    expect(names).not.to.include("nowhere.html");
  });
});

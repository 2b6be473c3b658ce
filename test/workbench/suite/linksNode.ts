/** Links in a folder from elsewhere: nothing is written or read through them. */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, openLetter, until } from "./support.ts";

suite("Links that lead out of the folder", () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  let outside: string;
  const planted: string[] = [];
  const elsewhere = (name: string) => path.join(outside, name);
  const uri = (name: string) => vscode.Uri.file(path.join(root, name));
  const textAt = (name: string) => fs.readFileSync(path.join(root, name), "utf8");

  function plant(name: string, to: string): void {
    fs.symlinkSync(to, path.join(root, name));
    planted.push(name);
  }

  suiteSetup(async () => {
    await (await activated()).ready;
    outside = fs.mkdtempSync(path.join(tmpdir(), "imr-outside-"));
    fs.writeFileSync(elsewhere("profile"), "theirs");
    const letter = textAt("two-issues.imr.txt").replaceAll("CM15-0990101", "CM19-0990199");
    fs.writeFileSync(elsewhere("outside.imr.txt"), letter);
    plant("determinations.csv.new", elsewhere("profile"));
    plant("report.html.new", elsewhere("profile"));
    plant("linked.csv", elsewhere("profile"));
    plant("linked-folder", outside);
    plant("linked.imr.txt", elsewhere("outside.imr.txt"));
    plant("inside.imr.txt", path.join(root, "two-issues.imr.txt"));
  });
  teardown(closeAll);
  suiteTeardown(() => {
    for (const name of [...planted, "determinations.csv", "report.html"]) {
      fs.rmSync(path.join(root, name), { force: true });
    }
    fs.rmSync(outside, { recursive: true });
  });

  test("an export and a report write only their own files", async () => {
    await vscode.commands.executeCommand("imr.exportDeterminations", uri("determinations.csv"));
    await vscode.commands.executeCommand("imr.reportOnWorkspace");
    await vscode.commands.executeCommand("imr.saveReport", uri("report.html"));
    await vscode.commands.executeCommand("imr.exportDeterminations", uri("linked.csv"));
    expect(textAt("determinations.csv")).to.contain("CM15-0990101");
    expect(textAt("report.html")).to.match(/^<!doctype html>/);
    expect(fs.readFileSync(elsewhere("profile"), "utf8")).to.equal("theirs");
    for (const name of ["determinations.csv.new", "report.html.new", "linked.csv"]) {
      expect(fs.lstatSync(path.join(root, name)).isSymbolicLink(), name).to.equal(true);
    }
    expect(fs.readdirSync(root).filter((name) => name.startsWith(".imr-"))).to.deep.equal([]);
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  test("an export has the letters in the folder, and none outside of it", async () => {
    await vscode.commands.executeCommand("imr.exportDeterminations", uri("determinations.csv"));
    const table = textAt("determinations.csv");
    expect(table).to.contain("inside.imr.txt");
    expect(table).not.to.contain("CM19-0990199");
    await vscode.commands.executeCommand("notifications.clearAll");
  });

  test("issues are shown only for letters in the folder", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const line =
      document.getText().slice(0, document.getText().indexOf("Cyclobenzaprine 7.5mg #60:")).split("\n")
        .length - 1;
    const issueOf = async (letter: vscode.Uri) => {
      const query = JSON.stringify({ uri: letter.toString(), position: { line, character: 0 } });
      const shown = vscode.Uri.from({ scheme: "imr-issue", path: `/${letter.path.length}.imr`, query });
      return (await vscode.workspace.openTextDocument(shown)).getText();
    };
    await until(
      "the issue",
      () => issueOf(uri("inside.imr.txt")),
      (text) => text.includes("Cyclobenzaprine"),
    );
    const files = ["linked.imr.txt", "linked-folder/outside.imr.txt"].map(uri);
    for (const file of [vscode.Uri.file(elsewhere("outside.imr.txt")), ...files]) {
      expect(await issueOf(file), file.path).to.equal("This issue no longer exists.");
    }
  });
});

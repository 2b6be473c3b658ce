/** In the extension host, nothing of the extension reaches for a network: every way to do so is watched. */
import { expect } from "chai";
import * as vscode from "vscode";
import { callsFrom, extensionFiles, scope, testFiles } from "./network.ts";
import { closeAll, openLetter, positionIn, problemsOf, until } from "./support.ts";

suite("Without a network", () => {
  teardown(closeAll);

  test("a letter is opened, read, changed and mended, and nothing reaches for one", async () => {
    const calls = await callsFrom(extensionFiles, async () => {
      const { document, edit } = await openLetter("two-issues.imr.txt");
      await until("problems", () => problemsOf(document.uri).length);
      const at = positionIn(document, "Cyclobenzaprine 7.5mg");
      const asked = ["Hover", "Definition", "Reference", "CompletionItem"];
      for (const what of asked) {
        await vscode.commands.executeCommand(`vscode.execute${what}Provider`, document.uri, at);
      }
      for (const what of ["DocumentSymbol", "Link", "CodeLens"]) {
        await vscode.commands.executeCommand(`vscode.execute${what}Provider`, document.uri);
      }
      await edit((change) => change.insert(document.positionAt(0), "\n"));
      await vscode.commands.executeCommand("imr.goToNextIssue");
    });
    expect(calls).to.deep.equal([]);
  });

  test("a call would be noticed", async () => {
    const calls = await callsFrom(testFiles, async () => {
      const reach = scope.fetch as (url: string) => Promise<unknown>;
      // There is nothing there.
      await reach("http://127.0.0.1:9/").catch(() => undefined);
    });
    expect(calls).to.have.length.greaterThan(0);
  });
});

/** Nothing in the extension accesses a network: all network APIs of the extension host are monitored. */
import { expect } from "chai";
import * as vscode from "vscode";
import { callsFrom, extensionFiles, scope, testFiles } from "./network.ts";
import { closeAll, openLetter, positionIn, problemsOf, until } from "./support.ts";

suite("Without a network", () => {
  teardown(closeAll);

  test("opening, reading, and changing a letter accesses no network", async () => {
    const calls = await callsFrom(extensionFiles, async () => {
      const { document, edit } = await openLetter("two-issues.imr.txt");
      await until("problems", () => problemsOf(document.uri).length);
      const at = positionIn(document, "Cyclobenzaprine 7.5mg");
      const requests = ["Hover", "Definition", "Reference", "CompletionItem"];
      for (const what of requests) {
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

  test("a call would be detected", async () => {
    const calls = await callsFrom(testFiles, async () => {
      const fetch = scope.fetch as (url: string) => Promise<unknown>;
      // Nothing listens on this port.
      await fetch("http://127.0.0.1:9/").catch(() => undefined);
    });
    expect(calls).to.have.length.greaterThan(0);
  });
});

import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, positionIn, until } from "./support.ts";

suite("Guideline packs", () => {
  const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, ".imr");
  const file = vscode.Uri.joinPath(folder, "clinic.imr-pack.json");

  const write = (topic: object) =>
    vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(JSON.stringify({ name: "Clinic", topics: [topic] }, undefined, 2)),
    );

  suiteSetup(() => vscode.workspace.fs.createDirectory(folder));
  suiteTeardown(async () => {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await closeAll();
  });

  const problems = (): readonly vscode.Diagnostic[] =>
    vscode.languages.getDiagnostics(file).filter(({ source }) => source === "imr");

  test("change hovers, show their problems on the right line, and have no effect after they are removed", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const hover = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        positionIn(document, "63-66"),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
        .join();
    };
    await write({ id: "muscle-relaxants", summary: "Words of the clinic." });
    await until("the clinic's text", hover, (text) =>
      /Words of the clinic.*From your pack “Clinic”/s.test(text),
    );
    expect(problems()).to.have.length(0);

    await write({ id: "muscle-relaxants", summary: "Words of the clinic.", pages: ["128"] });
    const found = await until("the problem", problems, (all) => all.length > 0);
    expect(found[0]!.message).to.include("has pages 1-127");
    expect(found[0]!.range.start.line).to.equal(6);

    await vscode.workspace.fs.delete(file);
    await until("the built-in text", hover, (text) => !text.includes("Clinic"));
    await until("no problem", problems, (all) => all.length === 0);
  });

  test("the settings next to them decide which problems are shown", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const shown = (): readonly unknown[] =>
      vscode.languages
        .getDiagnostics(document.uri)
        .map(({ code }) => (code as { value?: unknown })?.value ?? code);
    const missing = "issue/missing-decision";
    await until("the problem", shown, (codes) => codes.includes(missing));
    const settings = vscode.Uri.joinPath(folder, "settings.json");
    const text = `{ "rules": { "${missing}": "off" } }`;
    await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode(text));
    await until("no problem", shown, (codes) => !codes.includes(missing));
    await vscode.workspace.fs.delete(settings);
    await until("the problem", shown, (codes) => codes.includes(missing));
  });
});

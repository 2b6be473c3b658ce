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
      /Words of the clinic.*Stated by your pack “Clinic”/s.test(text),
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

  test("are made of a drug list, whose hovers show the status with its date", async () => {
    const { document } = await openLetter("two-issues.imr.txt");
    const hover = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        document.uri,
        positionIn(document, "Cyclobenzaprine 7.5mg"),
      );
      return hovers
        .flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)))
        .join();
    };
    const table = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, "county.csv");
    const importIt = async (text: string): Promise<vscode.Uri | undefined> => {
      await vscode.workspace.fs.writeFile(table, new TextEncoder().encode(text));
      const about = { name: "County list", date: "2026-03-01" };
      return vscode.commands.executeCommand<vscode.Uri | undefined>("imr.importDrugList", table, about);
    };
    try {
      expect(await importIt("Buy milk.")).to.equal(undefined);
      const pack = await importIt("Drug;Status\nCyclobenzaprine HCl;Non-Exempt\n");
      expect(pack?.path.endsWith("/.imr/county-list.imr-pack.json")).to.equal(true);
      await until("the status", hover, (text) =>
        /Non-exempt in your drug list “County list” of 2026-03-01/.test(text),
      );
      await vscode.workspace.fs.delete(pack!);
      await until("no status", hover, (text) => !text.includes("County list"));
    } finally {
      await vscode.workspace.fs.delete(table);
      await vscode.commands.executeCommand("notifications.clearAll");
    }
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

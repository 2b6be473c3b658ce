/** A server that is killed during its work, and a server with a bug. Requires `ps`. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import * as vscode from "vscode";
import { activated, closeAll, openLetter, problemsOf, rangeOf, until } from "./support.ts";

const server = path.join(
  vscode.extensions.getExtension("imr-letters.imr-letters")!.extensionPath,
  "dist/server.js",
);

/** The server's process, a child of this extension host. */
function serverProcess(): number | undefined {
  const children = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const found = children.find(
    ([, , parent, args]) => Number(parent) === process.pid && args?.includes(server),
  );
  return found ? Number(found[1]) : undefined;
}

async function killServer(): Promise<void> {
  const before = await until("the server's process", serverProcess);
  process.kill(before!, "SIGKILL");
  await until("another process of the server", serverProcess, (now) => now !== undefined && now !== before);
}

/** The contents of an output channel, from its log file. */
const outputOf = (channel: string): string =>
  readdirSync(path.join(process.env.TMPDIR ?? "", "data/logs"), { recursive: true, encoding: "utf8" })
    .filter((name) => path.basename(name) === `${channel}.log`)
    .map((name) => readFileSync(path.join(process.env.TMPDIR ?? "", "data/logs", name), "utf8"))
    .join("\n");

const symbolsOf = (uri: vscode.Uri): Thenable<vscode.DocumentSymbol[]> =>
  vscode.commands.executeCommand("vscode.executeDocumentSymbolProvider", uri);

suite("The server", () => {
  suiteSetup(function () {
    if (process.platform === "win32") this.skip();
  });
  teardown(closeAll);

  test("restarts when killed while a letter is open, and continues with the letter's current text", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const problems = () => problemsOf(document.uri);
    await until("the missing decision", problems, (rules) => rules.includes("issue/missing-decision"));
    await killServer();
    await edit((change) => change.insert(rangeOf(document, "(12 sessions):").end, " Upheld"));
    await until("no problem", problems, (rules) => rules.length === 0);
    await vscode.commands.executeCommand("undo");
    await until("the missing decision again", problems, (rules) => rules.includes("issue/missing-decision"));
    const { overview } = await activated();
    expect((await overview(document.uri))?.issues).to.have.length(2);
  });

  test("still has the ignored problems after a restart, and the Issues view keeps its rows", async () => {
    const { document, edit } = await openLetter("two-issues.imr.txt");
    const problems = () => problemsOf(document.uri);
    await until("the missing decision", problems, (rules) => rules.includes("issue/missing-decision"));
    const { range } = vscode.languages.getDiagnostics(document.uri)[0]!;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
    );
    const ignore = actions.find(({ command }) => command?.command === "imr.ignoreFinding")!.command!;
    await vscode.commands.executeCommand(ignore.command, ...ignore.arguments!);
    await until("no problem", problems, (rules) => rules.length === 0);
    await killServer();
    const { issuesView } = await activated();
    await until(
      "two issues in the view",
      () => issuesView.rows.getChildren(),
      (rows) => (rows ?? []).length >= 2,
    );
    await edit((change) => change.replace(rangeOf(document, "41-42"), "963"));
    await until("a new problem", problems, (rules) => rules.includes("citation/page-range"));
    expect(problems()).not.to.include("issue/missing-decision");
    await vscode.commands.executeCommand("imr.clearIgnoredFindings", true);
    await until("the missing decision", problems, (rules) => rules.includes("issue/missing-decision"));
  });

  test("can be restarted by a command after it ended for good", async function () {
    this.timeout(120_000);
    const { document } = await openLetter("two-issues.imr.txt");
    const { overview } = await activated();
    const problems = () => problemsOf(document.uri);
    await until("the missing decision", problems, (rules) => rules.includes("issue/missing-decision"));
    for (let ended = 0; ended < 8; ended += 1) {
      const running = await until(
        "a process or none",
        async () => serverProcess() ?? (await overview(document.uri)) ?? "none",
      );
      if (typeof running !== "number") break;
      process.kill(running, "SIGKILL");
      await until("its end", serverProcess, (now) => now !== running);
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
    await until(
      "no answer",
      () => overview(document.uri),
      (answer) => answer === null,
    );
    expect(serverProcess()).to.equal(undefined);
    await vscode.commands.executeCommand("imr.restartServer");
    expect((await overview(document.uri))?.issues).to.have.length(2);
    await until("the missing decision again", problems, (rules) => rules.includes("issue/missing-decision"));
  });

  test("logs a bug in a rule and in a feature, and does everything else", async () => {
    const original = readFileSync(server, "utf8");
    const bug = "throw new RangeError('words of the letter')";
    const broken = original
      .replace(
        /var rules = \[/,
        `$& { id: "letter/broken", severity: "warning", title: "Broken", check() { ${bug}; } },`,
      )
      .replace(/var hoverAt = /, `var hoverAt = () => { ${bug}; }; var hoverAtAsItWas = `);
    expect(broken.split(bug)).to.have.length(3);
    try {
      writeFileSync(server, broken);
      await killServer();
      const { document } = await openLetter("two-issues.imr.txt");
      await until("the missing decision", () => problemsOf(document.uri).includes("issue/missing-decision"));
      const symbols = await symbolsOf(document.uri);
      expect(symbols.length).to.be.greaterThan(2);
      const place = rangeOf(document, "Physical therapy for the lumbar spine (12").start.translate(0, 2);
      await vscode.commands.executeCommand("vscode.executeHoverProvider", document.uri, place);
      const log = await until(
        "both in the log",
        () => outputOf("IMR Letters"),
        (words) =>
          /Rule letter\/broken failed: RangeError/.test(words) && /Hover failed: RangeError/.test(words),
      );
      expect(log).not.to.contain("words of the letter");
    } finally {
      writeFileSync(server, original);
    }
  });
});

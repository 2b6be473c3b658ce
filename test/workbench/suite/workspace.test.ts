/** Features for all letters in the folder, most of which are not open. */
import { expect } from "chai";
import * as vscode from "vscode";
import type { CriteriaRow, GroupRow } from "../../../client/src/workspace/criteriaTree.ts";
import type { DeterminationRow, LetterRow } from "../../../client/src/workspace/determinationTree.ts";
import type { SymbolTree, SymbolTreeModel } from "../../../client/src/workspace/referencesView.ts";
import { closeAll, openLetter, positionIn, problemsOf, until } from "./support.ts";

suite("A folder of letters", () => {
  const root = vscode.workspace.workspaceFolders![0]!.uri;
  const folder = vscode.Uri.joinPath(root, "letters");
  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const isOpen = (uri: vscode.Uri) =>
    vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

  /** The text of the letter with two issues, of which other letters are made. */
  let template: string;
  async function write(name: string, change: (text: string) => string = (text) => text): Promise<vscode.Uri> {
    await vscode.workspace.fs.writeFile(at(name), bytes(change(template)));
    return at(name);
  }
  const decide = (text: string) => text.replace("(12 sessions):", "(12 sessions): Upheld");
  const overturned = (text: string) =>
    decide(text)
      .replace("CM15-0990101", "CM16-0990104")
      .replace("04/09/2015", "04/09/2016")
      .replace("Cyclobenzaprine 7.5mg #60: Upheld", "Flexeril 10mg #30: Overturned");

  suiteSetup(async () => {
    const original = vscode.Uri.joinPath(root, "two-issues.imr.txt");
    template = new TextDecoder().decode(await vscode.workspace.fs.readFile(original));
    await vscode.workspace.fs.createDirectory(folder);
  });
  setup(() => vscode.commands.executeCommand("notifications.clearAll"));
  teardown(async () => {
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("imr.clearWorkspaceReview");
    await closeAll();
  });
  suiteTeardown(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  const symbols = async (query: string): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      query,
    );
    return found.map(({ name, location }) => `${location.uri.path.split("/").at(-1)}: ${name}`);
  };
  const holds = (part: string) => (all: readonly string[]) => all.some((one) => one.includes(part));

  const isMissing = (rules: readonly string[]) => rules.includes("issue/missing-decision");

  test("all letters are reviewed, and clearing the review removes the problems of closed letters", async () => {
    const uri = await write("unopened.imr.txt");
    await vscode.commands.executeCommand("imr.reviewWorkspace");
    await until("the missing decision", () => problemsOf(uri), isMissing);
    expect(isOpen(uri)).to.equal(false);
    expect(problemsOf(vscode.Uri.joinPath(root, "CM15-0990102.txt"))).to.deep.equal([]);
    expect(problemsOf(vscode.Uri.joinPath(root, "article.txt"))).to.deep.equal([]);

    await vscode.commands.executeCommand("imr.clearWorkspaceReview");
    await until(
      "no problem",
      () => problemsOf(uri),
      ({ length }) => length === 0,
    );
  });

  test("ignored problems of a closed letter are not listed", async () => {
    const [ignored, other] = [await write("ignored.imr.txt"), await write("other.imr.txt")];
    const { document } = await openLetter("two-issues.imr.txt");
    await until("the missing decision", () => problemsOf(document.uri), isMissing);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      problem!.range,
    );
    const command = actions.find((action) => action.command?.command === "imr.ignoreFinding")?.command;
    // The key depends on the words at the problem, which are the same in the other letters.
    const [, rule, key] = command!.arguments!;
    await vscode.commands.executeCommand("imr.ignoreFinding", ignored.toString(), rule, key);
    try {
      await vscode.commands.executeCommand("imr.reviewWorkspace");
      await until("the missing decision in the other letter", () => problemsOf(other), isMissing);
      expect(problemsOf(ignored)).not.to.include(rule);
      expect(isOpen(ignored)).to.equal(false);
    } finally {
      await vscode.commands.executeCommand("imr.clearIgnoredFindings", true);
    }
    await until("the missing decision, no longer ignored", () => problemsOf(ignored), isMissing);
  });

  test("new, changed, and deleted files are tracked", async () => {
    await vscode.commands.executeCommand("imr.reviewWorkspace");
    const uri = await write("followed.imr.txt");
    await until("the problems of the new file", () => problemsOf(uri), isMissing);
    await write("followed.imr.txt", decide);
    await until(
      "the problem to be fixed",
      () => problemsOf(uri),
      (rules) => !isMissing(rules),
    );
    await until("its issues", () => symbols("physical therapy"), holds("followed.imr.txt"));
    await write("followed.imr.txt");
    await until("the problems again", () => problemsOf(uri), isMissing);
    await vscode.workspace.fs.delete(uri);
    await until(
      "no problem of the deleted file",
      () => problemsOf(uri),
      ({ length }) => length === 0,
    );
    await until(
      "no issue of the deleted file",
      () => symbols("physical therapy"),
      (all) => !holds("followed.imr.txt")(all),
    );
    expect(isOpen(uri)).to.equal(false);
  });

  test("with the setting, all letters are reviewed continuously, until it is turned off", async () => {
    const uri = await write("by-itself.imr.txt");
    const settings = vscode.workspace.getConfiguration("imr.workspace");
    try {
      await settings.update("review", true, vscode.ConfigurationTarget.Global);
      await until("the missing decision", () => problemsOf(uri), isMissing);
      expect(isOpen(uri)).to.equal(false);
    } finally {
      await settings.update("review", undefined, vscode.ConfigurationTarget.Global);
    }
    await until(
      "no problem",
      () => problemsOf(uri),
      ({ length }) => length === 0,
    );
  });

  test("issues of closed letters are workspace symbols, by all names of a drug", async () => {
    const uri = await write("overturned.imr.txt", overturned);
    await openLetter("two-issues.imr.txt");
    await until(
      "the issue",
      () => symbols("cyclobenzaprine"),
      holds("overturned.imr.txt: Flexeril 10mg #30"),
    );
    expect(isOpen(uri)).to.equal(false);
  });

  suite("An export", () => {
    const target = at("all.csv");
    const there = async (): Promise<readonly string[]> =>
      (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);

    test("replaces a file with a table that has a row for each issue", async () => {
      await write("overturned.imr.txt", overturned);
      await vscode.workspace.fs.writeFile(target, bytes("old"));
      await vscode.commands.executeCommand("imr.exportDeterminations", target);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      const [columns, ...rows] = text.trimEnd().split("\r\n");
      expect(columns).to.match(/^file,caseNumber,/);
      expect(rows.find((row) => row.includes("Flexeril 10mg"))).to.match(
        /^"letters\/overturned\.imr\.txt","CM16-0990104",.*,"Overturned",/,
      );
      expect(await there()).not.to.include("all.csv.new");
    });

    test("that cannot be written leaves no temporary file", async () => {
      await vscode.workspace.fs.writeFile(at("a file"), bytes("kept"));
      await vscode.commands.executeCommand(
        "imr.exportDeterminations",
        vscode.Uri.joinPath(at("a file"), "all.ndjson"),
      );
      expect(new TextDecoder().decode(await vscode.workspace.fs.readFile(at("a file")))).to.equal("kept");
      expect((await there()).filter((name) => name.endsWith(".new"))).to.deep.equal([]);
    });
  });

  suite("Determinations for a treatment", () => {
    const tree = vscode.extensions.getExtension<SymbolTree>("vscode.references-view");

    /** Writes another letter that decides on the same drug, and moves the cursor to the words in the open one. */
    async function putCursorAt(words: string): Promise<vscode.TextEditor> {
      await write("overturned.imr.txt", overturned);
      const editor = await openLetter("two-issues.imr.txt");
      await until("the index", () => symbols("flexeril"), holds("overturned.imr.txt"));
      const position = positionIn(editor.document, words);
      editor.selection = new vscode.Selection(position, position);
      return editor;
    }
    async function findDeterminations(): Promise<vscode.TextEditor> {
      const editor = await putCursorAt("Cyclobenzaprine 7.5mg #60: Upheld");
      await vscode.commands.executeCommand("imr.findDeterminations");
      return editor;
    }
    async function shownRows(): Promise<SymbolTreeModel<DeterminationRow>> {
      const input = await until(
        "the result",
        () => tree!.exports?.getInput(),
        (shown) => shown?.contextValue === "imr.determinations",
      );
      expect(input!.title).to.match(/^Determinations for cyclobenzaprine$/i);
      return (await input!.resolve()) as SymbolTreeModel<DeterminationRow>;
    }
    async function letters({ provider }: SymbolTreeModel<DeterminationRow>): Promise<readonly LetterRow[]> {
      return ((await provider.getChildren()) ?? []) as LetterRow[];
    }

    test("and how other letters state the criterion of a cited section are listed", async () => {
      await putCursorAt("Muscle relaxants");
      const { activeTextEditor: editor } = vscode.window;
      const hovers = async () =>
        (
          await vscode.commands.executeCommand<vscode.Hover[]>(
            "vscode.executeHoverProvider",
            editor!.document.uri,
            editor!.selection.active,
          )
        ).flatMap(({ contents }) => contents.map((one) => (one as vscode.MarkdownString).value));
      await until("the link", hovers, holds("[See How 1 Letter States It](command:imr.findCriteria?"));
      await vscode.commands.executeCommand("imr.findCriteria");
      if (!tree) return;
      const input = await until(
        "the criteria",
        () => tree.exports?.getInput(),
        (shown) => shown?.contextValue === "imr.criteria",
      );
      const model = (await input!.resolve()) as SymbolTreeModel<CriteriaRow>;
      const [group] = ((await model.provider.getChildren()) ?? []) as GroupRow[];
      expect(model.message).to.equal("1 letter");
      const draw = async (row: CriteriaRow) => (await model.provider.getTreeItem(row)).label;
      expect(await draw(group!)).to.equal("Overturned");
      expect(await draw(group!.issues[0]!)).to.equal("CM16-0990104");
      expect(await draw(group!.issues[0]!.sentences[0]!)).to.match(
        /^The guidelines recommend cyclobenzaprine/,
      );
      expect(model.navigation.location(group!)?.uri.path).to.match(/overturned\.imr\.txt$/);
    });

    test("are listed by letter, newest first, in the references view or in a peek view", async () => {
      const editor = await findDeterminations();
      if (!tree) {
        // The peek view's command goes to the next location.
        await until(
          "another letter",
          async () => {
            await vscode.commands.executeCommand("goToNextReference");
            // The list is drawn, and the letter opened.
            await new Promise((resolve) => setTimeout(resolve, 500));
            return vscode.window.activeTextEditor?.document.uri.path;
          },
          (path) => path?.endsWith("/overturned.imr.txt") ?? false,
        );
        await vscode.commands.executeCommand("closeReferenceSearch");
        return;
      }
      const model = await shownRows();
      expect(model.message).to.match(/^\d+ upheld, 1 overturned in \d+ letters$/);
      const [first] = await letters(model);
      const draw = async (row: DeterminationRow) => model.provider.getTreeItem(row);
      const { label, description } = await draw(first!);
      expect(label).to.equal("CM16-0990104");
      expect(description).to.equal(
        "04/09/2016 · Physical Medicine & Rehabilitation · letters/overturned.imr.txt",
      );
      const [issue] = await Promise.all(first!.issues.map(draw));
      expect(issue!.label).to.equal("Overturned · Flexeril 10mg #30");
      expect(issue!.contextValue).to.equal("imr-determination");

      const { command } = issue!;
      await vscode.commands.executeCommand(command!.command, ...command!.arguments!);
      const opened = await until(
        "the letter",
        () => vscode.window.activeTextEditor,
        (active) => active?.document.uri.path.endsWith("/overturned.imr.txt") ?? false,
      );
      expect(opened!.document.lineAt(opened!.selection.active.line).text).to.equal(
        "Flexeril 10mg #30: Overturned",
      );
      expect(model.navigation.nearest(editor.document.uri, editor.selection.active)?.kind).to.equal("issue");
    });

    const shownDiff = (): Promise<vscode.TabInputTextDiff | undefined> =>
      until("the diff", () =>
        vscode.window.tabGroups.all
          .flatMap((group) => group.tabs)
          .map((tab) => tab.input)
          .find((input) => input instanceof vscode.TabInputTextDiff),
      );
    async function sides(): Promise<readonly vscode.TextDocument[]> {
      const shown = await shownDiff();
      return Promise.all(
        [shown!.original, shown!.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
      );
    }
    async function expectBothRationales(): Promise<void> {
      const [left, right] = await sides();
      expect(left!.getText()).to.include("Cyclobenzaprine 7.5mg #60: Upheld");
      expect(left!.getText()).to.include("The guidelines recommend cyclobenzaprine for a short course");
      expect(right!.getText()).to.include("Flexeril 10mg #30: Overturned");
      for (const side of [left!, right!]) {
        expect(side.languageId).to.equal("imr-letter");
        expect(side.getText()).not.to.include("Physical therapy");
        expect(problemsOf(side.uri)).to.deep.equal([]);
      }
    }

    test("can be compared, from the list of all issues", async () => {
      await putCursorAt("The guidelines recommend cyclobenzaprine");
      const comparing = vscode.commands.executeCommand("imr.compareRationales");
      // The newest letter on the same treatment comes first.
      const accept = () => vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      await until("the choice", async () => {
        await accept();
        return Promise.race([
          Promise.resolve(comparing).then(() => true),
          new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 100)),
        ]);
      });
      await expectBothRationales();
    });

    test("can be compared with the issue at the cursor, from a row", async function () {
      if (!tree) return this.skip();
      await findDeterminations();
      const [first] = await letters(await shownRows());
      await vscode.commands.executeCommand("imr.compareRationales", first!.issues[0]);
      await expectBothRationales();
    });
  });
});

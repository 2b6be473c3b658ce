import { expect } from "chai";
import * as vscode from "vscode";
import { closeAll, openLetter, rangeOf } from "./support.ts";

suite("Completion", () => {
  let editor: vscode.TextEditor;
  setup(async () => {
    editor = await openLetter("two-issues.imr.txt");
  });
  teardown(closeAll);

  /** The suggestions after `typed`, which first replaces `words` in the letter. */
  async function suggested(
    words: string,
    typed: string,
    key?: string,
  ): Promise<readonly vscode.CompletionItem[]> {
    const { document } = editor;
    const place = rangeOf(document, words, "IMR ISSUES");
    await editor.edit((change) => change.replace(place, typed));
    const end = document.positionAt(document.offsetAt(place.start) + typed.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      end,
      key,
      1,
    );
    return list.items;
  }

  const labels = (items: readonly vscode.CompletionItem[]): string[] =>
    items.map(({ label }) => (typeof label === "string" ? label : label.label));

  test("a typed character triggers the suggestion of the expected pages", async () => {
    const items = await suggested(
      "Muscle relaxants\n(for pain) Page(s): 63-66.",
      "Muscle relaxants (for pain) Page(s): ",
      " ",
    );
    expect(labels(items)).to.deep.equal(["63-66"]);
  });

  test("the decision is suggested after the colon of a heading", async () => {
    const items = await suggested("(12 sessions):", "(12 sessions):", ":");
    expect(labels(items)).to.deep.equal(["Upheld", "Overturned"]);
    expect(items[0]!.preselect).to.equal(true);
  });

  test("accepting a step triggers the next one, and the documentation describes it", async () => {
    const items = await suggested(
      "Chronic Pain Treatment Guidelines\nCyclobenzaprine (Flexeril) Page(s): 41-42.",
      "",
      " ",
    );
    const chapter = items.find((item) => labels([item])[0] === "Chronic Pain Treatment Guidelines")!;
    expect(chapter.command?.command).to.equal("editor.action.triggerSuggest");
    expect((chapter.documentation as vscode.MarkdownString).value).to.match(/chronic pain/i);
  });

  test("there are no suggestions in prose unless they are triggered manually", async () => {
    expect(
      labels(await suggested("The employee has taken it", "The employee has taken ", " ")),
    ).to.deep.equal([]);
    const items = await suggested("shows no spasm", "shows that he takes Flex", undefined);
    expect(labels(items)).to.include("Flexeril");
  });

  const snippetsIn = (items: readonly vscode.CompletionItem[]): string[] =>
    labels(items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet));
  /** What VS Code calls all that a snippet file has, such as "rationale". */
  const named = (items: readonly string[]): string[] =>
    items.filter((label) => /^(?:claims|maximus|rationale|issue|how)$/.test(label));
  const citation = "Chronic Pain Treatment Guidelines\nCyclobenzaprine (Flexeril) Page(s): 41-42.";

  test("there are no snippets in a citation, but there are below it", async () => {
    const inside = await suggested(citation, "Chronic Pain Medical Treatment 2009, r", undefined);
    expect(named(snippetsIn(inside))).to.deep.equal([]);
    await vscode.commands.executeCommand("undo");
    const below = await suggested(citation, `${citation}\n\nr`, undefined);
    expect(named(snippetsIn(below))).to.include("rationale");
  });
});

import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionRequest,
  CodeActionTriggerKind,
  DocumentDiagnosticRequest,
  type Range,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "../../../server/src/letter/parse.ts";
import { rules } from "../../../server/src/review/rules.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { findingsIn } from "../../review/findings.ts";
import { type Clock, type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };

/** The heading contradicts the conclusion: one certain fix. */
const contradicted = letterWith(
  ...flexeril.map((line) => line.replace("is not medically necessary", "is medically necessary")),
);
const twiceContradicted = letterWith(
  ...flexeril.map((line) => line.replace("is not medically necessary", "is medically necessary")),
  "",
  ...mri.map((line) => line.replace(": Overturned", ": Upheld")),
);
/** A contradiction and a missing decision: one fix to confirm, and one that is safe. */
const contradictedAndMissing = letterWith(
  ...flexeril.map((line) => line.replace("is not medically necessary", "is medically necessary")),
  "",
  ...mri.map((line) => line.replace(": Overturned", ":")),
);
/** Neither decision nor conclusion: a choice of two. */
const undecided = letterWith(
  "Flexeril 7.5mg, #90:",
  ...flexeril.slice(1, -2),
  "Decision rationale: To come.",
);
/** No conclusion: a fix with placeholders. */
const unconcluded = letterWith(
  ...flexeril.map((line) => line.replace("is not medically necessary", "was sent in May")),
);

let editor: Editor;
let clock: Clock;

async function withLetter(text: string, wishes: Wishes = { capabilities: vsCode }): Promise<void> {
  ({ editor, clock } = await editorInMemory(wishes));
  await editor.open(uri, text);
}

afterEach(() => editor.stop());

function rangeOf(text: string, words: string): Range {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no “${words}” in the letter`);
  const document = TextDocument.create(uri, "imr-letter", 1, text);
  return { start: document.positionAt(start), end: document.positionAt(start + words.length) };
}

async function actions(range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const params = { textDocument, range, context: { diagnostics: [], ...context } };
  return ((await editor.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
}

const titles = (list: readonly CodeAction[]): readonly string[] => list.map(({ title }) => title);

function named(list: readonly CodeAction[], title: string): CodeAction {
  const found = list.find((action) => action.title.startsWith(title));
  if (found === undefined) throw new Error(`no “${title}” among ${titles(list).join(", ")}`);
  return found;
}

/** The letter after an action, whichever way its edit is given. */
function applied(text: string, { edit }: CodeAction): string {
  const [change] = edit?.documentChanges ?? [];
  const edits = edit?.changes?.[uri] ?? (change && "edits" in change ? change.edits : []);
  return TextDocument.applyEdits(TextDocument.create(uri, "imr-letter", 1, text), edits as TextEdit[]);
}

const ignoring: Wishes = { capabilities: vsCode, initializationOptions: { imr: { ignore: true } } };

const withCommands: Wishes = { capabilities: vsCode, initializationOptions: { imr: { commands: true } } };

describe("the rule behind a problem", () => {
  const range = rangeOf(contradictedAndMissing, "Upheld");

  test("can be read about and turned off in an editor with our commands", async () => {
    await withLetter(contradicted, withCommands);
    const offered = await actions(rangeOf(contradicted, "Upheld"));
    expect(named(offered, "Why This Matters")).toMatchObject({
      title: "Why This Matters",
      kind: "quickfix",
      command: { command: "imr.showRule", arguments: ["consistency/decision"] },
    });
    expect(named(offered, "Turn This Rule Off").command).toMatchObject({
      command: "imr.turnRuleOff",
      arguments: ["consistency/decision", uri],
    });
  });

  test("is named where there are several", async () => {
    await withLetter(contradictedAndMissing, withCommands);
    const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const offered = titles(await actions(whole)).filter((title) => /^(?:Why|Turn)/.test(title));
    expect(offered).toEqual([
      "Why This Matters: The decision and the conclusion contradict each other",
      "Why This Matters: A heading has no decision",
      "Turn This Rule Off: The decision and the conclusion contradict each other",
      "Turn This Rule Off: A heading has no decision",
    ]);
  });

  test("is left alone in other editors", async () => {
    await withLetter(contradictedAndMissing, ignoring);
    expect(titles(await actions(range)).filter((title) => /^(?:Why|Turn)/.test(title))).toEqual([]);
  });
});

describe("a problem that only the writer can answer", () => {
  const offeredAt = async (lines: readonly string[], words: string) => {
    const text = letterWith(...lines);
    await withLetter(text, withCommands);
    const offered = await actions(rangeOf(text, words));
    return offered.filter(({ command }) => command?.command === "imr.select");
  };

  test("has its words selected", async () => {
    const lines = flexeril.map((line) =>
      line.replace("Decision rationale: ", "Decision rationale: Pain is 18/10. "),
    );
    const [offer] = await offeredAt(lines, "18/10");
    expect(offer).toMatchObject({ title: "Rewrite “18/10”", kind: "quickfix" });
    const text = letterWith(...lines);
    expect(offer?.command?.arguments).toEqual([uri, rangeOf(text, "18/10")]);
  });

  test("is left to its fixes if it has some", async () => {
    await withLetter(contradicted, withCommands);
    const offered = await actions(rangeOf(contradicted, "Upheld"));
    expect(titles(offered).filter((title) => title.startsWith("Rewrite"))).toEqual([]);
  });
});

describe("code actions", () => {
  test("are announced with their kinds", async () => {
    await withLetter(contradicted);
    expect(editor.hello.capabilities.codeActionProvider).toEqual({
      codeActionKinds: ["quickfix", "source.fixAll.imr"],
    });
  });

  test("are not announced to an editor that supports only commands", async () => {
    await withLetter(contradicted, {});
    expect(editor.hello.capabilities.codeActionProvider).toBeUndefined();
  });

  test("are in order: fix one, fix all of the rule, ignore here, ignore in the letter, fix everything", async () => {
    await withLetter(twiceContradicted, ignoring);
    expect(titles(await actions(rangeOf(twiceContradicted, "Upheld")))).toMatchInlineSnapshot(`
      [
        "Change the decision to “Overturned”, as the rationale concludes",
        "Fix all: The decision and the conclusion contradict each other",
        "Ignore this problem here",
        "Ignore consistency/decision with a line in the letter",
        "Fix all auto-fixable problems",
      ]
    `);
  });

  test("are for the findings that the range touches in the current text", async () => {
    await withLetter(contradicted);
    const decision = rangeOf(contradicted, "Upheld");
    const cursorAfter = { start: decision.end, end: decision.end };
    expect(titles(await actions(cursorAfter, { only: ["quickfix"] }))).toHaveLength(2);
    expect(await actions(rangeOf(contradicted, "naproxen"), { only: ["quickfix"] })).toEqual([]);
    await editor.change(uri, { text: letterWith(...flexeril) });
    expect(await actions(decision)).toEqual([]);
  });

  test("are none for a document that isn't open", async () => {
    await withLetter(contradicted);
    await editor.close(uri);
    expect(await actions(rangeOf(contradicted, "Upheld"))).toEqual([]);
  });

  test("are none for a rule that is off", async () => {
    await withLetter(contradicted, {
      capabilities: vsCode,
      settings: { rules: { "consistency/decision": "off" } },
    });
    expect(await actions(rangeOf(contradicted, "Upheld"))).toEqual([]);
  });

  test.each([
    [["quickfix"], ["quickfix"]],
    [["source"], ["source.fixAll.imr"]],
    [["source.fixAll"], ["source.fixAll.imr"]],
    [["source.fixAll.imr"], ["source.fixAll.imr"]],
    [[""], ["quickfix", "source.fixAll.imr"]],
    [undefined, ["quickfix", "source.fixAll.imr"]],
    [["refactor"], []],
    [["source.fixAll.other", "sour"], []],
  ])("are only of the requested kinds: %j", async (only, kinds) => {
    await withLetter(contradictedAndMissing);
    const offered = await actions(rangeOf(contradictedAndMissing, "Upheld"), only ? { only } : {});
    expect([...new Set(offered.map(({ kind }) => kind))]).toEqual(kinds);
  });

  test("refer to the diagnostics that they resolve, and to no stale ones", async () => {
    await withLetter(contradicted);
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    const diagnostics = report.kind === "full" ? report.items : [];
    expect(diagnostics).toHaveLength(1);
    const stale = diagnostics.map((shown) => ({ ...shown, message: "something else" }));
    const context = { diagnostics: [...stale, ...diagnostics], only: ["quickfix"] };
    const offered = await actions(rangeOf(contradicted, "Upheld"), context);
    expect(offered.map((action) => action.diagnostics)).toEqual([diagnostics, diagnostics]);
  });
});

describe("a fix", () => {
  const fixOf = async (text: string, words: string, title: string): Promise<CodeAction> =>
    named(await actions(rangeOf(text, words)), title);

  test("that is the one right answer is preferred, and an edit of this version", async () => {
    await withLetter(contradicted);
    const fix = await fixOf(contradicted, "Upheld", "Change the decision");
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(fix.edit).toEqual({
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [{ range: rangeOf(contradicted, "Upheld"), newText: "Overturned" }],
        },
      ],
    });
  });

  test("is a plain change if the editor doesn't support versions", async () => {
    const { codeAction } = vsCode.textDocument ?? {};
    await withLetter(contradicted, { capabilities: { textDocument: { codeAction } } });
    const fix = await fixOf(contradicted, "Upheld", "Change the decision");
    expect(fix.edit).toEqual({
      changes: { [uri]: [{ range: rangeOf(contradicted, "Upheld"), newText: "Overturned" }] },
    });
  });

  test("that is one of several is not preferred", async () => {
    await withLetter(undecided);
    const offered = await actions(rangeOf(undecided, "Flexeril 7.5mg, #90"), { only: ["quickfix"] });
    const choices = offered.filter(({ title }) => title.startsWith("Add the decision"));
    expect(choices.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ["Add the decision “Upheld”", false],
      ["Add the decision “Overturned”", false],
    ]);
    expect(await actions(rangeOf(undecided, "naproxen"))).toEqual([]);
  });

  test("with placeholders has tab stops if the editor supports them", async () => {
    await withLetter(unconcluded);
    const fix = await fixOf(unconcluded, "Decision rationale:", "Add a conclusion");
    expect(fix.isPreferred).toBe(false);
    expect(fix.edit?.documentChanges).toMatchObject([
      {
        textDocument: { uri, version: 1 },
        edits: [
          {
            snippet: {
              kind: "snippet",
              value:
                " Therefore, the request for Flexeril 7.5mg, #90 is ${1|not medically necessary,medically necessary|}.".slice(
                  0,
                ),
            },
          },
        ],
      },
    ]);
  });

  test("with placeholders has marked blanks otherwise, which the review reports until they are filled in", async () => {
    const { codeAction } = vsCode.textDocument ?? {};
    await withLetter(unconcluded, {
      capabilities: {
        textDocument: { codeAction },
        workspace: { workspaceEdit: { snippetEditSupport: true } },
      },
    });
    const fix = await fixOf(unconcluded, "Decision rationale:", "Add a conclusion");
    expect(applied(unconcluded, fix)).toContain(
      "Therefore, the request for Flexeril 7.5mg, #90 is not medically necessary.",
    );
    expect(JSON.stringify(fix.edit)).not.toMatch(/snippet|\$/);

    const uncited = letterWith(...flexeril.filter((line) => !line.startsWith("MAXIMUS guideline")));
    await editor.close(uri);
    await editor.open(uri, uncited);
    const part = await fixOf(uncited, "Flexeril 7.5mg, #90:", "Add “MAXIMUS guideline:”");
    const filled = applied(uncited, part);
    expect(filled).toContain(
      "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines [fill in: topic] Page(s): [fill in: pages].",
    );
    const left = findingsIn(filled).filter(({ rule }) => rule === "letter/remnant");
    expect(left.map(({ start, end }) => filled.slice(start, end))).toEqual([
      "[fill in: topic]",
      "[fill in: pages]",
    ]);
  });

  test("for all findings of a rule is offered only if there are several", async () => {
    await withLetter(twiceContradicted);
    const all = await fixOf(twiceContradicted, "Upheld", "Fix all: ");
    expect(applied(twiceContradicted, all)).toBe(
      twiceContradicted
        .replace("#90: Upheld", "#90: Overturned")
        .replace("spine: Upheld", "spine: Overturned"),
    );
    await editor.change(uri, { text: contradicted });
    expect(titles(await actions(rangeOf(contradicted, "Upheld"), { only: ["quickfix"] }))).not.toContain(
      all.title,
    );
  });

  test("for everything is offered anywhere in the letter", async () => {
    await withLetter(contradictedAndMissing);
    const [all, ...more] = await actions(rangeOf(contradictedAndMissing, "naproxen"));
    expect(more).toEqual([]);
    expect(all?.kind).toBe("source.fixAll.imr");
    const fixed = applied(contradictedAndMissing, all as CodeAction);
    expect(fixed).toContain("spine: Overturned");
    expect(fixed).toContain("#90: Overturned");
  });

  test("for everything never reverses a decision on save", async () => {
    await withLetter(contradictedAndMissing);
    const context = { only: ["source.fixAll"], triggerKind: CodeActionTriggerKind.Automatic };
    const [all] = await actions(rangeOf(contradictedAndMissing, "naproxen"), context);
    const fixed = applied(contradictedAndMissing, all as CodeAction);
    expect(fixed).toContain("spine: Overturned");
    expect(fixed).toContain("#90: Upheld");
  });
});

describe("ignoring", () => {
  test("here is a command of the editor, with a key that contains no words", async () => {
    await withLetter(contradicted, ignoring);
    const { command, edit } = named(await actions(rangeOf(contradicted, "Upheld")), "Ignore this");
    expect(edit).toBeUndefined();
    expect(command).toEqual({
      title: "Ignore this problem here",
      command: "imr.ignoreFinding",
      arguments: [uri, "consistency/decision", expect.stringMatching(/^[0-9a-f]{16}$/)],
    });
  });

  test("here is not offered to editors that don't store ignored findings", async () => {
    await withLetter(contradicted);
    const offered = titles(await actions(rangeOf(contradicted, "Upheld")));
    expect(offered.filter((title) => title.startsWith("Ignore"))).toMatchInlineSnapshot(`
      [
        "Ignore consistency/decision with a line in the letter",
      ]
    `);
  });

  test("names the finding if there are several", async () => {
    await withLetter(twiceContradicted, ignoring);
    const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const title = rules.find(({ id }) => id === "consistency/decision")?.title;
    const offered = titles(await actions(whole)).filter((title) => title.startsWith("Ignore this problem"));
    expect(offered).toContain(`Ignore this problem here: ${title}`);
    expect(offered).toHaveLength(findingsIn(twiceContradicted).length);
  });

  test("in the letter is one action for all findings of a rule in a line", async () => {
    const text = contradicted.replace("Page(s): 63.", "Page(s): 963, 964.");
    await withLetter(text);
    const place = { start: rangeOf(text, "963").start, end: rangeOf(text, "964").end };
    const offered = await actions(place, { only: ["quickfix"] });
    expect(findingsIn(text).filter(({ rule }) => rule === "citation/page-range")).toHaveLength(2);
    expect(titles(offered).filter((title) => title.includes("with a line"))).toMatchInlineSnapshot(`
      [
        "Ignore citation/page-range with a line in the letter",
      ]
    `);
  });

  test.each(["\n", "\r\n", "\r"])(
    "in the letter is a line above, ended by %j as the others are",
    async (end) => {
      const text = contradicted.replaceAll("\n", end);
      await withLetter(text);
      const next = applied(
        text,
        named(await actions(rangeOf(text, "Upheld")), "Ignore consistency/decision"),
      );
      expect(next).toBe(
        text.replace("Flexeril 7.5mg, #90: Up", `%% imr-ignore consistency/decision${end}$&`),
      );
      expect(parse(next).directives).toHaveLength(1);
      await editor.change(uri, { text: next });
      const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
      expect(report).toMatchObject({ kind: "full", items: [] });
    },
  );
});

test("while a line is typed, the light bulb waits as the findings do, but a request gets all actions", async () => {
  const sound = letterWith(...flexeril);
  const words = rangeOf(sound, "is not medically");
  const mark = { ...words.start, character: words.start.character + "is ".length };
  const offered = async (triggerKind: CodeActionTriggerKind) =>
    titles(await actions({ start: mark, end: mark }, { triggerKind, only: ["quickfix"] }));

  await withLetter(sound);
  await editor.change(uri, { range: words, text: 'is "not medically' });
  expect(await offered(CodeActionTriggerKind.Automatic)).toEqual([]);
  const close = "Close the quotation at the end of its sentence";
  expect(await offered(CodeActionTriggerKind.Invoked)).toContain(close);
  clock.advance(1500);
  expect(await offered(CodeActionTriggerKind.Automatic)).toContain(close);
});

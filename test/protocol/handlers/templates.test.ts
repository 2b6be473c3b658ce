import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionRequest,
  CodeActionTriggerKind,
  type SnippetTextEdit,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "../../../server/src/letter/parse.ts";
import {
  type NewLetter,
  newIssueRequest,
  newLetterRequest,
  rationaleOutlineRequest,
  type TemplateEdit,
} from "../../../server/src/protocol/extensions.ts";
import { stopsOf, untouched } from "../../features/snippets.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };

/** The second issue has no rationale yet. */
const text = letterWith(
  ...flexeril,
  "",
  "Soma 350mg #60: Upheld",
  "",
  ...flexeril.slice(2, 4),
  "",
  flexeril[5] ?? "",
  "",
  "Decision rationale:",
);
const undecided = text.replace("Soma 350mg #60: Upheld", "Soma 350mg #60:");

let editor: Editor;

async function withLetter(letter: string, wishes: Wishes = { capabilities: vsCode }): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
}

afterEach(() => editor.stop());

function positionAfter(letter: string, words: string) {
  const document = TextDocument.create(uri, "imr-letter", 1, letter);
  return document.positionAt(letter.indexOf(words) + words.length);
}

const ask = <R>(request: string, params: object): Promise<R> =>
  editor.connection.sendRequest(request, params);

/** The letter with a template inserted, before anything is filled in. */
function after(letter: string, { range, snippet }: TemplateEdit): string {
  const lineEnd = /\r\n|\n|\r/.exec(letter)?.[0] ?? "\n";
  const newText = untouched(snippet).replaceAll("\n", lineEnd);
  return TextDocument.applyEdits(TextDocument.create(uri, "imr-letter", 1, letter), [{ range, newText }]);
}

describe("a new letter", () => {
  test("has the requested format and number of issues, whatever is open", async () => {
    ({ editor } = await editorInMemory());
    for (const [form, generation] of [
      ["2014", "G3a"],
      ["2016", "G3b"],
      ["2018", "G4"],
    ]) {
      const { snippet } = await ask<NewLetter>(newLetterRequest, { form, issues: 3 });
      expect(parse(untouched(snippet))).toMatchObject({ generation, issues: { length: 3 } });
    }
  });

  test.each([
    [{ form: "2019", issues: 2 }, "G4", 2],
    [{ form: "2016", issues: 0 }, "G3b", 1],
    [{ form: "2016", issues: "many" }, "G3b", 1],
    [{ form: "2014", issues: 1e9 }, "G3a", 100],
    [{}, "G4", 1],
  ])("does its best with %j", async (params, generation, issues) => {
    ({ editor } = await editorInMemory());
    const { snippet } = await ask<NewLetter>(newLetterRequest, params);
    expect(parse(untouched(snippet))).toMatchObject({ generation, issues: { length: issues } });
  });
});

describe("a new issue", () => {
  test.each(["\n", "\r\n", "\r"])(
    "goes after the one at the position, with line ends %j",
    async (lineEnd) => {
      const letter = letterWith(...flexeril, "", ...mri).replaceAll("\n", lineEnd);
      await withLetter(letter);
      const position = positionAfter(letter, "short course");
      const edit = await ask<TemplateEdit>(newIssueRequest, {
        textDocument,
        position,
        treatment: "Brace",
        decision: "Upheld",
      });
      expect(edit.snippet).not.toContain("\r");
      expect(parse(after(letter, edit)).issues.map(({ heading }) => heading.treatment)).toEqual([
        "Flexeril 7.5mg, #90",
        "Brace",
        "MRI of the lumbar spine",
      ]);
    },
  );

  test("has placeholders for invalid parameters", async () => {
    await withLetter(text);
    const position = { line: 0, character: 0 };
    const params = { textDocument, position, decision: "Modified" };
    const { snippet } = await ask<TemplateEdit>(newIssueRequest, params);
    expect(stopsOf(snippet).map(({ words }) => words)).toEqual(
      expect.arrayContaining(["treatment, strength and count", "pending"]),
    );
  });

  test("is null for a document that isn't open", async () => {
    await withLetter(text);
    const params = { textDocument: { uri: "file:///other.imr" }, position: { line: 0, character: 0 } };
    expect(await ask(newIssueRequest, { ...params, treatment: "" })).toBeNull();
  });
});

describe("a rationale outline", () => {
  test("is for the issue at the position, and null elsewhere", async () => {
    await withLetter(text);
    const at = (words: string) =>
      ask<TemplateEdit | null>(rationaleOutlineRequest, {
        textDocument,
        position: positionAfter(text, words),
      });
    const edit = await at("Soma 350");
    expect(after(text, edit!)).toContain(
      "Decision rationale: The MTUS (Chronic Pain Treatment Guidelines, Caris",
    );
    expect(await at("short course")).toBeNull();
    expect(await at("CLINICAL")).toBeNull();
  });
});

describe("the code action for an outline", () => {
  const outlineTitle = "Insert a rationale outline for Soma 350mg #60";

  async function offersAt(letter: string, words: string, only?: string[]): Promise<CodeAction[]> {
    const position = positionAfter(letter, words);
    const context = { diagnostics: [], only, triggerKind: CodeActionTriggerKind.Invoked };
    const params = { textDocument, range: { start: position, end: position }, context };
    const actions = await editor.connection.sendRequest(CodeActionRequest.type, params);
    return ((actions ?? []) as CodeAction[]).filter(({ title }) => title.startsWith("Insert a rationale"));
  }

  test.each(["Soma 350", "63.\n\nDecision rationale:\n"])(
    "is offered everywhere in an issue without a rationale: %j",
    async (words) => {
      await withLetter(text);
      expect((await offersAt(text, words)).map(({ title, kind }) => [title, kind])).toEqual([
        [outlineTitle, "quickfix"],
      ]);
    },
  );

  test("is offered nowhere else, and only with quick fixes", async () => {
    await withLetter(text);
    expect(await offersAt(text, "short course")).toEqual([]);
    expect(await offersAt(text, "CLINICAL")).toEqual([]);
    expect(await offersAt(text, "Soma 350", ["source.fixAll"])).toEqual([]);
    expect(await offersAt(text, "Soma 350", ["quickfix"])).toHaveLength(1);
  });

  test("has tab stops and choices if the editor supports them", async () => {
    await withLetter(undecided);
    const [{ edit } = {}] = await offersAt(undecided, "Soma 350");
    const [change] = edit?.documentChanges ?? [];
    const [made] = change && "edits" in change ? change.edits : [];
    const { snippet } = made as SnippetTextEdit;
    expect(snippet.value).toContain("${1:Diagnosis and history.}");
    expect(snippet.value).toContain("|pending,not medically necessary,medically necessary|}.");
  });

  test.each(["\n", "\r\n", "\r"])("has plain text otherwise, with line ends %j", async (lineEnd) => {
    const unstarted = undecided.replace("\n\nDecision rationale:\n", "\n").replaceAll("\n", lineEnd);
    await withLetter(unstarted, {
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
      },
    });
    const [{ edit } = {}] = await offersAt(unstarted, "Soma 350");
    const edits = edit?.changes?.[uri] as TextEdit[];
    const applied = TextDocument.applyEdits(TextDocument.create(uri, "imr-letter", 1, unstarted), edits);
    expect(applied).toContain(`Page(s): 41-42, 63.${lineEnd}${lineEnd}Decision rationale: The MTUS (`);
    expect(applied).toContain("[fill in: Use so far, and its effect on pain and function.]");
    expect(applied.trimEnd()).toMatch(/Therefore, the request for Soma 350mg #60 is pending\.$/);
    expect(applied).not.toMatch(/[$|{}]/);
    expect(applied.replaceAll(lineEnd, "")).not.toMatch(/[\r\n]/);
  });

  test("has a short title for a long request", async () => {
    const long = text.replace("Soma 350mg #60", `Soma 350mg ${"by mouth as needed ".repeat(9)}#60`);
    await withLetter(long);
    expect((await offersAt(long, "Soma 350")).map(({ title }) => title)).toMatchInlineSnapshot(`
      [
        "Insert a rationale outline for Soma 350mg by mouth as needed by mouth as needed by mouth …",
      ]
    `);
  });
});

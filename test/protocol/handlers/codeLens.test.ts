import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeLens,
  CodeLensRefreshRequest,
  CodeLensRequest,
  type Range,
} from "vscode-languageserver/node";
import { revealCommand } from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const unfinished = [
  "Lumbar brace:",
  "",
  "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.",
  "",
  "Decision rationale: The brace is not medically necessary.",
];
const text = letterWith(...flexeril, "", ...mri, "", ...unfinished);

let editor: Editor;

async function withLetter(wishes: Wishes = {}, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
}

afterEach(() => editor.stop());

const ourClient: Wishes = { capabilities: vsCode, initializationOptions: { imr: { commands: true } } };

const lenses = async (): Promise<CodeLens[]> =>
  (await editor.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];

/** The titles above each line that has any, as VS Code sets them: "Flexeril 7.5mg, #90: Upheld" → "a | b | c". */
async function shown(letter = text): Promise<Record<string, string>> {
  const lines: Record<string, string> = {};
  for (const { range, command } of await lenses()) {
    expect(range.end.line).toBe(range.start.line);
    const line = letter.split("\n")[range.start.line] ?? "";
    expect(line.slice(range.start.character, range.end.character).trim()).not.toBe("");
    const title = command?.title.replaceAll("\u00a0", " ");
    lines[line] = [lines[line], title].filter((words) => words !== undefined).join(" | ");
  }
  return lines;
}

/** The line that the lens with this title goes to. */
async function target(title: string, nth = 0): Promise<string | undefined> {
  const lens = (await lenses()).filter(({ command }) => command?.title.replaceAll("\u00a0", " ") === title)[
    nth
  ];
  expect(lens?.command?.command).toBe(revealCommand);
  const [document, range] = (lens?.command?.arguments ?? []) as [string, Range];
  expect(document).toBe(uri);
  return text.split("\n")[range.start.line];
}

describe("lenses with our commands", () => {
  test("show decision, rationale, and the next and previous issue above each issue", async () => {
    await withLetter(ourClient);
    const all = "criterion $(check) | findings $(check) | conclusion $(check)";
    expect(await shown()).toEqual({
      "Flexeril 7.5mg, #90: Upheld": `Upheld: complete | ${all} | ↓ next`,
      "MRI of the lumbar spine: Overturned": `Overturned: complete | ${all} | ↑ previous | ↓ next`,
      "Lumbar brace:":
        "No decision: MAXIMUS guideline missing | " +
        "criterion $(circle-large-outline) | findings $(circle-large-outline) | conclusion $(check) | ↑ previous",
    });
  });

  test("go where they say", async () => {
    await withLetter(ourClient);
    expect(await target("↓ next", 0)).toMatchInlineSnapshot(`"MRI of the lumbar spine: Overturned"`);
    expect(await target("↓ next", 1)).toBe("Lumbar brace:");
    expect(await target("↑ previous", 1)).toMatchInlineSnapshot(`"MRI of the lumbar spine: Overturned"`);
    expect(await target("Overturned: complete")).toMatch(/^Decision rationale: ACOEM recommends/);
    const parts = ["criterion $(check)", "findings $(check)", "conclusion $(check)"];
    for (const part of parts) expect(await target(part)).toMatch(/\w/);
    expect(await target("No decision: MAXIMUS guideline missing")).toBe("Lumbar brace:");
  });

  test("are above the first line of a heading with several", async () => {
    const heading = [
      "Left shoulder arthroscopy with subacromial decompression and possible repair:",
      "Upheld",
    ];
    const letter = letterWith(...heading, "", "Decision rationale:");
    await withLetter(ourClient, letter);
    expect(await shown(letter)).toEqual({
      [heading[0]!]: expect.stringMatching(/^Upheld: 3 parts missing$/),
    });
  });
});

describe("lenses without our commands", () => {
  test("are the same text with plain marks, without commands", async () => {
    await withLetter({ capabilities: vsCode });
    const all = "criterion ✓ · findings ✓ · conclusion ✓";
    expect(await shown()).toEqual({
      "Flexeril 7.5mg, #90: Upheld": `Upheld: complete | ${all}`,
      "MRI of the lumbar spine: Overturned": `Overturned: complete | ${all}`,
      "Lumbar brace:":
        "No decision: MAXIMUS guideline missing | " + "criterion ○ · findings ○ · conclusion ✓",
    });
    expect((await lenses()).map(({ command }) => command?.command)).toEqual(Array(6).fill(""));
  });
});

test("a document that isn't open, and a text that isn't a letter, have none", async () => {
  await withLetter(ourClient, "Dear Sir");
  expect(await lenses()).toEqual([]);
  await editor.close(uri);
  expect(await lenses()).toEqual([]);
});

describe("settings", () => {
  test("turn lenses off", async () => {
    await withLetter({ ...ourClient, settings: { codeLens: { enabled: false } } });
    expect(await lenses()).toEqual([]);
  });

  test("when they change, the server requests a refresh", async () => {
    await withLetter(ourClient);
    expect(await lenses()).not.toEqual([]);
    const refreshed = new Promise<void>((resolve) => {
      editor.connection.onRequest(CodeLensRefreshRequest.type, () => resolve());
    });
    editor.settings = { codeLens: { enabled: false } };
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await refreshed;
    expect(await lenses()).toEqual([]);
  });

  test("an editor without refresh support gets no refresh request", async () => {
    const { codeLens: _, ...workspace } = vsCode.workspace ?? {};
    await withLetter({ ...ourClient, capabilities: { ...vsCode, workspace } });
    let refreshes = 0;
    editor.connection.onRequest(CodeLensRefreshRequest.type, () => {
      refreshes++;
    });
    await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    expect(await lenses()).not.toEqual([]);
    expect(refreshes).toBe(0);
  });
});

test("lenses are announced", async () => {
  await withLetter();
  expect(editor.hello.capabilities.codeLensProvider).toEqual({});
});

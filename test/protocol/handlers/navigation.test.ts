import { afterEach, describe, expect, test } from "vitest";
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  type Position,
  type Range,
  ReferencesRequest,
} from "vscode-languageserver/node";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const text = letterWith(...flexeril, "", ...mri);
const textDocument = { uri };
const heading = "Flexeril 7.5mg, #90: Upheld";

let editor: Editor;

async function withLetter(wishes: Wishes = {}, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
}

afterEach(() => editor.stop());

/** The range of the first of these words. */
function rangeOf(words: string, within = words): Range {
  const start = text.indexOf(words, text.indexOf(within));
  const position = (offset: number): Position => {
    const lines = text.slice(0, offset).split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return { start: position(start), end: position(start + words.length) };
}

const conclusion = rangeOf("Flexeril", "Flexeril 7.5mg #90 is not");
const ask = (position: Position) => ({ textDocument, position });
const ordinary = ask(rangeOf("short course").start);

describe("definition", () => {
  const definition = (params: ReturnType<typeof ask>) =>
    editor.connection.sendRequest(DefinitionRequest.type, params);

  test("is a link from the drug's name to its heading, if the editor supports links", async () => {
    await withLetter({ capabilities: vsCode });
    expect(await definition(ask(conclusion.start))).toEqual([
      {
        originSelectionRange: conclusion,
        targetUri: uri,
        targetRange: rangeOf(heading),
        targetSelectionRange: rangeOf("Flexeril", heading),
      },
    ]);
  });

  test("is the name in the heading otherwise", async () => {
    await withLetter();
    expect(await definition(ask(conclusion.end))).toEqual({ uri, range: rangeOf("Flexeril", heading) });
  });

  test("in a heading is the heading itself, which makes editors show the references", async () => {
    await withLetter({ capabilities: vsCode });
    const name = rangeOf("Flexeril", heading);
    expect(await definition(ask(name.start))).toMatchObject([{ targetSelectionRange: name }]);
  });

  test("is null for ordinary words, and in a document that isn't open", async () => {
    await withLetter({ capabilities: vsCode });
    expect(await definition(ordinary)).toBeNull();
    expect(await definition({ ...ordinary, textDocument: { uri: "file:///other" } })).toBeNull();
  });
});

describe("references", () => {
  const references = async (params: ReturnType<typeof ask>, includeDeclaration: boolean) =>
    (
      await editor.connection.sendRequest(ReferencesRequest.type, {
        ...params,
        context: { includeDeclaration },
      })
    )?.map(({ range }) => range);

  const inSummary = rangeOf("Flexeril", "takes Flexeril");

  test("are the mentions of the drug, with its heading only if requested", async () => {
    await withLetter({ capabilities: vsCode });
    expect(await references(ask(inSummary.start), false)).toEqual([inSummary, conclusion]);
    expect(await references(ask(inSummary.start), true)).toEqual([
      inSummary,
      rangeOf("Flexeril", heading),
      conclusion,
    ]);
  });

  test("are none for ordinary words", async () => {
    await withLetter();
    expect(await references(ordinary, true)).toEqual([]);
  });
});

describe("highlights", () => {
  const highlights = (params: ReturnType<typeof ask>) =>
    editor.connection.sendRequest(DocumentHighlightRequest.type, params);

  test("distinguish the heading from the mentions of the drug", async () => {
    await withLetter({ capabilities: vsCode });
    expect((await highlights(ask(conclusion.start)))?.map(({ kind }) => kind)).toEqual([2, 3, 2]);
  });

  test("are null for ordinary words, which the editor highlights", async () => {
    await withLetter({ capabilities: vsCode });
    expect(await highlights(ordinary)).toBeNull();
  });
});

test("the requests are announced, and work in an empty document", async () => {
  await withLetter({ capabilities: vsCode }, "");
  expect(editor.hello.capabilities).toMatchObject({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  });
  const params = ask({ line: 3, character: 7 });
  const context = { includeDeclaration: true };
  expect(await editor.connection.sendRequest(DefinitionRequest.type, params)).toBeNull();
  expect(await editor.connection.sendRequest(ReferencesRequest.type, { ...params, context })).toEqual([]);
  expect(await editor.connection.sendRequest(DocumentHighlightRequest.type, params)).toBeNull();
  expect(editor.log).toEqual([]);
});

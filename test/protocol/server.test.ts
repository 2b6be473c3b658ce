import { afterEach, describe, expect, test } from "vitest";
import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";
import { overviewRequest } from "../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "./client.ts";

const uri = "file:///letter.imr";
const text = letterWith(...flexeril, "", ...mri);
const textDocument = { uri };

let editor: Editor;

async function withLetter(wishes: Wishes = {}, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
}

afterEach(() => editor.stop());

/** The position before the first of these words. */
function at(words: string, letter = text): Position {
  const before = letter.slice(0, letter.indexOf(words)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const hover = (position: Position) =>
  editor.connection.sendRequest(HoverRequest.type, { textDocument, position });

describe("initialize", () => {
  test("returns the capabilities and the name of the server", async () => {
    await withLetter({ capabilities: vsCode });
    expect(editor.hello.serverInfo).toEqual({ name: "IMR Letters", version: expect.any(String) });
    expect(editor.hello.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      semanticTokensProvider: {
        legend: {
          tokenTypes: [
            ...["namespace", "keyword", "function", "enumMember", "type", "number", "class", "string"],
          ],
        },
      },
    });
  });

  test("offers no pull diagnostics to an editor that doesn't support them", async () => {
    await withLetter();
    expect(editor.hello.capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe("symbols", () => {
  test("are a tree if the editor supports it", async () => {
    await withLetter({ capabilities: vsCode });
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.at(-1)).toMatchObject({
      name: "IMR ISSUES, DECISIONS AND RATIONALES",
      children: [
        {
          name: "Flexeril 7.5mg, #90",
          detail: "Upheld",
          selectionRange: { start: at("Flexeril 7.5mg, #90") },
        },
        { name: "MRI of the lumbar spine", detail: "Overturned" },
      ],
    });
  });

  test("are a flat list with containers otherwise", async () => {
    await withLetter();
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols).toContainEqual(
      expect.objectContaining({
        name: "MRI of the lumbar spine: Overturned",
        containerName: "IMR ISSUES, DECISIONS AND RATIONALES",
        location: expect.objectContaining({ uri }),
      }),
    );
    expect(symbols?.some((symbol) => "children" in symbol)).toBe(false);
  });
});

describe("hover", () => {
  test("is Markdown if the editor supports it", async () => {
    await withLetter({ capabilities: vsCode });
    const found = await hover(at("MRI of the"));
    expect(found?.contents).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("**MRI of the lumbar spine**"),
    });
    const start = at("MRI of the");
    expect(found?.range).toEqual({ start, end: { line: start.line, character: 35 } });
  });

  test("is plain text otherwise", async () => {
    await withLetter();
    expect((await hover(at("MRI of the")))?.contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringMatching(/^MRI of the lumbar spine\n/),
    });
  });

  test("is null on ordinary words, past the end, and in a document that isn't open", async () => {
    await withLetter();
    expect(await hover(at("short course"))).toBeNull();
    expect(await hover({ line: 100_000, character: 0 })).toBeNull();
    expect(await hover({ line: 0, character: 100_000 })).toBeNull();
    const elsewhere = { textDocument: { uri: "file:///other" }, position: { line: 0, character: 0 } };
    expect(await editor.connection.sendRequest(HoverRequest.type, elsewhere)).toBeNull();
  });
});

describe("folding", () => {
  const folding = async () =>
    (await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument }))?.map(
      ({ startLine, endLine }) => `${startLine}-${endLine}`,
    );

  test("has one range from each line", async () => {
    await withLetter();
    expect(await folding()).toEqual([
      "0-1",
      "3-8",
      "10-14",
      "16-36",
      "19-27",
      "21-22",
      "26-27",
      "29-36",
      "31-32",
    ]);
  });

  test("has only the longest ranges if the editor limits them", async () => {
    await withLetter({ capabilities: { textDocument: { foldingRange: { rangeLimit: 3 } } } });
    expect(await folding()).toEqual(["16-36", "19-27", "29-36"]);
  });
});

describe("semantic tokens", () => {
  const full = () => editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
  const delta = (previousResultId: string) =>
    editor.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId });

  test("a delta applied to the old tokens gives the new ones", async () => {
    await withLetter();
    const before = await full();
    const start = at("naproxen");
    await editor.change(uri, { range: { start, end: start }, text: "naproxen, " });
    const changes = await delta(before?.resultId ?? "");
    const data = [...(before?.data ?? [])];
    if (changes === null || !("edits" in changes)) throw new Error("expected a delta");
    expect(changes.edits.length).toBeGreaterThan(0);
    for (const edit of [...changes.edits].reverse()) {
      data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    }
    expect(data).toEqual((await full())?.data);
  });

  test("come in full if the previous result is unknown", async () => {
    await withLetter();
    const before = await full();
    expect(await delta("no such result")).toMatchObject({ data: before?.data });
  });

  test("of a range are those in it", async () => {
    await withLetter();
    const start = at("MRI of the");
    const range = { start, end: { line: start.line, character: 50 } };
    const tokens = await editor.connection.sendRequest(SemanticTokensRangeRequest.type, {
      textDocument,
      range,
    });
    expect(tokens?.data).toEqual([start.line, 0, 23, 2, 0, 0, 25, 10, 3, 0]);
    const reversed = { start: range.end, end: range.start };
    expect(
      await editor.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: reversed }),
    ).toEqual(tokens);
  });
});

describe("imr/overview", () => {
  test("lists the issues with their ranges", async () => {
    await withLetter();
    expect(await editor.connection.sendRequest(overviewRequest, { textDocument })).toMatchObject({
      generation: expect.stringMatching(/^G3/),
      issues: [
        { treatment: "Flexeril 7.5mg, #90", decision: "Upheld", missing: [] },
        { treatment: "MRI of the lumbar spine", decision: "Overturned", heading: { start: at("MRI of") } },
      ],
    });
  });

  test("is null for a document that isn't open", async () => {
    await withLetter();
    const closed = { textDocument: { uri: "file:///other" } };
    expect(await editor.connection.sendRequest(overviewRequest, closed)).toBeNull();
    await editor.close(uri);
    expect(await editor.connection.sendRequest(overviewRequest, { textDocument })).toBeNull();
  });
});

describe("awkward documents", () => {
  test.each([
    ["an empty one", ""],
    ["only a byte order mark", "\uFEFF"],
    ["no letter", "Dear Sir,\nthank you for the naproxen.\n"],
    ["half a letter", text.slice(0, text.length - 400)],
    ["a heading only", "IMR ISSUES, DECISIONS AND RATIONALES"],
    ["NUL, lone surrogates, form feeds", `\0\uD800${text.replaceAll("\n\n", "\n\f\n")}\uDC00`],
  ])("%s: every request is answered", async (_, letter) => {
    await withLetter({ capabilities: vsCode }, letter);
    const position = { line: 0, character: 0 };
    const range = { start: position, end: { line: 99, character: 0 } };
    await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    await editor.connection.sendRequest(HoverRequest.type, { textDocument, position });
    await editor.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    await editor.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range });
    await editor.connection.sendRequest(overviewRequest, { textDocument });
    expect(editor.log).toEqual([]);
  });
});

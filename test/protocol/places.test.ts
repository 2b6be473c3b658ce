import { afterEach, describe, expect, test } from "vitest";
import {
  DocumentLinkRequest,
  type Range,
  type SelectionRange,
  SelectionRangeRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "./client.ts";

const uri = "file:///letters/a%20letter.imr";
const text = letterWith(...flexeril, "", ...mri);
const textDocument = { uri };

let editor: Editor;
let document: TextDocument;

async function withLetter(wishes: Wishes = { capabilities: vsCode }, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
  document = TextDocument.create(uri, "imr-letter", 1, letter);
}

afterEach(() => editor.stop());

const at = (words: string) => document.positionAt(document.getText().indexOf(words));
const wordsIn = (range: Range): string => document.getText(range);

test("the server says what it offers", async () => {
  await withLetter();
  expect(editor.hello.capabilities).toMatchObject({
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
  });
});

describe("selection ranges", () => {
  const select = (...words: string[]) =>
    editor.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: words.map(at) });
  const chain = (range: SelectionRange | undefined): readonly string[] =>
    range ? [wordsIn(range.range), ...chain(range.parent)] : [];

  test.each(["\n", "\r\n", "\r"])(
    "go from the word outwards, one answer a position, with %j",
    async (lineEnd) => {
      await withLetter({}, text.replaceAll("\n", lineEnd));
      const [first, second] = (await select("employee has used", "MRI of the")) ?? [];
      expect(chain(first).slice(0, 2)).toEqual(["employee", "The employee has used it for a year."]);
      expect(chain(first).at(-1)).toBe(document.getText());
      expect(chain(second).slice(0, 3)).toEqual([
        "MRI",
        "MRI of the lumbar spine",
        "MRI of the lumbar spine: Overturned",
      ]);
    },
  );

  test("there are none in a document that is not open, nor without positions", async () => {
    await withLetter();
    const elsewhere = { textDocument: { uri: "file:///other" }, positions: [{ line: 0, character: 0 }] };
    expect(await editor.connection.sendRequest(SelectionRangeRequest.type, elsewhere)).toBeNull();
    expect(await select()).toEqual([]);
  });
});

describe("links", () => {
  const linksOf = (of = uri) =>
    editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: of } });

  test("lead from cited pages to the official document, and say so where the editor shows it", async () => {
    await withLetter({ capabilities: { textDocument: { documentLink: { tooltipSupport: true } } } });
    const [link] = (await linksOf()) ?? [];
    expect(wordsIn(link!.range)).toBe("63");
    expect(link).toMatchObject({
      target: expect.stringMatching(/^https:\/\/.*\.pdf#page=63$/),
      tooltip: "Official copy of Chronic Pain Medical Treatment Guidelines (2009), page 63",
    });
  });

  test("come without their words elsewhere", async () => {
    await withLetter({});
    const [link] = (await linksOf()) ?? [];
    expect(Object.keys(link ?? {}).sort()).toEqual(["range", "target"]);
  });

  test("there are none in a document that is not open", async () => {
    await withLetter();
    expect(await linksOf("file:///other")).toEqual([]);
  });
});

describe("the issues of all open letters", () => {
  const find = async (query: string): Promise<readonly SymbolInformation[]> =>
    (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];

  test("are found by treatment and decision, in each letter that is open", async () => {
    await withLetter();
    const other = "file:///letters/no%20number.imr";
    await editor.open(other, text.slice(text.indexOf("HOW THE IMR")));
    const found = await find("lumbar overturned");
    expect(found).toEqual([
      {
        name: "MRI of the lumbar spine: Overturned",
        kind: 8,
        containerName: "CM15-0990001",
        location: { uri, range: expect.objectContaining({ start: at("MRI of the") }) },
      },
      expect.objectContaining({
        name: "MRI of the lumbar spine: Overturned",
        containerName: "no number.imr",
        location: expect.objectContaining({ uri: other }),
      }),
    ]);
    await editor.close(other);
    expect((await find("lumbar overturned")).map(({ location }) => location.uri)).toEqual([uri]);
  });

  test("a generic name finds its brand", async () => {
    await withLetter();
    expect((await find("cyclobenzaprine")).map(({ name }) => name)).toEqual([
      "Flexeril 7.5mg, #90: Upheld (cyclobenzaprine)",
    ]);
  });

  test("are all there without a query, up to 500", async () => {
    await withLetter();
    expect((await find("")).length).toBe(2);
    await editor.open(
      "file:///many.imr",
      letterWith(...Array.from({ length: 600 }, () => [...mri, ""]).flat()),
    );
    expect((await find("")).length).toBe(500);
  });

  test("are none without a letter", async () => {
    ({ editor } = await editorInMemory());
    expect(await find("")).toEqual([]);
  });
});

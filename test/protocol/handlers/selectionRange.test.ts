import { afterEach, describe, expect, test } from "vitest";
import { type Range, type SelectionRange, SelectionRangeRequest } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

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

describe("selection ranges", () => {
  const select = (...words: string[]) =>
    editor.connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: words.map(at) });
  const chain = (range: SelectionRange | undefined): readonly string[] =>
    range ? [wordsIn(range.range), ...chain(range.parent)] : [];

  test("are announced", async () => {
    await withLetter();
    expect(editor.hello.capabilities).toMatchObject({ selectionRangeProvider: true });
  });

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

  test("are null in a document that isn't open, and none without positions", async () => {
    await withLetter();
    const elsewhere = { textDocument: { uri: "file:///other" }, positions: [{ line: 0, character: 0 }] };
    expect(await editor.connection.sendRequest(SelectionRangeRequest.type, elsewhere)).toBeNull();
    expect(await select()).toEqual([]);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import { type SymbolInformation, WorkspaceSymbolRequest } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letters/a%20letter.imr";
const text = letterWith(...flexeril, "", ...mri);

let editor: Editor;
let document: TextDocument;

async function withLetter(wishes: Wishes = { capabilities: vsCode }, letter = text): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  await editor.open(uri, letter);
  document = TextDocument.create(uri, "imr-letter", 1, letter);
}

afterEach(() => editor.stop());

const at = (words: string) => document.positionAt(document.getText().indexOf(words));

describe("the issues of all open letters", () => {
  const find = async (query: string): Promise<readonly SymbolInformation[]> =>
    (await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[];

  test("are announced", async () => {
    await withLetter();
    expect(editor.hello.capabilities).toMatchObject({ workspaceSymbolProvider: true });
  });

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

  test("are all found without a query, up to 500", async () => {
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

import { afterEach, describe, expect, test } from "vitest";
import { DocumentLinkRequest, type Range } from "vscode-languageserver/node";
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

const wordsIn = (range: Range): string => document.getText(range);

describe("links", () => {
  const linksOf = (of = uri) =>
    editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: of } });

  test("are announced", async () => {
    await withLetter();
    expect(editor.hello.capabilities).toMatchObject({ documentLinkProvider: { resolveProvider: false } });
  });

  test("go from cited pages to the official document, with a tooltip if the editor supports it", async () => {
    await withLetter({ capabilities: { textDocument: { documentLink: { tooltipSupport: true } } } });
    const [link] = (await linksOf()) ?? [];
    expect(wordsIn(link!.range)).toBe("63");
    expect(link).toMatchObject({
      target: expect.stringMatching(/^https:\/\/.*\.pdf#page=63$/),
      tooltip: "Official copy of Chronic Pain Medical Treatment Guidelines (2009), page 63",
    });
  });

  test("have no tooltip otherwise", async () => {
    await withLetter({});
    const [link] = (await linksOf()) ?? [];
    expect(Object.keys(link ?? {}).sort()).toEqual(["range", "target"]);
  });

  test("are none in a document that isn't open", async () => {
    await withLetter();
    expect(await linksOf("file:///other")).toEqual([]);
  });
});

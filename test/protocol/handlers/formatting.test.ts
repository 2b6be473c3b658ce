import { afterEach, expect, test } from "vitest";
import {
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { typeset } from "../../fixture/typeset.ts";
import { type Editor, editorInMemory, vsCode } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const options = { tabSize: 4, insertSpaces: true };

let editor: Editor;
let document: TextDocument;

async function withText(text: string): Promise<void> {
  ({ editor } = await editorInMemory({ capabilities: vsCode }));
  await editor.open(uri, text);
  document = TextDocument.create(uri, "imr-letter", 1, text);
}

afterEach(() => editor.stop());

const format = (of = uri) =>
  editor.connection.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri: of }, options });
const after = (edits: TextEdit[] | null): string => TextDocument.applyEdits(document, edits ?? []);

test("the server formats when asked, and never while someone types", async () => {
  await withText("");
  expect(editor.hello.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  expect(editor.hello.capabilities.documentOnTypeFormattingProvider).toBeUndefined();
});

test.each(["\n", "\r\n", "\r"] as const)("a letter out of a PDF is mended, with %j", async (lineEnd) => {
  await withText(typeset({ form: "G3a" }, { rendition: "doubleSpaced", lineEnd }));
  const mended = after(await format());
  const typed = typeset({ form: "G3a" }, { rendition: "typed", lineEnd });
  expect(mended.replaceAll(/(?<=[.:]) {2}/g, " ")).toBe(typed);
  await editor.change(uri, { text: mended });
  expect(await format()).toEqual([]);
});

test("a letter that is well laid out, a text that is none and a document that is not open get no edit", async () => {
  await withText(typeset({}, { rendition: "typed" }));
  expect(await format()).toEqual([]);
  expect(await format("file:///other")).toEqual([]);
  await editor.change(uri, { text: "Dear   Sir\n\n\n\n  or Madam" });
  expect(await format()).toEqual([]);
});

test("of a selection only what lies in it is mended", async () => {
  await withText(letterWith(...flexeril));
  const text = document.getText();
  const start = document.positionAt(text.indexOf("Decision rationale:"));
  const range = { start, end: document.positionAt(text.length) };
  const edits = await editor.connection.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument,
    range,
    options,
  });
  const [label = "", ...others] = after(edits).split("\n").slice(start.line);
  expect(label).toMatch(
    /^Decision rationale: The MTUS .* Therefore, the request for .* not medically necessary\.$/,
  );
  expect(others).toEqual([""]);
  expect(after(edits).split("\n").slice(0, start.line)).toEqual(text.split("\n").slice(0, start.line));
});

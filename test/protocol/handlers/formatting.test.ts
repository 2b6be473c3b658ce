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

test("formatting is on request, not on type", async () => {
  await withText("");
  expect(editor.hello.capabilities).toMatchObject({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  });
  expect(editor.hello.capabilities.documentOnTypeFormattingProvider).toBeUndefined();
});

test.each(["\n", "\r\n", "\r"] as const)("a letter from a PDF is cleaned up, with %j", async (lineEnd) => {
  await withText(typeset({ form: "G3a" }, { rendition: "doubleSpaced", lineEnd }));
  const cleaned = after(await format());
  const typed = typeset({ form: "G3a" }, { rendition: "typed", lineEnd });
  expect(cleaned.replaceAll(/(?<=[.:]) {2}/g, " ")).toBe(typed);
  await editor.change(uri, { text: cleaned });
  expect(await format()).toEqual([]);
});

test("a clean letter, a text that isn't a letter, and a document that isn't open get no edits", async () => {
  await withText(typeset({}, { rendition: "typed" }));
  expect(await format()).toEqual([]);
  expect(await format("file:///other")).toEqual([]);
  await editor.change(uri, { text: "Dear   Sir\n\n\n\n  or Madam" });
  expect(await format()).toEqual([]);
});

test("only the selection is cleaned up", async () => {
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

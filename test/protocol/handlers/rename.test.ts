import { afterEach, describe, expect, test } from "vitest";
import {
  LinkedEditingRangeRequest,
  type Position,
  PrepareRenameRequest,
  type Range,
  RenameRequest,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const letter = letterWith(...flexeril, "", ...mri);

let editor: Editor;
let document: TextDocument;

async function withLetter(wishes: Wishes = {}, text = letter): Promise<void> {
  ({ editor } = await editorInMemory(wishes));
  document = TextDocument.create(uri, "imr-letter", 1, text);
  await editor.open(uri, text);
}

afterEach(() => editor.stop());

/** The position before the first of these words. */
const at = (words: string): Position => document.positionAt(document.getText().indexOf(words));

const prepare = (position: Position) =>
  editor.connection.sendRequest(PrepareRenameRequest.type, { textDocument, position });
const rename = (position: Position, newName: string) =>
  editor.connection.sendRequest(RenameRequest.type, { textDocument, position, newName });

const notRenamed =
  "Only a strength or count that an issue's heading states can be renamed. Put the cursor on its number.";

describe("preparing", () => {
  test("gives the number, without unit or sign", async () => {
    await withLetter({ capabilities: vsCode });
    const found = (await prepare(at("90: Upheld"))) as { range: Range; placeholder: string };
    expect(document.getText(found.range)).toBe("90");
    expect(found.placeholder).toBe("90");
  });

  test("says what can be renamed if nothing can be", async () => {
    await withLetter({ capabilities: vsCode });
    await expect(prepare(at("Flexeril 7.5mg"))).rejects.toThrow(notRenamed);
    await expect(prepare(at("02/10/2015"))).rejects.toThrow(notRenamed);
    await expect(prepare({ line: 10_000, character: 0 })).rejects.toThrow(notRenamed);
    expect(editor.log).toEqual([]);
  });

  test("is announced only to an editor that prepares", async () => {
    await withLetter({ capabilities: vsCode });
    expect(editor.hello.capabilities.renameProvider).toEqual({ prepareProvider: true });
    await editor.stop();
    await withLetter();
    expect(editor.hello.capabilities.renameProvider).toBe(true);
  });

  test("returns null in a document that isn't open", async () => {
    await withLetter({ capabilities: vsCode });
    const elsewhere = { textDocument: { uri: "file:///other" }, position: { line: 0, character: 0 } };
    expect(await editor.connection.sendRequest(PrepareRenameRequest.type, elsewhere)).toBeNull();
  });
});

describe("renaming", () => {
  const expected = letter.replaceAll("#90", "#60");

  test("changes the number throughout the issue, in this version of the letter", async () => {
    await withLetter({ capabilities: vsCode });
    const edit = (await rename(at("90 is not"), "60")) as WorkspaceEdit;
    expect(edit.changes).toBeUndefined();
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    const changes = edit.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : []));
    expect(TextDocument.applyEdits(document, (changes ?? []) as TextEdit[])).toBe(expected);
  });

  test("works without versions and without preparing", async () => {
    await withLetter();
    const edit = (await rename(at("90 is not"), "60")) as WorkspaceEdit;
    expect(TextDocument.applyEdits(document, edit.changes?.[uri] ?? [])).toBe(expected);
  });

  test.each(["\r\n", "\r", "\n\n"])("with line ends %j too", async (lineEnd) => {
    await withLetter({}, letter.replaceAll("\n", lineEnd));
    const edit = (await rename(at("90: Upheld"), "60")) as WorkspaceEdit;
    expect(TextDocument.applyEdits(document, edit.changes?.[uri] ?? [])).toBe(
      expected.replaceAll("\n", lineEnd),
    );
  });

  test("refuses a name that isn't such a number, and shows an example", async () => {
    await withLetter({ capabilities: vsCode });
    await expect(rename(at("90: Upheld"), "many")).rejects.toThrow(
      "Enter a whole number, for example 60 or #60.",
    );
    await expect(rename(at("7.5mg, #90"), "lots")).rejects.toThrow(
      "Enter a number, for example 7.5 or 7.5 mg.",
    );
    await expect(rename(at("7.5mg, #90"), "7.5 mcg")).rejects.toThrow(
      "The letter states this in mg. Change the unit in the letter itself.",
    );
    await expect(rename(at("7.5mg, #90"), "#90")).rejects.toThrow(
      "“#90” is a count, but this is a strength. Enter a number, for example 7.5 or 7.5 mg.",
    );
    await expect(rename(at("MRI of"), "60")).rejects.toThrow(notRenamed);
  });

  test("refuses one number for two", async () => {
    await withLetter({}, letterWith("Norco 10/325mg #60: Upheld"));
    await expect(rename(at("10/325"), "10")).rejects.toThrow(
      "Enter all 2 numbers of the strength, for example 10/325 or 10/325 mg.",
    );
  });
});

describe("linked editing", () => {
  const linked = (position: Position) =>
    editor.connection.sendRequest(LinkedEditingRangeRequest.type, { textDocument, position });

  test("links the places of a number, with a pattern of what can be typed there", async () => {
    await withLetter({ capabilities: vsCode });
    expect(editor.hello.capabilities.linkedEditingRangeProvider).toBe(true);
    const found = await linked(at("7.5mg, #90"));
    expect(found?.ranges.map((range) => document.getText(range))).toEqual(["7.5", "7.5"]);
    const allowed = new RegExp(`^(?:${found?.wordPattern})$`);
    for (const typed of ["", "1", "7.", "10/325", "75-0.2"]) expect(typed).toMatch(allowed);
    for (const typed of [" ", "mg", "#"]) expect(typed).not.toMatch(allowed);
  });

  test("has nothing to link elsewhere", async () => {
    await withLetter({ capabilities: vsCode });
    expect(await linked(at("Flexeril 7.5mg"))).toBeNull();
    expect(await linked(at("41 year old"))).toBeNull();
  });
});

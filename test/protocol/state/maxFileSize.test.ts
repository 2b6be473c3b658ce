/** A file too long to be read in full is read in part, and says so. */
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import {
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  type FullDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { type LetterOverview, overviewRequest } from "../../../server/src/protocol/extensions.ts";
import { truncateToLimit } from "../../../server/src/protocol/state/maxFileSize.ts";
import { type Editor, editorInMemory, vsCode, type Wishes } from "../client.ts";

const sound = readFileSync("samples/opioids-and-muscle-relaxants.imr.txt", "utf8");
const undecided = readFileSync("samples/missing-decision.imr.txt", "utf8");
const uri = "file:///many.imr";
const textDocument = { uri };

let editor: Editor;
afterEach(() => editor?.stop());

async function opened(text: string, millions: unknown, wishes: Wishes = {}) {
  const settings = { maxFileSize: millions };
  ({ editor } = await editorInMemory({ capabilities: vsCode, settings, ...wishes }));
  // The settings are asked for as the editor connects; its next answer comes after them.
  await editor.connection.sendRequest("imr/newLetter", { form: "2016", issues: 1 });
  await editor.open(uri, text);
}

async function problems() {
  const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  return (report as FullDocumentDiagnosticReport).items;
}
/** But for the remark that a file holds several letters. */
const codes = async () =>
  (await problems()).flatMap(({ code }) => (code === "letter/several-letters" ? [] : [code]));
const overview = () => editor.connection.sendRequest<LetterOverview>(overviewRequest, { textDocument });

describe("a file of more than the setting says", () => {
  test("shows the problems of the letters that were read, and that it was not read in full", async () => {
    await opened(undecided + sound.repeat(20), 0.03);
    const [notice] = await problems();
    expect(notice).toMatchObject({
      code: "letter/too-long",
      severity: 3,
      range: { start: { line: 0, character: 0 } },
      message: expect.stringMatching(/only its first \d+ lines.*imr\.maxFileSize/s),
    });
    expect(notice?.codeDescription).toBeUndefined();
    expect(await codes()).toEqual(["letter/too-long", "issue/missing-decision"]);
    const { readLines, issues } = await overview();
    expect(notice?.message).toContain(` ${readLines} lines`);
    expect(issues.length).toBeGreaterThan(3);
    expect(issues.length).toBeLessThan(20);
  });

  test("shows no problems of the letter in which reading stopped", async () => {
    await opened(undecided.replace(/Claims Administrator guideline:/g, "") + "x ".repeat(20_000), 0.02);
    expect(await codes()).toEqual(["letter/too-long"]);
    const symbols = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
    expect(symbols?.length).toBeGreaterThan(2);
  });

  test("is left alone by mending behind what was read", async () => {
    await opened(`${sound.repeat(3)}\n\n\n\n\n\n\n\n`, 0.01);
    const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    const { readLines = 0 } = await overview();
    expect(readLines).toBeGreaterThan(50);
    expect((edits ?? []).every(({ range }) => range.end.line <= readLines)).toBe(true);
  });

  test("is read in full when the setting says so, at once", async () => {
    await opened(undecided + sound.repeat(3), 0.01);
    expect(await codes()).toContain("letter/too-long");
    editor.settings = { maxFileSize: 1 };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await editor.connection.sendRequest("imr/newLetter", { form: "2016", issues: 1 });
    expect(await codes()).toEqual(["issue/missing-decision"]);
    expect((await overview()).readLines).toBeUndefined();
  });

  test("is told so too where the editor gives its settings at the start", async () => {
    const wishes = { capabilities: {}, initializationOptions: { imr: { maxFileSize: 0.01 } } };
    await opened(sound.repeat(3), undefined, wishes);
    expect((await overview()).readLines).toBeGreaterThan(50);
  });
});

test.each([[undefined], [null], ["1"], [{}], [Number.NaN]])(
  "a setting of %j means the usual size",
  async (setting) => {
    await opened(sound.repeat(3), setting);
    expect(await codes()).toEqual([]);
  },
);

test("a file of ordinary size is read in full", async () => {
  await opened(sound, undefined);
  expect((await overview()).readLines).toBeUndefined();
});

describe("what is read of a text", () => {
  test.each([
    ["all of a short one", "one\ntwo", 7, "one\ntwo"],
    ["whole lines", "one one one\ntwo", 14, "one one one\n"],
    ["whole lines of an old Mac", "one one one\rtwo", 14, "one one one\r"],
    ["a part of a long line", "one\ntwo two two two two", 12, "one\ntwo two "],
    ["no half of a surrogate pair", "aaaa😀bbbb", 5, "aaaa"],
  ])("%s", (_, text, most, read) => {
    expect(truncateToLimit(text, most)).toBe(read);
  });
});

/** Only the start of a very long file is read, and a problem says so. */
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
  // The server requests the settings when the editor connects; the next result comes after them.
  await editor.connection.sendRequest("imr/newLetter", { form: "2016", issues: 1 });
  await editor.open(uri, text);
}

async function problems() {
  const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
  return (report as FullDocumentDiagnosticReport).items;
}
/** Except the hint that a file contains several letters. */
const codes = async () =>
  (await problems()).flatMap(({ code }) => (code === "letter/several-letters" ? [] : [code]));
const overview = () => editor.connection.sendRequest<LetterOverview>(overviewRequest, { textDocument });

describe("a file longer than the setting", () => {
  test("shows the problems of the letters that were read, and that it wasn't read in full", async () => {
    await opened(undecided + sound.repeat(20), 0.03);
    const [notice] = await problems();
    expect(notice).toMatchObject({
      code: "letter/too-long",
      severity: 3,
      range: { start: { line: 0, character: 0 } },
      message: expect.stringMatching(
        /^Only the first \d+ lines of this long file were read\. .*imr\.maxFileSize\.$/,
      ),
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

  test("isn't cleaned up after the part that was read", async () => {
    await opened(`${sound.repeat(3)}\n\n\n\n\n\n\n\n`, 0.01);
    const edits = await editor.connection.sendRequest(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    const { readLines = 0 } = await overview();
    expect(readLines).toBeGreaterThan(50);
    expect((edits ?? []).every(({ range }) => range.end.line <= readLines)).toBe(true);
  });

  test("is read in full as soon as the setting allows it", async () => {
    await opened(undecided + sound.repeat(3), 0.01);
    expect(await codes()).toContain("letter/too-long");
    editor.settings = { maxFileSize: 1 };
    await editor.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await editor.connection.sendRequest("imr/newLetter", { form: "2016", issues: 1 });
    expect(await codes()).toEqual(["issue/missing-decision"]);
    expect((await overview()).readLines).toBeUndefined();
  });

  test("is also truncated if the setting is in the initialization options", async () => {
    const wishes = { capabilities: {}, initializationOptions: { imr: { maxFileSize: 0.01 } } };
    await opened(sound.repeat(3), undefined, wishes);
    expect((await overview()).readLines).toBeGreaterThan(50);
  });
});

test.each([[undefined], [null], ["1"], [{}], [Number.NaN]])(
  "a setting of %j means the default size",
  async (setting) => {
    await opened(sound.repeat(3), setting);
    expect(await codes()).toEqual([]);
  },
);

test("a file of ordinary size is read in full", async () => {
  await opened(sound, undefined);
  expect((await overview()).readLines).toBeUndefined();
});

describe("the part of a text that is read is", () => {
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

/** A drug list: read from a table, made a pack, and shown in hovers. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HoverRequest } from "vscode-languageserver/node";
import {
  knowledgeRequest,
  type ReadDrugList,
  readDrugListRequest,
} from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode } from "../client.ts";

const uri = "file:///letter.imr";
const text = letterWith(...flexeril);
let editor: Editor;

beforeEach(async () => {
  ({ editor } = await editorInMemory({ capabilities: vsCode }));
  await editor.open(uri, text);
});
afterEach(() => editor.stop());

const read = (params: object): Promise<ReadDrugList | null> =>
  editor.connection.sendRequest(readDrugListRequest, params);

const table =
  "Drug,Status,Since\ncyclobenzaprine,Non-Exempt,2018\nnobodrine,Exempt,2018\ntramadol,maybe,2018\n";

test("its columns, its problems, and the drugs that aren't known", async () => {
  expect(await read({ text: table })).toEqual({
    headers: ["Drug", "Status", "Since"],
    columns: { ingredient: 0, status: 1 },
    preview: [
      ["cyclobenzaprine", "Non-Exempt", "2018"],
      ["nobodrine", "Exempt", "2018"],
      ["tramadol", "maybe", "2018"],
    ],
    entries: 2,
    problems: [{ line: 4, message: "“maybe” isn't a status. Use “exempt” or “non-exempt”." }],
    unknown: ["nobodrine"],
    pack: null,
  });
});

test("its pack, whose hovers say the status with the list's name and date", async () => {
  const made = await read({
    text: table,
    columns: { ingredient: 0, status: 1 },
    name: "County",
    date: "2026-03-01",
  });
  const packs = [{ uri: "file:///county.imr-pack.json", text: made?.pack }];
  expect(await editor.connection.sendRequest(knowledgeRequest, { packs, copies: [] })).toEqual({
    problems: { "file:///county.imr-pack.json": [] },
  });
  const line = text.split("\n").findIndex((words) => words.startsWith("Flexeril"));
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line, character: 2 },
  });
  expect(JSON.stringify(hover?.contents)).toContain("Non-exempt in your drug list “County” of 2026-03-01.");
});

describe("anything else is answered", () => {
  test.each([
    [{}, null],
    [{ text: 7 }, null],
    [{ text: "x".repeat(4_000_001) }, null],
  ])("%#", async (params, expected) => expect(await read(params)).toEqual(expected));

  test("columns that aren't any are left out", async () => {
    const columns = { ingredient: 0, status: -1, brand: "1", toString: 3, form: 99 };
    const list = await read({ text: table, columns });
    expect(list?.columns).toEqual({ ingredient: 0, form: 99 });
    expect(list?.problems[0]?.message).toBe("No column has the status, special fill, or perioperative fill.");
  });
});

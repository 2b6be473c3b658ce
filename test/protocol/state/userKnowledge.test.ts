/** What the user adds to the built-in guidelines and drugs, as the editor tells it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { DocumentDiagnosticRequest } from "vscode-languageserver/node";
import type { GuidelineCopy } from "../../../server/src/knowledge/types.ts";
import { knowledgeRequest } from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode } from "../client.ts";

const uri = "file:///letter.imr";
let editor: Editor;

beforeEach(async () => {
  ({ editor } = await editorInMemory({ capabilities: vsCode }));
  await editor.open(uri, letterWith(...flexeril));
});

afterEach(() => editor.stop());

const tell = (told: unknown) => editor.connection.sendRequest(knowledgeRequest, told);
const pull = () => editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });

const copy: GuidelineCopy = {
  guideline: "chronic-pain-2009",
  source: "guideline.pdf",
  imported: "2026-11-27",
  pages: [],
};

test("the letters are looked at again", async () => {
  await tell({ packs: [], copies: [copy] });
  expect(editor.asked.refresh).toBe(1);
  expect((await pull()).kind).toBe("full");
});

test("what makes no sense is refused in words, and what was known stays", async () => {
  for (const told of [null, {}, { packs: "all", copies: [] }, { packs: [], copies: [{ guideline: 1 }] }]) {
    await expect(tell(told)).rejects.toThrow("takes lists of packs and copies");
  }
  expect(editor.asked.refresh).toBe(0);
  expect((await pull()).kind).toBe("full");
});

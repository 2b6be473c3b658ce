/** What the user adds to the built-in guidelines and drugs, as the editor sends it. */
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

const send = (params: unknown) => editor.connection.sendRequest(knowledgeRequest, params);
const pull = () => editor.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });

const copy: GuidelineCopy = {
  guideline: "chronic-pain-2009",
  source: "guideline.pdf",
  imported: "2026-11-27",
  pages: [],
};

test("letters are reviewed again", async () => {
  await send({ packs: [], copies: [copy] });
  expect(editor.asked.refresh).toBe(1);
  expect((await pull()).kind).toBe("full");
});

test("invalid parameters are refused, and the previous knowledge stays", async () => {
  for (const invalid of [null, {}, { packs: "all", copies: [] }, { packs: [], copies: [{ guideline: 1 }] }]) {
    await expect(send(invalid)).rejects.toThrow("imr/knowledge: expected { packs: [], copies: [] }.");
  }
  expect(editor.asked.refresh).toBe(0);
  expect((await pull()).kind).toBe("full");
});

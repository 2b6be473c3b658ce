/** The log never quotes a letter, whatever fails. */
import { afterEach, expect, test, vi } from "vitest";
import {
  CodeActionRequest,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
} from "vscode-languageserver/node";
import { flexeril, letterWith } from "../fixture/letter.ts";
import { type Editor, editorInMemory, vsCode } from "./client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const text = letterWith(...flexeril);

/** Fails as badly as can be: the message and the error itself are the letter. */
const failWith = vi.hoisted(() => (letter: { text: string }) => {
  throw Object.assign(new RangeError(letter.text), { letter, toString: () => letter.text });
});
vi.mock("../../server/src/features/reading/hover.ts", () => ({ hoverAt: failWith }));
vi.mock("../../server/src/features/reading/outline.ts", () => ({ outline: failWith }));
vi.mock("../../server/src/review/suppressions.ts", () => ({
  withoutSuppressed: (findings: unknown) => findings,
  withoutIgnored: (_: unknown, letter: { text: string }) => failWith(letter),
  findingFingerprint: () => "",
}));
vi.mock("../../server/src/review/rules.ts", () => ({
  rules: [{ id: "letter/broken", severity: "warning", title: "Broken", law: undefined, check: failWith }],
}));

let editor: Editor;
afterEach(() => editor.stop());

function expectNoWordOf(letter: string, log: readonly string[]): void {
  const words = new Set(letter.match(/[A-Za-z]{8,}/g));
  expect(words.size).toBeGreaterThan(20);
  // Names of source files may appear, even if letters have the same words.
  const lines = log.map((line) => line.replaceAll(/\S+\.ts:\d+:\d+/g, ""));
  for (const line of lines) for (const word of words) expect(line).not.toContain(word);
}

test("hover, outline, diagnostics, and code actions fail without quoting the letter", async () => {
  ({ editor } = await editorInMemory({ capabilities: vsCode }));
  await editor.open(uri, text);
  const position = { line: 19, character: 2 };
  const range = { start: position, end: position };
  const ask = editor.connection;
  expect(await ask.sendRequest(HoverRequest.type, { textDocument, position })).toBeNull();
  expect(await ask.sendRequest(DocumentSymbolRequest.type, { textDocument })).toEqual([]);
  expect(await ask.sendRequest(DocumentDiagnosticRequest.type, { textDocument })).toMatchObject({
    items: [],
  });
  const params = { textDocument, range, context: { diagnostics: [] } };
  expect(await ask.sendRequest(CodeActionRequest.type, params)).toEqual([]);

  const firstLines = editor.log.map((line) => line.split("\n")[0]);
  expect(firstLines).toEqual([
    "Hover failed: RangeError",
    "Outline failed: RangeError",
    "Rule letter/broken failed: RangeError",
    "Checking failed: RangeError",
    "Code actions failed: RangeError",
  ]);
  expectNoWordOf(text, editor.log);
});

test("pushed diagnostics fail without quoting the letter", async () => {
  const started = await editorInMemory();
  editor = started.editor;
  await editor.open(uri, text);
  await editor.connection.sendRequest(HoverRequest.type, {
    textDocument,
    position: { line: 0, character: 0 },
  });
  started.clock.advance(200);
  await vi.waitFor(() => expect(editor.log.some((line) => line.startsWith("Checking failed"))).toBe(true));
  expectNoWordOf(text, editor.log);
});

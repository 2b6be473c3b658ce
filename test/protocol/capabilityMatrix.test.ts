/** Every kind of editor gets results that it supports: each message is checked against LSP's meta model. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  CodeLensRequest,
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DidSaveTextDocumentNotification,
  type InlayHint,
  InlayHintRequest,
  InlayHintResolveRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { clearReviewRequest, reviewWorkspaceRequest } from "../../server/src/protocol/extensions.ts";
import { type Editor, editorInMemory } from "./client.ts";
import { editors } from "./editors.ts";
import { createJudge } from "./judge.ts";
import { faultsInResult } from "./metaModel.ts";
import { allQuestions } from "./questions.ts";
import { editorWithFolder, folderOf } from "./workspace.ts";

const uri = "file:///letters/one.imr";
const sound = readFileSync("samples/opioids-and-muscle-relaxants.imr.txt", "utf8");
/** Something for each feature: no decision, no pages, a contradiction, an ignored rule, and an odd citation. */
const faulty = sound
  .replace("Norco 10/325mg #120: Upheld", "Norco 10/325mg #120:")
  .replace("48 year old male", "84 year old female")
  .replace("Opioids, specific drug list.", "Opioids, specific drug list, page(s) 963-62, and ODG.")
  .concat(
    "\n\nTramadol 50mg #60: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Chronic Pain Medical",
    " Treatment 2009, Section(s): Opioids.\n\nDecision rationale:\n",
  );

/** Positions for requests: at the start, and in a drug, a count, a citation, a rationale, and an empty rationale. */
const places = [
  "",
  "Norco 10/325mg #120:",
  "#120:",
  "Opioids, criteria",
  "is not medically",
  "Tramadol 50mg",
];

function positionOf(text: string, words: string) {
  const before = text.slice(0, text.indexOf(words)).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length + Math.min(2, words.length) };
}

async function converse(wishes: (typeof editors)[string]) {
  const texts = new Map<string, string>();
  const judge = createJudge((which) => texts.get(which));
  const { editor, clock } = await editorInMemory({ ...wishes, witness: judge.witness });
  const answers: { method: string; answer: unknown }[] = [];
  const ask = async <R>(method: string, params: object): Promise<R | undefined> => {
    try {
      const answer = await editor.connection.sendRequest<R>(method, params);
      answers.push({ method, answer });
      return answer;
    } catch {
      // The judge knows which requests may be refused.
      return undefined;
    }
  };
  for (const text of [sound, faulty]) {
    texts.set(uri, text);
    await editor.open(uri, text);
    await editor.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    for (const words of text === sound ? places.slice(0, 2) : places) {
      const position = positionOf(text, words);
      const other = { line: position.line + 3, character: 0 };
      for (const { announced, method, params } of allQuestions) {
        if (announced && !editor.hello.capabilities[announced]) continue;
        await ask(method, { textDocument: { uri }, ...params(position, " ", other) });
      }
    }
    await resolve(editor, ask);
    clock.advance(1_000);
    await ask(CodeLensRequest.method, { textDocument: { uri } });
    await editor.close(uri);
  }
  await editor.stop();
  return { editor, judge, answers };
}

/** Resolves suggestions and hints, as an editor does before it shows them. */
async function resolve(editor: Editor, ask: <R>(method: string, params: object) => Promise<R | undefined>) {
  const position = positionOf(faulty, "Opioids, criteria");
  const list = await ask<{ items: CompletionItem[] }>(CompletionRequest.method, {
    textDocument: { uri },
    position,
  });
  for (const item of list?.items.slice(0, 3) ?? []) await ask(CompletionResolveRequest.method, item);
  if (!editor.hello.capabilities.inlayHintProvider) return;
  const range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const hints = await ask<InlayHint[]>(InlayHintRequest.method, { textDocument: { uri }, range });
  for (const hint of hints?.slice(0, 3) ?? []) await ask(InlayHintResolveRequest.method, hint);
}

/** JSON that an editor with these capabilities must not be sent. */
function unwelcome({ textDocument, workspace }: ClientCapabilities, hasCommands: boolean): readonly RegExp[] {
  const item = textDocument?.completion?.completionItem;
  const when = (ability: unknown, ...patterns: RegExp[]) => (ability ? [] : patterns);
  return [
    ...when(item?.snippetSupport, /"insertTextFormat":2/),
    ...when(workspace?.workspaceEdit?.snippetEditSupport, /"snippet":\{/),
    ...when(item?.labelDetailsSupport, /"labelDetails"/),
    ...when(workspace?.workspaceEdit?.documentChanges, /"documentChanges"/),
    ...when(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport, /"selectionRange"/),
    ...when(textDocument?.definition?.linkSupport, /"targetUri"/),
    ...when(textDocument?.hover?.contentFormat?.includes("markdown"), /"contents":\{"kind":"markdown"/),
    ...when(hasCommands, /"command":"imr\./),
  ];
}

describe.each(Object.entries(editors))("%s", (_, wishes) => {
  test("gets nothing that the protocol doesn't define or that the editor doesn't support", async () => {
    const { editor, judge, answers } = await converse(wishes);
    expect(judge.faults).toEqual([]);
    expect(editor.log).toEqual([]);
    expect(judge.answers.size).toBeGreaterThan(16);

    const { textDocument } = wishes.capabilities ?? {};
    const json = JSON.stringify([answers, editor.unread]);
    for (const pattern of unwelcome(wishes.capabilities ?? {}, wishes.initializationOptions !== undefined)) {
      expect(json).not.toMatch(pattern);
    }
    const canRelate = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
    if (!canRelate.some((can) => can?.relatedInformation)) expect(json).not.toContain('"relatedInformation"');

    // It does get results: problems, pulled or pushed, and content for each request.
    expect(json).toContain('"code":"issue/missing-decision"');
    const empty = [...judge.answers.keys()].filter((method) =>
      answers.every((one) => one.method !== method || isEmpty(one.answer)),
    );
    expect(empty.filter((method) => !["initialize", "shutdown"].includes(method))).toEqual([]);
  });
});

test("the same holds for an editor that provides files", async () => {
  const judge = createJudge(() => undefined);
  const files = { "sound.imr": sound, "faulty.imr": faulty, "notes.txt": "Buy milk.", "broken.txt": null };
  const workspace = await editorWithFolder(folderOf(files), {
    witness: judge.witness,
    settings: { workspace: { review: true } },
  });
  await workspace.settled();
  const { connection, log } = workspace.editor;
  await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "norco" });
  await connection.sendRequest(reviewWorkspaceRequest, {});
  await workspace.notify("changed", "sound.imr");
  await connection.sendRequest(clearReviewRequest);
  await workspace.settled();
  expect(workspace.reports.length).toBeGreaterThan(1);
  expect(workspace.progress).toContain("Reviewing letters");
  await workspace.editor.stop();
  expect(judge.faults).toEqual([]);
  expect(log).toEqual([]);
});

const isEmpty = (answer: unknown): boolean =>
  answer === null || (Array.isArray(answer) && answer.length === 0) || answer === undefined;

describe("a violation of the protocol is noticed:", () => {
  test.each([
    ["a missing property", "textDocument/hover", {}],
    ["a wrong type", "textDocument/hover", { contents: 5 }],
    ["a misspelled property", "textDocument/hover", { contents: "words", rang: {} }],
    ["a number that isn't a kind", "textDocument/documentHighlight", [{ range: range(0, 1), kind: 9 }]],
    ["a negative line", "textDocument/definition", { uri: "file:///a", range: range(-1, 1) }],
    ["an address that is none", "textDocument/definition", { uri: "a.imr", range: range(0, 1) }],
  ])("%s", (_, method, result) => {
    expect(faultsInResult(method, result)).toHaveLength(1);
  });

  test("a valid message is not", () => {
    const symbol = { name: "a", kind: 13, range: range(0, 9), selectionRange: range(0, 1) };
    expect(faultsInResult("textDocument/documentSymbol", [{ ...symbol, children: [symbol] }])).toEqual([]);
    expect(faultsInResult("textDocument/hover", { contents: { kind: "markdown", value: "a" } })).toEqual([]);
    expect(faultsInResult("textDocument/hover", null)).toEqual([]);
  });
});

function range(start: number, end: number) {
  return { start: { line: start, character: 0 }, end: { line: end, character: 0 } };
}

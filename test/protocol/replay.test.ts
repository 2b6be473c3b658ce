/**
 * Each sample is typed key by key, and what an editor asks while somebody types is asked after each key: no half-typed
 * state makes an answer fail, and none is slow. What is asked only now and then takes turns; with `IMR_TYPING=all` all of
 * it is asked after each key, and the times are shown.
 */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionTriggerKind,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
} from "vscode-languageserver/node";
import { overviewRequest } from "../../server/src/protocol/extensions.ts";
import { type Editor, editorInMemory, vsCode } from "./client.ts";

const asksAll = process.env.IMR_TYPING === "all";
/** In so many keys each of the rarer questions has its turn. */
const turns = 7;
const allowedMilliseconds = 10;
const uri = "untitled:letter";

const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Question {
  /** What the server announces where it answers this. */
  readonly announced: keyof ServerCapabilities | undefined;
  readonly method: string;
  /** Editors ask it at every key. */
  readonly always?: boolean;
  params(position: Position, key: string): object;
}

const here = (position: Position) => ({ position });
const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const nothing = () => ({});

const questions: readonly Question[] = [
  {
    announced: "completionProvider",
    method: CompletionRequest.method,
    always: true,
    params: (position, key) => ({
      position,
      context: { triggerKind: CompletionTriggerKind.TriggerCharacter, triggerCharacter: key },
    }),
  },
  {
    announced: "completionProvider",
    method: CompletionRequest.method,
    params: (position) => ({ position, context: { triggerKind: CompletionTriggerKind.Invoked } }),
  },
  {
    announced: "inlayHintProvider",
    method: InlayHintRequest.method,
    always: true,
    params: () => ({ range: everything }),
  },
  { announced: "codeLensProvider", method: CodeLensRequest.method, always: true, params: nothing },
  { announced: "documentLinkProvider", method: DocumentLinkRequest.method, params: nothing },
  { announced: "documentSymbolProvider", method: DocumentSymbolRequest.method, params: nothing },
  { announced: "foldingRangeProvider", method: FoldingRangeRequest.method, params: nothing },
  {
    announced: "semanticTokensProvider",
    method: SemanticTokensRequest.method,
    always: true,
    params: nothing,
  },
  {
    announced: "diagnosticProvider",
    method: DocumentDiagnosticRequest.method,
    always: true,
    params: nothing,
  },
  {
    announced: "codeActionProvider",
    method: CodeActionRequest.method,
    params: (position) => ({ range: { start: position, end: position }, context: { diagnostics: [] } }),
  },
  { announced: "hoverProvider", method: HoverRequest.method, params: here },
  { announced: "definitionProvider", method: DefinitionRequest.method, params: here },
  { announced: "documentHighlightProvider", method: DocumentHighlightRequest.method, params: here },
  {
    announced: "referencesProvider",
    method: ReferencesRequest.method,
    params: (position) => ({ position, context: { includeDeclaration: true } }),
  },
  {
    announced: "selectionRangeProvider",
    method: SelectionRangeRequest.method,
    params: (position) => ({ positions: [position] }),
  },
  { announced: "renameProvider", method: PrepareRenameRequest.method, params: here },
  { announced: "linkedEditingRangeProvider", method: LinkedEditingRangeRequest.method, params: here },
  {
    announced: "documentFormattingProvider",
    method: DocumentFormattingRequest.method,
    params: () => ({ options: { tabSize: 2, insertSpaces: true } }),
  },
  { announced: undefined, method: overviewRequest, params: nothing },
];

/** The refusal of a rename is an answer in words, not a failure. */
const mayRefuse = new Set<string>([PrepareRenameRequest.method]);

describe("typing each sample", () => {
  let editor: Editor;
  const times = new Map<string, number[]>();

  beforeAll(async () => {
    ({ editor } = await editorInMemory({
      capabilities: vsCode,
      initializationOptions: { imr: { ignore: true, commands: true } },
    }));
  });
  afterAll(() => editor.stop());

  async function ask({ announced, method, params }: Question, position: Position, key: string) {
    if (announced && !editor.hello.capabilities[announced]) return;
    const started = performance.now();
    try {
      const textDocument = { uri };
      await editor.connection.sendRequest(method, { textDocument, ...params(position, key) });
    } catch (error) {
      if (!mayRefuse.has(method)) throw error;
    }
    const all = times.get(method) ?? [];
    times.set(method, all);
    all.push(performance.now() - started);
  }

  test.each(samples)("%s", { timeout: 1_800_000 }, async (name) => {
    const text = readFileSync(`samples/${name}`, "utf8").replaceAll("\r\n", "\n");
    await editor.open(uri, "");
    let [line, character] = [0, 0];
    for (let at = 0; at < text.length; at++) {
      const typed = text.charAt(at);
      const start = { line, character };
      if (typed === "\n") [line, character] = [line + 1, 0];
      else character++;
      await editor.change(uri, { range: { start, end: start }, text: typed });
      for (const [index, question] of questions.entries()) {
        if (!asksAll && !question.always && (at + index) % turns !== 0) continue;
        await ask(question, { line, character }, typed);
      }
    }
    await editor.close(uri);
    expect(editor.log.filter((message) => /failed/.test(message))).toEqual([]);
  });

  test(`half of all answers of each kind come within ${allowedMilliseconds} ms`, () => {
    const medians = [...times].map(([method, all]) => {
      const median = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
      return { method, median: Math.round(median * 100) / 100, asked: all.length };
    });
    if (asksAll) console.table(medians);
    expect(medians.filter(({ median }) => median > allowedMilliseconds)).toEqual([]);
    expect(medians.length).toBeGreaterThan(6);
  });
});

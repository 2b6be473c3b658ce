/**
 * Each sample is typed key by key, and everything that an editor asks while somebody types is asked after the key: no
 * half-typed state makes an answer fail, and none is slow. `npm test` stops at a fixed share of the keys;
 * `IMR_TYPING=all` asks after each of them.
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

/** A text is asked about after every so many keys; a prime, so that all places in a line come up. */
const stride = process.env.IMR_TYPING === "all" ? 1 : 41;
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
  params(position: Position, key: string): object;
}

const here = (position: Position) => ({ position });
const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const nothing = () => ({});

const questions: readonly Question[] = [
  {
    announced: "completionProvider",
    method: CompletionRequest.method,
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
  { announced: "inlayHintProvider", method: InlayHintRequest.method, params: () => ({ range: everything }) },
  { announced: "codeLensProvider", method: CodeLensRequest.method, params: nothing },
  { announced: "documentLinkProvider", method: DocumentLinkRequest.method, params: nothing },
  { announced: "documentSymbolProvider", method: DocumentSymbolRequest.method, params: nothing },
  { announced: "foldingRangeProvider", method: FoldingRangeRequest.method, params: nothing },
  { announced: "semanticTokensProvider", method: SemanticTokensRequest.method, params: nothing },
  { announced: "diagnosticProvider", method: DocumentDiagnosticRequest.method, params: nothing },
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
    let typed = "";
    for (let at = 0; at < text.length; at++) {
      typed += text[at];
      if (at % stride !== 0 && at !== text.length - 1) continue;
      const start = { line, character };
      const lines = typed.split("\n");
      character = lines.length === 1 ? character + typed.length : (lines.at(-1)?.length ?? 0);
      line += lines.length - 1;
      await editor.change(uri, { range: { start, end: start }, text: typed });
      for (const question of questions) await ask(question, { line, character }, text[at] ?? "");
      typed = "";
    }
    await editor.close(uri);
    expect(editor.log.filter((message) => /failed/.test(message))).toEqual([]);
  });

  test(`half of all answers of each kind come within ${allowedMilliseconds} ms`, () => {
    const medians = [...times].map(([method, all]) => {
      const median = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
      return { method, median: Math.round(median * 100) / 100, asked: all.length };
    });
    if (process.env.IMR_TYPING) console.table(medians);
    expect(medians.filter(({ median }) => median > allowedMilliseconds)).toEqual([]);
    expect(medians.length).toBeGreaterThan(6);
  });
});

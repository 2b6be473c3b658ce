/** All requests of an editor about a position in an open letter. */
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
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  LinkedEditingRangeRequest,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  type ServerCapabilities,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import {
  newIssueRequest,
  newLetterRequest,
  overviewRequest,
  rationaleOutlineRequest,
} from "../../server/src/protocol/extensions.ts";

export interface Question {
  /** The capability that announces the request; undefined for custom requests. */
  readonly announced: keyof ServerCapabilities | undefined;
  readonly method: string;
  /** Editors send it at every key. */
  readonly always?: boolean;
  /** The parameters except the document: for a position, the other end of a range, and the last key. */
  params(position: Position, key: string, other?: Position): object;
}

const here = (position: Position) => ({ position });
const between = (position: Position, _key: string, other = position) => ({
  range: { start: position, end: other },
});
const everything = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };
const nothing = () => ({});

/** Requests while the user types. */
export const questions: readonly Question[] = [
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
    params: (position, key, other) => ({ ...between(position, key, other), context: { diagnostics: [] } }),
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
    params: () => ({ options }),
  },
  { announced: undefined, method: overviewRequest, params: nothing },
];

/** Occasional requests. */
export const rareQuestions: readonly Question[] = [
  { announced: "inlayHintProvider", method: InlayHintRequest.method, params: between },
  { announced: "semanticTokensProvider", method: SemanticTokensRangeRequest.method, params: between },
  {
    announced: "semanticTokensProvider",
    method: SemanticTokensDeltaRequest.method,
    params: () => ({ previousResultId: "1" }),
  },
  {
    announced: "documentRangeFormattingProvider",
    method: DocumentRangeFormattingRequest.method,
    params: (position, key, other) => ({ ...between(position, key, other), options }),
  },
  {
    announced: "renameProvider",
    method: RenameRequest.method,
    params: (position) => ({ position, newName: "30" }),
  },
  {
    announced: "workspaceSymbolProvider",
    method: WorkspaceSymbolRequest.method,
    params: (_, key) => ({ query: key }),
  },
  {
    announced: undefined,
    method: newIssueRequest,
    params: (position) => ({ position, treatment: "Norco 10/325mg #60", decision: "Upheld" }),
  },
  { announced: undefined, method: rationaleOutlineRequest, params: here },
  { announced: undefined, method: newLetterRequest, params: () => ({ form: "2016", issues: 2 }) },
];

export const allQuestions: readonly Question[] = [...questions, ...rareQuestions];

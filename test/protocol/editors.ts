/** The capabilities that editors send when they connect, as far as they matter to a server. */
import type { ClientCapabilities, SemanticTokensClientCapabilities } from "vscode-languageserver/node";
import { letterTokenTypes } from "../../server/src/protocol/extensions.ts";
import vsCodeInFull from "../fixtures/lsp/vscode.json" with { type: "json" };
import type { Wishes } from "./client.ts";

const markup = ["markdown", "plaintext"] as const;
const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1) as never[];

/** Neovim 0.11, `vim.lsp.protocol.make_client_capabilities()`. */
const neovim: ClientCapabilities = {
  general: { positionEncodings: ["utf-8", "utf-16", "utf-32"] },
  textDocument: {
    diagnostic: { dynamicRegistration: false, tagSupport: { valueSet: upTo(2) } as never },
    inlayHint: {
      dynamicRegistration: true,
      resolveSupport: { properties: ["textEdits", "tooltip", "location", "command"] },
    },
    semanticTokens: {
      dynamicRegistration: false,
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
      requests: { range: false, full: { delta: true } },
      overlappingTokenSupport: true,
      multilineTokenSupport: true,
      serverCancelSupport: false,
      augmentsSyntaxTokens: true,
    },
    synchronization: { dynamicRegistration: false, willSave: true, willSaveWaitUntil: true, didSave: true },
    codeAction: {
      dynamicRegistration: true,
      codeActionLiteralSupport: {
        codeActionKind: { valueSet: ["", "quickfix", "refactor", "source", "source.organizeImports"] },
      },
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ["edit", "command"] },
    },
    codeLens: { dynamicRegistration: false, resolveSupport: { properties: ["command"] } },
    foldingRange: {
      dynamicRegistration: false,
      lineFoldingOnly: true,
      foldingRangeKind: { valueSet: ["comment", "imports", "region"] },
      foldingRange: { collapsedText: true },
    },
    formatting: { dynamicRegistration: true },
    rangeFormatting: { dynamicRegistration: true, rangesSupport: true },
    completion: {
      dynamicRegistration: false,
      completionItem: {
        snippetSupport: true,
        commitCharactersSupport: false,
        preselectSupport: false,
        deprecatedSupport: true,
        documentationFormat: [...markup],
        resolveSupport: { properties: ["additionalTextEdits", "command"] },
        tagSupport: { valueSet: [1] },
      },
      completionItemKind: { valueSet: upTo(25) },
      completionList: { itemDefaults: ["editRange", "insertTextFormat", "insertTextMode", "data"] },
      contextSupport: true,
    },
    definition: { linkSupport: true, dynamicRegistration: true },
    hover: { dynamicRegistration: true, contentFormat: [...markup] },
    references: { dynamicRegistration: false },
    documentHighlight: { dynamicRegistration: false },
    documentSymbol: {
      dynamicRegistration: false,
      symbolKind: { valueSet: upTo(26) },
      hierarchicalDocumentSymbolSupport: true,
    },
    rename: { dynamicRegistration: true, prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: upTo(2) }, dataSupport: true },
  },
  workspace: {
    symbol: { dynamicRegistration: false, symbolKind: { valueSet: upTo(26) } },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: false },
    workspaceFolders: true,
    applyEdit: true,
    workspaceEdit: { resourceOperations: ["rename", "create", "delete"] },
    semanticTokens: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

/** Neovim 0.7: no pulled diagnostics, no hints, no snippets. */
const olderNeovim: ClientCapabilities = {
  textDocument: {
    synchronization: { dynamicRegistration: false, willSave: false, willSaveWaitUntil: false, didSave: true },
    codeAction: {
      dynamicRegistration: false,
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "source"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    completion: {
      dynamicRegistration: false,
      completionItem: {
        snippetSupport: false,
        commitCharactersSupport: false,
        preselectSupport: false,
        deprecatedSupport: false,
        documentationFormat: [...markup],
      },
      completionItemKind: { valueSet: upTo(25) },
      contextSupport: false,
    },
    definition: { linkSupport: true },
    hover: { dynamicRegistration: false, contentFormat: [...markup] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true, symbolKind: { valueSet: upTo(26) } },
    rename: { dynamicRegistration: false, prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: upTo(2) } },
  },
  workspace: { configuration: true, applyEdit: true, workspaceFolders: true },
};

const vsCode = vsCodeInFull as unknown as ClientCapabilities;
const { textDocument, workspace } = vsCode;
const ours = { imr: { ignore: true, commands: true } };
const semanticTokens = {
  ...textDocument?.semanticTokens,
  tokenTypes: [...(textDocument?.semanticTokens?.tokenTypes ?? []), ...letterTokenTypes],
} as SemanticTokensClientCapabilities;

/** VS Code without one capability. */
const without = (what: ClientCapabilities): ClientCapabilities => ({
  ...vsCode,
  textDocument: { ...textDocument, ...what.textDocument },
  workspace: { ...workspace, ...what.workspace },
});

export const editors: Readonly<Record<string, Wishes>> = {
  "VS Code": { capabilities: without({ textDocument: { semanticTokens } }), initializationOptions: ours },
  "VS Code's protocol without our client": { capabilities: vsCode },
  "an editor that says nothing of itself": { capabilities: {} },
  "LSP 3.0": { capabilities: { textDocument: {}, workspace: { applyEdit: true } } },
  Neovim: { capabilities: neovim },
  "Neovim, older": { capabilities: olderNeovim },
  "no snippets": {
    capabilities: without({
      textDocument: {
        completion: {
          ...textDocument?.completion,
          completionItem: { ...textDocument?.completion?.completionItem, snippetSupport: false },
        },
      },
      workspace: { workspaceEdit: { ...workspace?.workspaceEdit, snippetEditSupport: false } },
    }),
    initializationOptions: ours,
  },
  "no hierarchical symbols": {
    capabilities: without({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: false } } }),
  },
  "no pulled diagnostics": { capabilities: without({ textDocument: { diagnostic: undefined } }) },
  "no configuration": {
    capabilities: without({
      workspace: { configuration: false, didChangeConfiguration: { dynamicRegistration: false } },
    }),
  },
  "no code actions but commands": { capabilities: without({ textDocument: { codeAction: {} } }) },
  "no document changes": {
    capabilities: without({ workspace: { workspaceEdit: { documentChanges: false } } }),
  },
  "plain text only": {
    capabilities: without({
      textDocument: {
        hover: { contentFormat: ["plaintext"] },
        completion: {
          ...textDocument?.completion,
          completionItem: { documentationFormat: ["plaintext"], snippetSupport: true },
        },
      },
    }),
  },
};

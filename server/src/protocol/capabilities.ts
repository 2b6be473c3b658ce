import type { ClientCapabilities } from "vscode-languageserver";

/** What the editor can take, asked once when it connects. Where it cannot, features answer more simply. */
export interface EditorAbilities {
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** The most folding ranges the editor wants of a document. */
  readonly foldingLimit: number;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
}

export function editorAbilities(client: ClientCapabilities): EditorAbilities {
  const { textDocument, workspace } = client;
  const diagnostics = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  return {
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.some((can) => can?.relatedInformation === true),
    codeDescription: diagnostics.some((can) => can?.codeDescriptionSupport === true),
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  };
}

import type { ClientCapabilities } from "vscode-languageserver";
import { imrSection } from "./imrSection.ts";

/** What the client can take, read once when it connects. Where it cannot, features answer more simply. */
export interface ClientFlags {
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** The most folding ranges the client wants of a document. */
  readonly foldingLimit: number;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  /** Takes code actions that carry an edit. */
  readonly codeActions: boolean;
  /** Takes edits that say which version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Takes edits with tab stops. */
  readonly snippetEdits: boolean;
  /** Takes definitions that say which words they are the definition of. */
  readonly definitionLinks: boolean;
  /** Asks what can be renamed before it asks for a name. */
  readonly prepareRename: boolean;
  /** Keeps the findings that the user ignores. */
  readonly storesIgnoredFindings: boolean;
  /** Shows where a link leads. */
  readonly linkTooltips: boolean;
  /** Takes suggestions with tab stops. */
  readonly snippetCompletion: boolean;
  /** Shows a remark beside a suggestion's label. */
  readonly completionLabelDetails: boolean;
  readonly markdownCompletion: boolean;
  /** Has the commands that hints and lenses call. */
  readonly clientCommands: boolean;
  readonly inlayHintRefresh: boolean;
  /** Asks for the tooltip of a hint when it is to be shown. */
  readonly inlayHintResolve: boolean;
  readonly codeLensRefresh: boolean;
  readonly semanticTokensRefresh: boolean;
  /** Asks the server for the text of documents that it writes. */
  readonly textDocumentContent: boolean;
  /** Lists and reads the files of the workspace for the server. */
  readonly providesFiles: boolean;
  /** Has folders, and tells when they become others. */
  readonly workspaceFolders: boolean;
  /** Tells of files that change. */
  readonly watchedFiles: boolean;
  /** Shows how far work in the background is. */
  readonly workDoneProgress: boolean;
  /** Opens the pages of guidelines that the server writes. */
  readonly guidelinePages: boolean;
  /** Reads the links of hovers as relative to `imr-guideline:/`. */
  readonly relativePageLinks: boolean;
}

/**
 * `initializationOptions` may say
 * `{ "imr": { "ignore": true, "commands": true, "pages": true, "pageLinks": "relative", "files": true } }`.
 */
export function readClientFlags(
  { textDocument, workspace, window }: ClientCapabilities,
  initializationOptions: unknown,
): ClientFlags {
  const imr = imrSection(initializationOptions);
  const versionedEdits = workspace?.workspaceEdit?.documentChanges === true;
  const diagnostics = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  return {
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: diagnostics.some((can) => can?.relatedInformation === true),
    codeDescription: diagnostics.some((can) => can?.codeDescriptionSupport === true),
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits,
    snippetEdits: versionedEdits && workspace?.workspaceEdit?.snippetEditSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    storesIgnoredFindings: imr?.ignore === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    snippetCompletion: textDocument?.completion?.completionItem?.snippetSupport === true,
    completionLabelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    markdownCompletion:
      textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") === true,
    clientCommands: imr?.commands === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    inlayHintResolve: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    providesFiles: imr?.files === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
    textDocumentContent: workspace?.textDocumentContent !== undefined,
    guidelinePages: workspace?.textDocumentContent !== undefined || imr?.pages === true,
    relativePageLinks: imr?.pageLinks === "relative",
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
  };
}

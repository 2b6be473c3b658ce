import type { ClientCapabilities } from "vscode-languageserver";
import { imrPart } from "./settings.ts";

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
  /** Takes code actions that carry an edit. */
  readonly codeActions: boolean;
  /** Takes edits that say which version of the document they are for. */
  readonly versionedEdits: boolean;
  /** Takes edits with tab stops. */
  readonly snippetEdits: boolean;
  /** Takes definitions that say which words they are the definition of. */
  readonly definitionLinks: boolean;
  /** Asks what can be renamed before it asks for a name. */
  readonly preparesRename: boolean;
  /** Keeps the findings that the user ignores. */
  readonly keepsIgnored: boolean;
  /** Shows where a link leads. */
  readonly linkTooltips: boolean;
  /** Takes suggestions with tab stops. */
  readonly snippetSuggestions: boolean;
  /** Shows a remark beside a suggestion's label. */
  readonly suggestionRemarks: boolean;
  readonly markdownSuggestions: boolean;
  /** Has the commands that hints and lenses call. */
  readonly hasCommands: boolean;
  readonly refreshHints: boolean;
  /** Asks for the tooltip of a hint when it is to be shown. */
  readonly asksForTooltips: boolean;
  readonly refreshLenses: boolean;
  readonly refreshTokens: boolean;
  /** Asks the server for the text of documents that it writes. */
  readonly asksForContent: boolean;
  /** Lists and reads the files of the workspace for the server. */
  readonly lendsFiles: boolean;
  /** Has folders, and tells when they become others. */
  readonly hasFolders: boolean;
  /** Tells of files that change. */
  readonly watchesFiles: boolean;
  /** Shows how far work in the background is. */
  readonly showsProgress: boolean;
  /** Opens the pages of guidelines that the server writes. */
  readonly guidelinePages: boolean;
  /** Reads the links of hovers as relative to `imr-guideline:/`. */
  readonly relativePageLinks: boolean;
}

/**
 * `initializationOptions` may say
 * `{ "imr": { "ignore": true, "commands": true, "pages": true, "pageLinks": "relative", "files": true } }`.
 */
export function editorAbilities(client: ClientCapabilities, initializationOptions: unknown): EditorAbilities {
  const { textDocument, workspace } = client;
  const versionedEdits = workspace?.workspaceEdit?.documentChanges === true;
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
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    versionedEdits,
    snippetEdits: versionedEdits && workspace?.workspaceEdit?.snippetEditSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    keepsIgnored: imrPart(initializationOptions)?.ignore === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    snippetSuggestions: textDocument?.completion?.completionItem?.snippetSupport === true,
    suggestionRemarks: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    markdownSuggestions:
      textDocument?.completion?.completionItem?.documentationFormat?.includes("markdown") === true,
    hasCommands: imrPart(initializationOptions)?.commands === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    asksForTooltips: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    lendsFiles: imrPart(initializationOptions)?.files === true,
    hasFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsProgress: client.window?.workDoneProgress === true,
    asksForContent: workspace?.textDocumentContent !== undefined,
    guidelinePages:
      workspace?.textDocumentContent !== undefined || imrPart(initializationOptions)?.pages === true,
    relativePageLinks: imrPart(initializationOptions)?.pageLinks === "relative",
    refreshTokens: workspace?.semanticTokens?.refreshSupport === true,
  };
}

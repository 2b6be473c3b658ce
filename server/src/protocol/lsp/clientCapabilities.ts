import type { ClientCapabilities } from "vscode-languageserver";
import { imrSection } from "./imrSection.ts";

/** What the client supports, read once when it connects. Features fall back to simpler results if it doesn't. */
export interface ClientFlags {
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  /** The maximum number of folding ranges for a document. */
  readonly foldingLimit: number;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  /** Supports code actions with an edit (code action literals). */
  readonly codeActions: boolean;
  /** Supports edits for a certain version of a document. */
  readonly versionedEdits: boolean;
  /** Supports edits with tab stops. */
  readonly snippetEdits: boolean;
  /** Supports definitions with the range they were requested for. */
  readonly definitionLinks: boolean;
  /** Requests what can be renamed before it prompts for a name. */
  readonly prepareRename: boolean;
  /** Stores the problems that the user ignores. */
  readonly storesIgnoredFindings: boolean;
  /** Shows tooltips for links. */
  readonly linkTooltips: boolean;
  /** Supports suggestions with tab stops. */
  readonly snippetCompletion: boolean;
  /** Shows a description next to a suggestion's label. */
  readonly completionLabelDetails: boolean;
  readonly markdownCompletion: boolean;
  /** Has the commands that hints and lenses run. */
  readonly clientCommands: boolean;
  /** Runs commands from links in hovers. */
  readonly commandLinks: boolean;
  readonly inlayHintRefresh: boolean;
  /** Requests the tooltip of a hint when it is about to be shown. */
  readonly inlayHintResolve: boolean;
  readonly codeLensRefresh: boolean;
  readonly semanticTokensRefresh: boolean;
  /** The types of semantic tokens that the client names. */
  readonly tokenTypes: ReadonlySet<string>;
  /** Requests the text of virtual documents. */
  readonly textDocumentContent: boolean;
  /** Lists and reads the files of the workspace for the server. */
  readonly providesFiles: boolean;
  /** Some of these files are PDF and Word files. */
  readonly convertsDocuments: boolean;
  /** Supports workspace folders and change notifications. */
  readonly workspaceFolders: boolean;
  /** Watches files for the server. */
  readonly watchedFiles: boolean;
  /** Shows the progress of background work. */
  readonly workDoneProgress: boolean;
  /** Opens the guideline pages that the server generates. */
  readonly guidelinePages: boolean;
  /** Resolves links in hovers relative to `imr-guideline:/`. */
  readonly relativePageLinks: boolean;
}

/**
 * `initializationOptions` may be
 * `{ "imr": { "ignore": true, "commands": true, "commandLinks": true, "pages": true, "pageLinks": "relative",
 * "files": true, "documents": true } }`.
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
    relatedInformation: diagnostics.some((support) => support?.relatedInformation === true),
    codeDescription: diagnostics.some((support) => support?.codeDescriptionSupport === true),
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
    commandLinks: imr?.commandLinks === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    inlayHintResolve: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    providesFiles: imr?.files === true,
    convertsDocuments: imr?.files === true && imr?.documents === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
    textDocumentContent: workspace?.textDocumentContent !== undefined,
    guidelinePages: workspace?.textDocumentContent !== undefined || imr?.pages === true,
    relativePageLinks: imr?.pageLinks === "relative",
    tokenTypes: new Set(textDocument?.semanticTokens?.tokenTypes),
    semanticTokensRefresh: workspace?.semanticTokens?.refreshSupport === true,
  };
}

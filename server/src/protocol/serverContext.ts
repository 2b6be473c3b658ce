/** What all handlers work with. There is one for each client. */
import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Knowledge } from "../knowledge/types.ts";
import type { ClientFlags } from "./lsp/clientCapabilities.ts";
import type { Runtime } from "./lsp/runSafe.ts";
import type { TypingDeferral } from "./state/deferWhileTyping.ts";
import type { IgnoredFindings } from "./state/ignoredFindings.ts";
import type { LetterDocuments } from "./state/letterDocuments.ts";
import type { Reviewer } from "./state/reviewer.ts";
import type { Settings } from "./state/settings.ts";
import type { LetterIndex } from "./workspace/letterIndex.ts";
import type { ReadLetters } from "./workspace/readLetters.ts";
import type { WorkspaceFiles } from "./workspace/workspaceFiles.ts";
import type { WorkspaceReview } from "./workspace/workspaceReview.ts";

export interface ServerContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly client: ClientFlags;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: LetterDocuments;
  /** The current knowledge, which changes when the user adds packs or copies. */
  readonly knowledge: () => Knowledge;
  readonly settings: Settings;
  readonly reviewer: Reviewer;
  readonly ignored: IgnoredFindings;
  readonly typing: TypingDeferral;
  readonly files: WorkspaceFiles;
  readonly readLetters: ReadLetters;
  readonly letterIndex: LetterIndex;
  readonly workspaceReview: WorkspaceReview;
  /** The program's name and version. */
  readonly program: string;
}

/** What every part of the server works with, and how it answers. */
import type {
  CancellationToken,
  Connection,
  ResponseError,
  ServerCapabilities,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Knowledge } from "../knowledge/types.ts";
import type { EditorAbilities } from "./lsp/clientCapabilities.ts";
import { type OpenPage, openPage } from "./lsp/pageDocument.ts";
import { type Runtime, runSafe } from "./lsp/runSafe.ts";
import type { Letters, OpenLetter } from "./state/letterDocuments.ts";
import type { Reviewer } from "./state/reviewer.ts";
import type { Settings } from "./state/settings.ts";
import type { Shelf } from "./workspace/letterIndex.ts";
import type { ReadLetters } from "./workspace/readLetters.ts";
import type { WorkspaceFiles } from "./workspace/workspaceFiles.ts";
import type { WorkspaceReview } from "./workspace/workspaceReview.ts";

export interface Serving {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
  /** What is known just now: the user may add to it. */
  readonly knowledge: () => Knowledge;
  readonly settings: Settings;
  readonly editor: EditorAbilities;
  readonly files: WorkspaceFiles;
  readonly readLetters: ReadLetters;
  readonly shelf: Shelf;
  readonly workspaceReview: WorkspaceReview;
  readonly reviewer: Reviewer;
  /** The program's name and version. */
  readonly program: string;
}

/** A group of requests that the server answers: what it announces of them, and the handlers. */
export interface ServerPart {
  capabilities(editor: EditorAbilities): Partial<ServerCapabilities>;
  /** Returns, where answers depend on the settings, what asks the editor to ask again. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most parts return nothing
  register(serving: Serving): (() => void) | void;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/**
 * Answers a request about an open letter or, where `ofPage` is given, about a page of a guideline; a document that is
 * not open, and a failure, get the empty answer.
 */
export const answering =
  ({ connection, runtime, letters, knowledge }: Serving) =>
  <R, P extends OfDocument = OfDocument>(
    what: string,
    empty: R,
    work: (open: OpenLetter, params: P) => R | Promise<R>,
    ofPage?: (page: OpenPage, params: P) => R,
  ): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, empty, () => {
      const { uri } = params.textDocument;
      const page = ofPage && openPage(uri, knowledge());
      if (ofPage && page) return ofPage(page, params);
      const open = letters.open(uri);
      return open === undefined ? empty : work(open, params);
    });

/** The same for a request that is about no open document, such as one that completes an earlier answer. */
export const answeringAnything =
  ({ connection, runtime }: Serving) =>
  <R, P>(what: string, emptyFor: (params: P) => R, work: (params: P) => R | Promise<R>): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, emptyFor(params), () => work(params));

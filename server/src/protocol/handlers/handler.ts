/** What a handler is, and how it answers. */
import type { CancellationToken, ResponseError, ServerCapabilities } from "vscode-languageserver";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { openPageDocument, type PageDocument } from "../lsp/pageDocument.ts";
import { runSafe } from "../lsp/runSafe.ts";
import type { ServerContext } from "../serverContext.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";

/** Something that the server answers: what it announces of it, and the handlers. */
export interface ServerFeature {
  /** Left out by what LSP does not know. */
  capabilities?(client: ClientFlags): Partial<ServerCapabilities>;
  register(context: ServerContext): void;
  /** Asks the client to ask again: settings, knowledge or the index changed, on which the answers depend. */
  requestRefresh?(context: ServerContext): void;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Answers a request about an open letter. A document that is not open, and a failure, get the empty answer. */
export const onLetter =
  ({ connection, runtime, letters }: ServerContext) =>
  <R, P extends OfDocument = OfDocument>(
    what: string,
    empty: R,
    work: (open: OpenLetter, params: P) => R | Promise<R>,
  ): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, empty, () => {
      const open = letters.open(params.textDocument.uri);
      return open === undefined ? empty : work(open, params);
    });

/** The same of a document that is a letter, or a page of a guideline. */
export const onDocument =
  ({ connection, runtime, letters, knowledge }: ServerContext) =>
  <R, P extends OfDocument = OfDocument>(
    what: string,
    empty: R,
    ofLetter: (open: OpenLetter, params: P) => R,
    ofPage: (page: PageDocument, params: P) => R,
  ): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, empty, () => {
      const { uri } = params.textDocument;
      const page = openPageDocument(uri, knowledge());
      if (page) return ofPage(page, params);
      const open = letters.open(uri);
      return open === undefined ? empty : ofLetter(open, params);
    });

/** The same of a request that is about no open document, such as one that completes an earlier answer. */
export const onRequest =
  ({ connection, runtime }: ServerContext) =>
  <R, P>(what: string, emptyFor: (params: P) => R, work: (params: P) => R | Promise<R>): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, emptyFor(params), () => work(params));

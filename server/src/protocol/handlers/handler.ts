/** The features of the server, and wrappers for their handlers. */
import type { CancellationToken, ResponseError, ServerCapabilities } from "vscode-languageserver";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { openPageDocument, type PageDocument } from "../lsp/pageDocument.ts";
import { runSafe } from "../lsp/runSafe.ts";
import type { ServerContext } from "../serverContext.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";

/** A feature of the server: its capabilities and handlers. */
export interface ServerFeature {
  /** Missing for custom requests, which LSP doesn't announce. */
  capabilities?(client: ClientFlags): Partial<ServerCapabilities>;
  register(context: ServerContext): void;
  /** Asks the client to request results again, because settings, knowledge, or the index have changed. */
  requestRefresh?(context: ServerContext): void;
}

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/**
 * Handles a request about an open letter. If the document isn't open, or if the work fails, the result is `empty`. `what`
 * names the work in the log.
 */
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

/** The same for a document that may be a letter or a guideline page. */
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

/** The same for a request that isn't about an open document, for example one that resolves an earlier result. */
export const onRequest =
  ({ connection, runtime }: ServerContext) =>
  <R, P>(what: string, emptyFor: (params: P) => R, work: (params: P) => R | Promise<R>): Handler<P, R> =>
  (params, token) =>
    runSafe(connection, runtime, what, token, emptyFor(params), () => work(params));

import { TextDocumentContentRefreshRequest } from "vscode-languageserver";
import { type GuidelinePageText, guidelinePageRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { openPageDocument } from "../lsp/pageDocument.ts";
import { isPageUri, pageScheme } from "../lsp/pageUri.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** The text of guideline pages: `workspace/textDocumentContent`, and `imr/guidelinePage` for clients that don't support it. */
export const guidelinePages: ServerFeature = {
  capabilities: (client) =>
    client.textDocumentContent ? { workspace: { textDocumentContent: { schemes: [pageScheme] } } } : {},

  register(context) {
    const { connection, knowledge } = context;
    const textOf = (uri: string): string =>
      openPageDocument(uri, knowledge())?.page.text ?? "This guideline isn't in the index.\n";

    connection.workspace.textDocumentContent.on(
      onRequest(context)(
        "Writing a page",
        () => ({ text: "" }),
        ({ uri }) => ({ text: textOf(uri) }),
      ),
    );

    onCustomRequest(
      connection,
      guidelinePageRequest,
      onRequest(context)<GuidelinePageText | null, { readonly uri: string }>(
        "Writing a page",
        () => null,
        ({ uri }) => (typeof uri === "string" && isPageUri(uri) ? { text: textOf(uri) } : null),
      ),
    );
  },

  requestRefresh({ connection, client, documents }) {
    if (!client.textDocumentContent) return;
    for (const { uri } of documents.all().filter((document) => isPageUri(document.uri))) {
      // A client that has disconnected needs no refresh.
      connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(() => undefined);
    }
  },
};

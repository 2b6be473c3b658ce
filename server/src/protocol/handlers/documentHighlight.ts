import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { highlightsAt, type Occurrence } from "../../features/reading/references.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const documentHighlight: ServerFeature = {
  capabilities: () => ({ documentHighlightProvider: true }),

  register(context) {
    context.connection.onDocumentHighlight(
      onLetter(context)<DocumentHighlight[] | null, DocumentHighlightParams>(
        "Highlighting",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const found = highlightsAt(letter, knowledge, toOffset(document, position));
          // If the result is null, editors highlight the same word.
          return found.length > 0 ? found.map((one) => toHighlight(document, one)) : null;
        },
      ),
    );
  },
};

/** Headings, which decide a treatment, look different from mentions. */
const toHighlight = (document: TextDocument, one: Occurrence): DocumentHighlight => ({
  range: toRange(document, one),
  kind: one.decided ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
});

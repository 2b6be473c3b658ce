/** Formatting cleans up text from a PDF and changes nothing else. */
import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from "vscode-languageserver";
import { cleanUpEdits, cleanUpEditsIn } from "../../features/drafting/cleanUpText.ts";
import { toSpan } from "../lsp/convert.ts";
import { toTextEdit } from "../lsp/edits.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const formatting: ServerFeature = {
  // Not on type: a line that is being written isn't one that a PDF broke.
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),

  register(context) {
    const { connection } = context;
    const answer = onLetter(context);

    connection.onDocumentFormatting(
      answer<TextEdit[], DocumentFormattingParams>("Cleaning up the text", [], ({ document, letter }) =>
        cleanUpEdits(letter.text, letter).map((edit) => toTextEdit(document, edit)),
      ),
    );

    connection.onDocumentRangeFormatting(
      answer<TextEdit[], DocumentRangeFormattingParams>(
        "Cleaning up the selection",
        [],
        ({ document, letter }, { range }) =>
          cleanUpEditsIn(letter.text, letter, toSpan(document, range)).map((edit) =>
            toTextEdit(document, edit),
          ),
      ),
    );
  },
};

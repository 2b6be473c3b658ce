import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../base/span.ts";
import { selectionRanges } from "../../features/reading/selectionRanges.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const selectionRange: ServerFeature = {
  capabilities: () => ({ selectionRangeProvider: true }),

  register(context) {
    context.connection.onSelectionRanges(
      onLetter(context)<SelectionRange[] | null, SelectionRangeParams>(
        "Selecting",
        null,
        ({ document, letter, knowledge }, { positions }) => {
          const offsets = positions.map((position) => toOffset(document, position));
          return selectionRanges(letter, knowledge, offsets).map((spans) =>
            toSelectionRange(document, spans),
          );
        },
      ),
    );
  },
};

/** The innermost range, each with the one around it. */
function toSelectionRange(document: TextDocument, spans: readonly Span[]): SelectionRange {
  const [outermost, ...inner] = spans.toReversed();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: toRange(document, span), parent }), {
    range: toRange(document, outermost ?? { start: 0, end: 0 }),
  });
}

import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import { linkedNumbers } from "../../features/drafting/rename.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** The characters of a number. It also matches nothing, because a number may be deleted before a new one is typed. */
const numberPattern = "[\\d./-]*";

/** Edits a strength or count everywhere in its issue at once. */
export const linkedEditingRange: ServerFeature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),

  register(context) {
    context.connection.languages.onLinkedEditingRange(
      onLetter(context)<LinkedEditingRanges | null, LinkedEditingRangeParams>(
        "Linking a number",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const spans = linkedNumbers(letter, knowledge, toOffset(document, position));
          if (spans.length === 0) return null;
          return { ranges: spans.map((span) => toRange(document, span)), wordPattern: numberPattern };
        },
      ),
    );
  },
};

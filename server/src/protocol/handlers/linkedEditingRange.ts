import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import { linkedNumbers } from "../../features/drafting/rename.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** What a number may be typed with; a number that is gone for the moment too. */
const numberPattern = "[\\d./-]*";

/** A strength or count and all that its issue names it by, typed at once. */
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

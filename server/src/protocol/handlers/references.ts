import type { Location, ReferenceParams } from "vscode-languageserver";
import { referencesAt } from "../../features/reading/references.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** The mentions of a treatment. The headings that decide it count as its declarations. */
export const references: ServerFeature = {
  capabilities: () => ({ referencesProvider: true }),

  register(context) {
    context.connection.onReferences(
      onLetter(context)<Location[], ReferenceParams>(
        "Finding references",
        [],
        ({ document, letter, knowledge }, { position, context: { includeDeclaration } }) =>
          referencesAt(letter, knowledge, toOffset(document, position))
            .filter(({ decided }) => includeDeclaration || !decided)
            .map((span) => ({ uri: document.uri, range: toRange(document, span) })),
      ),
    );
  },
};

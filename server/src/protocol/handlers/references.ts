import type { Location, ReferenceParams } from "vscode-languageserver";
import { referencesAt } from "../../features/reading/references.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** Where a treatment is named. The headings that decide it are its declarations. */
export const references: ServerFeature = {
  capabilities: () => ({ referencesProvider: true }),

  register(context) {
    context.connection.onReferences(
      onLetter(context)<Location[], ReferenceParams>(
        "Finding what names a treatment",
        [],
        ({ document, letter, knowledge }, { position, context: { includeDeclaration } }) =>
          referencesAt(letter, knowledge, toOffset(document, position))
            .filter(({ decided }) => includeDeclaration || !decided)
            .map((span) => ({ uri: document.uri, range: toRange(document, span) })),
      ),
    );
  },
};

/** Where a drug or treatment is decided, and where else it is named; where what is cited is told. */
import {
  type DefinitionLink,
  type DefinitionParams,
  type Definition as Definitions,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Definition, definitionAt } from "../../features/definition.ts";
import { highlightsAt, type Occurrence, referencesAt } from "../../features/occurrences.ts";
import { citedPlaceAt } from "../../features/placeInGuideline.ts";
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { answering, type ServerPart } from "../serverContext.ts";
import { pageLinkAt, toPageDefinition } from "./guidelinePages.ts";

export const occurrences: ServerPart = {
  capabilities: () => ({
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
  }),

  register(serving) {
    const { connection, editor } = serving;
    const answer = answering(serving);

    connection.onDefinition(
      answer<Definitions | DefinitionLink[] | null, DefinitionParams>(
        "Finding where something is told",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const offset = toOffset(document, position);
          const cited = editor.guidelinePages ? citedPlaceAt(letter, knowledge, offset) : undefined;
          if (cited) {
            const origin = toRange(document, cited.origin);
            return toPageDefinition(origin, cited.place, knowledge, editor.definitionLinks);
          }
          const found = definitionAt(letter, knowledge, offset);
          return found ? toDefinition(document, found, editor) : null;
        },
        ({ document, page, knowledge }, { position }) => {
          const link = pageLinkAt(page, toOffset(document, position));
          if (link === undefined) return null;
          return toPageDefinition(toRange(document, link), link.target, knowledge, editor.definitionLinks);
        },
      ),
    );

    connection.onReferences(
      answer<Location[], ReferenceParams>(
        "Finding what names a treatment",
        [],
        ({ document, letter, knowledge }, { position, context }) =>
          referencesAt(letter, knowledge, toOffset(document, position))
            .filter(({ decided }) => context.includeDeclaration || !decided)
            .map((span) => ({ uri: document.uri, range: toRange(document, span) })),
      ),
    );

    connection.onDocumentHighlight(
      answer<DocumentHighlight[] | null, DocumentHighlightParams>(
        "Marking what is named",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const found = highlightsAt(letter, knowledge, toOffset(document, position));
          // Without an answer editors mark the same word.
          return found.length > 0 ? found.map((one) => toHighlight(document, one)) : null;
        },
      ),
    );
  },
};

function toDefinition(
  document: TextDocument,
  { origin, heading, name }: Definition,
  editor: EditorAbilities,
): Location | DefinitionLink[] {
  const targetSelectionRange = toRange(document, name);
  if (!editor.definitionLinks) return { uri: document.uri, range: targetSelectionRange };
  const originSelectionRange = toRange(document, origin);
  const targetRange = toRange(document, heading);
  return [{ originSelectionRange, targetUri: document.uri, targetRange, targetSelectionRange }];
}

/** Headings stand out from the places that only mention what they decide. */
const toHighlight = (document: TextDocument, one: Occurrence): DocumentHighlight => ({
  range: toRange(document, one),
  kind: one.decided ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
});

import type {
  DefinitionLink,
  DefinitionParams,
  Definition as Definitions,
  Location,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { citedPlaceAt } from "../../features/reading/citationTarget.ts";
import { type Definition, definitionAt } from "../../features/reading/definition.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { pageLinkAt, toPageDefinition } from "../lsp/convertPage.ts";
import { onDocument, type ServerFeature } from "./handler.ts";

/** The heading that decides a treatment, and the guideline page of a citation. */
export const definition: ServerFeature = {
  capabilities: () => ({ definitionProvider: true }),

  register(context) {
    const { connection, client } = context;
    connection.onDefinition(
      onDocument(context)<Definitions | DefinitionLink[] | null, DefinitionParams>(
        "Finding a definition",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const offset = toOffset(document, position);
          const cited = client.guidelinePages ? citedPlaceAt(letter, knowledge, offset) : undefined;
          if (cited) {
            const origin = toRange(document, cited.origin);
            return toPageDefinition(origin, cited.place, knowledge, client.definitionLinks);
          }
          const found = definitionAt(letter, knowledge, offset);
          return found ? toDefinition(document, found, client) : null;
        },
        ({ document, page, knowledge }, { position }) => {
          const link = pageLinkAt(page, toOffset(document, position));
          if (link === undefined) return null;
          return toPageDefinition(toRange(document, link), link.target, knowledge, client.definitionLinks);
        },
      ),
    );
  },
};

function toDefinition(
  document: TextDocument,
  { origin, heading, name }: Definition,
  client: ClientFlags,
): Location | DefinitionLink[] {
  const targetSelectionRange = toRange(document, name);
  if (!client.definitionLinks) return { uri: document.uri, range: targetSelectionRange };
  const originSelectionRange = toRange(document, origin);
  const targetRange = toRange(document, heading);
  return [{ originSelectionRange, targetUri: document.uri, targetRange, targetSelectionRange }];
}

import type { DocumentLink } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Link, links } from "../../features/reading/links.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toRange } from "../lsp/convert.ts";
import { toPageLinks, toPageTarget } from "../lsp/convertPage.ts";
import { linkTarget, withoutMarkup } from "../lsp/markup.ts";
import { onDocument, type ServerFeature } from "./handler.ts";

export const documentLink: ServerFeature = {
  // Links are complete from the start: finding their target is all the work there is.
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),

  register(context) {
    const { connection, client } = context;
    connection.onDocumentLinks(
      onDocument(context)<DocumentLink[]>(
        "Finding links",
        [],
        ({ document, letter, knowledge }) =>
          links(letter, knowledge).flatMap((link) => toDocumentLink(document, link, knowledge, client)),
        toPageLinks,
      ),
    );
  },
};

/** A link to the page in the editor or, if that can't show pages, to the official copy; none if that isn't public. */
function toDocumentLink(
  document: TextDocument,
  { place, url, says, ...span }: Link,
  knowledge: Knowledge,
  client: ClientFlags,
): DocumentLink[] {
  const opensPage = place !== undefined && client.guidelinePages;
  const target = opensPage ? toPageTarget(place, knowledge) : url && linkTarget(url);
  if (target === undefined) return [];
  const tooltip = withoutMarkup(place && !opensPage ? `Official copy of ${says}` : says);
  return [{ range: toRange(document, span), target, ...(client.linkTooltips ? { tooltip } : {}) }];
}

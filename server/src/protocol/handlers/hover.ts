import type { Hover, HoverParams } from "vscode-languageserver";
import { oneLine } from "../../base/flatText.ts";
import type { GuidelineLocation } from "../../features/guidelines/guidelineLocation.ts";
import { hoverAt } from "../../features/reading/hover.ts";
import { citedSectionAt } from "../../features/workspace/statedCriteria.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { toPageTarget } from "../lsp/convertPage.ts";
import { hoverMarkup, linkMarkup } from "../lsp/hoverMarkup.ts";
import { pagePath } from "../lsp/pageUri.ts";
import { onLetter, type ServerFeature } from "./handler.ts";
import { criteriaLink } from "./statedCriteria.ts";

export const hover: ServerFeature = {
  capabilities: () => ({ hoverProvider: true }),

  register(context) {
    const { connection, client } = context;
    connection.onHover(
      onLetter(context)<Hover | null, HoverParams>("Hover", null, (open, { position }) => {
        const { document, letter, knowledge } = open;
        const offset = toOffset(document, position);
        const found = hoverAt(letter, knowledge, offset);
        const place = citedSectionAt(letter, knowledge, offset);
        const link = place && criteriaLink(context, open, place);
        if (found === undefined) {
          // A section that the index doesn't have.
          if (place === undefined || link === undefined) return null;
          const contents = linkMarkup(oneLine(letter.text, place.origin), link, client.markdownHover);
          return { contents, range: toRange(document, place.origin) };
        }
        const pageTarget = (page: GuidelineLocation): string | undefined => {
          if (!client.guidelinePages) return undefined;
          return client.relativePageLinks ? pagePath(page, knowledge) : toPageTarget(page, knowledge);
        };
        const contents = hoverMarkup(found.content, client.markdownHover, pageTarget, link);
        return { contents, range: toRange(document, found) };
      }),
    );
  },
};

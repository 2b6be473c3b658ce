import type { Hover, HoverParams } from "vscode-languageserver";
import type { GuidelineLocation } from "../../features/guidelines/guidelineLocation.ts";
import { hoverAt } from "../../features/reading/hover.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { toPageTarget } from "../lsp/convertPage.ts";
import { hoverMarkup } from "../lsp/hoverMarkup.ts";
import { pagePath } from "../lsp/pageUri.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const hover: ServerFeature = {
  capabilities: () => ({ hoverProvider: true }),

  register(context) {
    const { connection, client } = context;
    connection.onHover(
      onLetter(context)<Hover | null, HoverParams>(
        "Hover",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const found = hoverAt(letter, knowledge, toOffset(document, position));
          if (found === undefined) return null;
          const pageTarget = (place: GuidelineLocation): string | undefined => {
            if (!client.guidelinePages) return undefined;
            return client.relativePageLinks ? pagePath(place, knowledge) : toPageTarget(place, knowledge);
          };
          const contents = hoverMarkup(found.content, client.markdownHover, pageTarget);
          return { contents, range: toRange(document, found) };
        },
      ),
    );
  },
};

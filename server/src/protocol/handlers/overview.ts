import { issueOverview } from "../../features/reading/overview.ts";
import { type LetterOverview, overviewRequest } from "../extensions.ts";
import { toOverview } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/overview`: the issues of a letter, for views and navigation. */
export const overview: ServerFeature = {
  register(context) {
    onCustomRequest(
      context.connection,
      overviewRequest,
      onLetter(context)<LetterOverview | null>("Overview", null, ({ document, letter, knowledge }) =>
        toOverview(document, letter, issueOverview(letter, knowledge)),
      ),
    );
  },
};

import type { FoldingRange } from "vscode-languageserver";
import { folds } from "../../features/reading/folding.ts";
import { toFoldingRanges } from "../lsp/convert.ts";
import { pageFolds } from "../lsp/convertPage.ts";
import { onDocument, type ServerFeature } from "./handler.ts";

export const foldingRange: ServerFeature = {
  capabilities: () => ({ foldingRangeProvider: true }),

  register(context) {
    const { connection, client } = context;
    connection.onFoldingRanges(
      onDocument(context)<FoldingRange[]>(
        "Folding",
        [],
        ({ document, letter }) => toFoldingRanges(document, folds(letter), client.foldingLimit),
        ({ document, page }) => toFoldingRanges(document, pageFolds(page), client.foldingLimit),
      ),
    );
  },
};

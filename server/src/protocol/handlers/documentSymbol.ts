import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { outline } from "../../features/reading/outline.ts";
import { toDocumentSymbols, toSymbolInformation } from "../lsp/convert.ts";
import { toPageSymbols } from "../lsp/convertPage.ts";
import { onDocument, type ServerFeature } from "./handler.ts";

/** The outline of a letter or a page. */
export const documentSymbol: ServerFeature = {
  capabilities: () => ({ documentSymbolProvider: true }),

  register(context) {
    const { connection, client } = context;
    connection.onDocumentSymbol(
      onDocument(context)<DocumentSymbol[] | SymbolInformation[]>(
        "Outline",
        [],
        ({ document, letter }) => {
          const items = outline(letter);
          return client.hierarchicalSymbols
            ? toDocumentSymbols(document, items)
            : toSymbolInformation(document, items);
        },
        (page) => toPageSymbols(page, client.hierarchicalSymbols),
      ),
    );
  },
};

/** What a reader asks of an open letter: outline, folding, hover, colours, overview. */

import type {
  DocumentSymbol,
  FoldingRange,
  Hover,
  HoverParams,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
  SymbolInformation,
} from "vscode-languageserver";
import { folds } from "../features/folding.ts";
import { hoverAt } from "../features/hover.ts";
import { outline } from "../features/outline.ts";
import { issueOverview } from "../features/overview.ts";
import type { PlaceInGuideline } from "../features/placeInGuideline.ts";
import * as convert from "./convert.ts";
import { type LetterOverview, overviewRequest } from "./extensions.ts";
import { pageFolds, toPageAddress, toPageSymbols } from "./guidelinePages.ts";
import { hoverMarkup } from "./hoverMarkup.ts";
import { onOwnRequest } from "./ownRequest.ts";
import { pagePath } from "./pageAddress.ts";
import { answering, type ServerPart } from "./serving.ts";
import { createTokenAnswers } from "./tokens.ts";

export const reading: ServerPart = {
  capabilities: () => ({
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...convert.tokenTypes], tokenModifiers: [] },
      full: { delta: true },
      range: true,
    },
  }),

  register(serving) {
    const { connection, documents, editor } = serving;
    const answer = answering(serving);
    const tokens = createTokenAnswers(documents);

    connection.onDocumentSymbol(
      answer<DocumentSymbol[] | SymbolInformation[]>(
        "Outline",
        [],
        ({ document, letter }) => {
          const items = outline(letter);
          return editor.hierarchicalSymbols
            ? convert.toDocumentSymbols(document, items)
            : convert.toSymbolInformation(document, items);
        },
        (page) => toPageSymbols(page, editor.hierarchicalSymbols),
      ),
    );

    connection.onFoldingRanges(
      answer<FoldingRange[]>(
        "Folding",
        [],
        ({ document, letter }) => convert.toFoldingRanges(document, folds(letter), editor.foldingLimit),
        ({ document, page }) => convert.toFoldingRanges(document, pageFolds(page), editor.foldingLimit),
      ),
    );

    connection.onHover(
      answer<Hover | null, HoverParams>("Hover", null, ({ document, letter, knowledge }, { position }) => {
        const hover = hoverAt(letter, knowledge, convert.toOffset(document, position));
        if (hover === undefined) return null;
        const pageAddress = (place: PlaceInGuideline): string | undefined => {
          if (!editor.guidelinePages) return undefined;
          return editor.relativePageLinks ? pagePath(place, knowledge) : toPageAddress(place, knowledge);
        };
        const contents = hoverMarkup(hover.content, editor.markdownHover, pageAddress);
        return { contents, range: convert.toRange(document, hover) };
      }),
    );

    connection.languages.semanticTokens.on(
      answer<SemanticTokens>("Colouring", { data: [] }, (open) => tokens.full(open)),
    );

    connection.languages.semanticTokens.onDelta(
      answer<SemanticTokens | SemanticTokensDelta, SemanticTokensDeltaParams>(
        "Colouring",
        { data: [] },
        (open, { previousResultId }) => tokens.delta(open, previousResultId),
      ),
    );

    connection.languages.semanticTokens.onRange(
      answer<SemanticTokens, SemanticTokensRangeParams>("Colouring", { data: [] }, (open, { range }) =>
        tokens.range(open, convert.toSpan(open.document, range)),
      ),
    );

    onOwnRequest(
      connection,
      overviewRequest,
      answer<LetterOverview | null>("Overview", null, ({ document, letter, knowledge }) =>
        convert.toOverview(document, letter, issueOverview(letter, knowledge)),
      ),
    );

    return () => {
      // An editor that is gone needs no refresh.
      if (editor.refreshTokens) connection.languages.semanticTokens.refresh().catch(() => undefined);
    };
  },
};

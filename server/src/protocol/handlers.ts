import type {
  CancellationToken,
  Connection,
  DocumentSymbol,
  FoldingRange,
  Hover,
  HoverParams,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams,
  SymbolInformation,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { folds } from "../features/folding.ts";
import { hoverAt } from "../features/hover.ts";
import { outline } from "../features/outline.ts";
import { issueOverview } from "../features/overview.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { EditorAbilities } from "./capabilities.ts";
import * as convert from "./convert.ts";
import { type LetterOverview, overviewRequest } from "./extensions.ts";
import { hoverMarkup } from "./hoverMarkup.ts";
import type { Letters, OpenLetter } from "./letters.ts";
import { type Runtime, runSafe } from "./runtime.ts";
import { createTokenAnswers } from "./tokens.ts";

interface OfDocument {
  readonly textDocument: { readonly uri: string };
}

/** Answers the editor's questions about open letters. A document that is not open gets the empty answer. */
export function registerHandlers(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  runtime: Runtime,
  letters: Letters,
  knowledge: Knowledge,
  editor: EditorAbilities,
): void {
  const tokens = createTokenAnswers(documents, knowledge);

  const answer =
    <R, P extends OfDocument = OfDocument>(
      what: string,
      empty: R,
      work: (open: OpenLetter, params: P) => R,
    ) =>
    (params: P, token: CancellationToken) =>
      runSafe(connection, runtime, what, token, empty, () => {
        const open = letters.open(params.textDocument.uri);
        return open === undefined ? empty : work(open, params);
      });

  connection.onDocumentSymbol(
    answer<DocumentSymbol[] | SymbolInformation[]>("Outline", [], ({ document, letter }) => {
      const items = outline(letter);
      return editor.hierarchicalSymbols
        ? convert.toDocumentSymbols(document, items)
        : convert.toSymbolInformation(document, items);
    }),
  );

  connection.onFoldingRanges(
    answer<FoldingRange[]>("Folding", [], ({ document, letter }) =>
      convert.toFoldingRanges(document, folds(letter), editor.foldingLimit),
    ),
  );

  connection.onHover(
    answer<Hover | null, HoverParams>("Hover", null, ({ document, letter }, { position }) => {
      const hover = hoverAt(letter, knowledge, document.offsetAt(position));
      if (hover === undefined) return null;
      const contents = hoverMarkup(hover.content, editor.markdownHover);
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

  connection.onRequest(
    overviewRequest,
    answer<LetterOverview | null>("Overview", null, ({ document, letter }) =>
      convert.toOverview(document, issueOverview(letter)),
    ),
  );
}

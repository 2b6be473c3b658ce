import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { semanticTokens } from "../../features/semanticTokens.ts";
import type { Span } from "../../letter/types.ts";
import { pushTokens } from "../lsp/convert.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";

export interface TokenAnswers {
  full(open: OpenLetter): SemanticTokens;
  /** What changed since that result; all tokens where it is no longer known. */
  delta(open: OpenLetter, previousResultId: string): SemanticTokens | SemanticTokensDelta;
  range(open: OpenLetter, within: Span): SemanticTokens;
}

/** Keeps the last answer of each open document, so that the next one can say only what changed. */
export function createTokenAnswers(documents: TextDocuments<TextDocument>): TokenAnswers {
  const builders = new Map<string, SemanticTokensBuilder>();
  documents.onDidClose(({ document }) => builders.delete(document.uri));

  const rebuilt = (
    { document, letter, knowledge }: OpenLetter,
    previousResultId: string,
  ): SemanticTokensBuilder => {
    const builder = builders.get(document.uri) ?? new SemanticTokensBuilder();
    builders.set(document.uri, builder);
    builder.previousResult(previousResultId);
    pushTokens(document, semanticTokens(letter, knowledge), builder);
    return builder;
  };

  return Object.freeze({
    full: (open: OpenLetter) => rebuilt(open, "").build(),
    delta: (open: OpenLetter, previousResultId: string) => rebuilt(open, previousResultId).buildEdits(),
    range({ document, letter, knowledge }: OpenLetter, within: Span) {
      const builder = new SemanticTokensBuilder();
      pushTokens(document, semanticTokens(letter, knowledge, within), builder);
      return { data: builder.build().data };
    },
  });
}

import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensRangeParams,
} from "vscode-languageserver";
import { semanticTokens as tokensIn } from "../../features/reading/semanticTokens.ts";
import { toSpan } from "../lsp/convert.ts";
import { pushTokens, tokenLegend } from "../lsp/tokenLegend.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

const what = "Highlighting syntax";
const none: SemanticTokens = { data: [] };

export const semanticTokens: ServerFeature = {
  capabilities: (client) => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenLegend(client.tokenTypes).names], tokenModifiers: [] },
      full: { delta: true },
      range: true,
    },
  }),

  register(context) {
    const { documents } = context;
    const legend = tokenLegend(context.client.tokenTypes);
    const { semanticTokens: requests } = context.connection.languages;
    const answer = onLetter(context);

    // The last result for each open document: the next one can be a delta.
    const builders = new Map<string, SemanticTokensBuilder>();
    documents.onDidClose(({ document }) => builders.delete(document.uri));
    const rebuilt = (
      { document, letter, knowledge }: OpenLetter,
      previousResultId: string,
    ): SemanticTokensBuilder => {
      const builder = builders.get(document.uri) ?? new SemanticTokensBuilder();
      builders.set(document.uri, builder);
      builder.previousResult(previousResultId);
      pushTokens(document, tokensIn(letter, knowledge), legend, builder);
      return builder;
    };

    requests.on(answer<SemanticTokens>(what, none, (open) => rebuilt(open, "").build()));

    // All tokens if the previous result is no longer known.
    requests.onDelta(
      answer<SemanticTokens | SemanticTokensDelta, SemanticTokensDeltaParams>(
        what,
        none,
        (open, { previousResultId }) => rebuilt(open, previousResultId).buildEdits(),
      ),
    );

    requests.onRange(
      answer<SemanticTokens, SemanticTokensRangeParams>(
        what,
        none,
        ({ document, letter, knowledge }, { range }) => {
          const builder = new SemanticTokensBuilder();
          pushTokens(document, tokensIn(letter, knowledge, toSpan(document, range)), legend, builder);
          return { data: builder.build().data };
        },
      ),
    );
  },

  requestRefresh({ connection, client }) {
    // A client that has disconnected needs no refresh.
    if (client.semanticTokensRefresh) connection.languages.semanticTokens.refresh().catch(() => undefined);
  },
};

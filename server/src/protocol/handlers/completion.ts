/** Suggestions for the fixed wording of letters: citations, decisions, labels, drugs. */
import {
  type CompletionContext,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  type MarkupContent,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { withMarkedBlanks } from "../../base/snippet.ts";
import {
  type About,
  type CompletionTrigger,
  documentationOf,
  type Suggestion,
  type SuggestionKind,
  type Suggestions,
  suggestionsAt,
  triggerCharacters,
} from "../../features/drafting/completion.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { hoverMarkup } from "../lsp/hoverMarkup.ts";
import { onLetter, onRequest, type ServerFeature } from "./handler.ts";

export const completion: ServerFeature = {
  capabilities: (client) => ({
    completionProvider: {
      triggerCharacters: [...triggerCharacters],
      resolveProvider: true,
      ...(client.completionLabelDetails ? { completionItem: { labelDetailsSupport: true } } : {}),
    },
  }),

  register(server) {
    const { connection, knowledge, client } = server;
    // Editors ask for documentation only from the last list, so what it is for isn't sent with each suggestion.
    let last: Pick<Suggestions, "treatment" | "day"> | undefined;

    connection.onCompletion(
      onLetter(server)<CompletionList | null, CompletionParams>(
        "Completion",
        null,
        ({ document, letter, knowledge }, { position, context }) => {
          const offset = toOffset(document, position);
          const { items, isComplete, treatment, day } = suggestionsAt(
            letter,
            knowledge,
            offset,
            triggerOf(context),
          );
          last = { treatment, day };
          const toItem = itemsOf(document, offset, client);
          return { isIncomplete: !isComplete, items: items.map(toItem) };
        },
      ),
    );

    connection.onCompletionResolve(
      onRequest(server)<CompletionItem, CompletionItem>(
        "Resolving a suggestion",
        (item) => item,
        (item) => ({ ...item, ...documentation(item.data, last, knowledge(), client) }),
      ),
    );
  },
};

function triggerOf(context: CompletionContext | undefined): CompletionTrigger {
  switch (context?.triggerKind) {
    case CompletionTriggerKind.TriggerCharacter:
      return "typed";
    case CompletionTriggerKind.TriggerForIncompleteCompletions:
      return "again";
    default:
      return "byHand";
  }
}

const kinds: Readonly<Record<SuggestionKind, CompletionItemKind>> = {
  source: CompletionItemKind.Text,
  guideline: CompletionItemKind.Module,
  topic: CompletionItemKind.Reference,
  pages: CompletionItemKind.Value,
  decision: CompletionItemKind.EnumMember,
  label: CompletionItemKind.Field,
  section: CompletionItemKind.Struct,
  drug: CompletionItemKind.Constant,
  sentence: CompletionItemKind.Snippet,
};

/** Requests suggestions for what comes after the text just inserted. */
const nextStep = { title: "Suggest what follows", command: "editor.action.triggerSuggest" };

function itemsOf(document: TextDocument, offset: number, client: ClientFlags) {
  return (suggestion: Suggestion, index: number): CompletionItem => {
    const { kind, label, detail, start, text, snippet, filter, about, goesOn, likely } = suggestion;
    const withTabStops = snippet === true && client.snippetCompletion;
    return {
      label,
      kind: kinds[kind],
      ...(detail !== undefined && remark(detail, client)),
      filterText: filter,
      sortText: String(index).padStart(4, "0"),
      ...(likely && { preselect: true }),
      ...(withTabStops && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: {
        range: toRange(document, { start, end: offset }),
        newText: snippet && !withTabStops ? withMarkedBlanks(text) : text,
      },
      ...(goesOn && client.clientCommands && { command: nextStep }),
      ...(about && { data: about }),
    };
  };
}

const remark = (detail: string, client: ClientFlags): Partial<CompletionItem> =>
  client.completionLabelDetails ? { labelDetails: { description: detail } } : { detail };

function documentation(
  data: unknown,
  last: Pick<Suggestions, "treatment" | "day"> | undefined,
  knowledge: Knowledge,
  client: ClientFlags,
): { readonly documentation?: MarkupContent } {
  const content = isAbout(data) ? documentationOf(data, last?.treatment, last?.day, knowledge) : undefined;
  return content ? { documentation: hoverMarkup(content, client.markdownCompletion) } : {};
}

/** Editors return the data that they were sent; anything else has no documentation. */
function isAbout(data: unknown): data is About {
  if (typeof data !== "object" || data === null) return false;
  const { guideline, topic, drug, written } = data as Record<string, unknown>;
  return (
    [guideline, topic].some((id) => typeof id === "string") ||
    (typeof drug === "string" && typeof written === "string")
  );
}

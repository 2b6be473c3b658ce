import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { citationSuggestions } from "./completion/citations.ts";
import { CompletionContext, type CompletionProvider } from "./completion/context.ts";
import { decisionSuggestions } from "./completion/decision.ts";
import { drugSuggestions } from "./completion/drugs.ts";
import { nextElementSuggestions } from "./completion/nextElements.ts";
import { phraseSuggestions } from "./completion/phrases.ts";
import type { RequestedTreatment } from "./completion/place.ts";
import type { Suggestion } from "./completion/suggestion.ts";

export { documentationOf } from "./completion/documentation.ts";
export type { RequestedTreatment as Asked } from "./completion/place.ts";
export type { About, Suggestion, SuggestionKind } from "./completion/suggestion.ts";

/** Keys behind which something may be due, and the capitals with which labels and headings begin. */
export const triggerCharacters: readonly string[] = [" ", ":", ",", "(", "C", "D", "M", "H", "I"];

/** In the order of the list. Each knows its places and is silent elsewhere. */
const providers: readonly CompletionProvider[] = [
  decisionSuggestions,
  nextElementSuggestions,
  citationSuggestions,
  phraseSuggestions,
  drugSuggestions,
];

/** A list that is longer helps nobody: it gets shorter with each letter typed. */
const mostSuggestions = 200;

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /** False where the list was cut: it must be asked for again as the word grows. */
  readonly isComplete: boolean;
}

/** What can be put at `offset`, the likeliest first. */
export function suggestionsAt(
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
  asked: RequestedTreatment,
): Suggestions {
  const context = CompletionContext.at(letter, knowledge, offset, asked);
  const all = context ? providers.flatMap((suggest) => suggest(context)) : [];
  return { items: all.slice(0, mostSuggestions), isComplete: all.length <= mostSuggestions };
}

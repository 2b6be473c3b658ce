import type { Knowledge } from "../../knowledge/types.ts";
import { decisionDay } from "../../letter/isoDate.ts";
import type { Letter } from "../../letter/types.ts";
import { citationSuggestions } from "./completion/citations.ts";
import { CompletionContext, type CompletionProvider } from "./completion/context.ts";
import { decisionSuggestions } from "./completion/decision.ts";
import { drugSuggestions } from "./completion/drugs.ts";
import { nextElementSuggestions } from "./completion/nextElements.ts";
import { phraseSuggestions } from "./completion/phrases.ts";
import type { CompletionTrigger } from "./completion/place.ts";
import type { Suggestion } from "./completion/suggestion.ts";

export { documentationOf } from "./completion/documentation.ts";
export type { CompletionTrigger } from "./completion/place.ts";
export type { About, Suggestion, SuggestionKind } from "./completion/suggestion.ts";

/** Characters after which something may come next, and the capitals with which labels and headings begin. */
export const triggerCharacters: readonly string[] = [" ", ":", ",", "(", "C", "D", "M", "H", "I"];

/** In the order of the list. Each provides suggestions only where they belong. */
const providers: readonly CompletionProvider[] = [
  decisionSuggestions,
  nextElementSuggestions,
  citationSuggestions,
  phraseSuggestions,
  drugSuggestions,
];

/** A longer list doesn't help. It gets shorter with each character typed. */
const maxSuggestions = 200;

export interface Suggestions {
  readonly items: readonly Suggestion[];
  /**
   * False if it must be requested again as the user types: if the list was cut, or if it has guidelines or topics, because an
   * editor would look for the typed letters scattered over their titles.
   */
  readonly isComplete: boolean;
  /** The disputed treatment of the issue at the cursor. */
  readonly treatment: string | undefined;
  /** The ISO date of the letter's decision. */
  readonly day: string | undefined;
}

/** What can be inserted at `offset`, the likeliest first. */
export function suggestionsAt(
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
  trigger: CompletionTrigger,
): Suggestions {
  const context = CompletionContext.at(letter, knowledge, offset, trigger);
  const all = context ? providers.flatMap((provide) => provide(context)) : [];
  // Right after the words of the suggestion before, what is typed on without a space isn't read as words of its own: the editor
  // has to filter.
  const { text } = letter;
  const isAfterWords =
    /\S/.test(text.charAt(offset - 1)) &&
    all.every(({ start }) => /^(?:MTUS)?$/.test(text.slice(start, offset)));
  const isSearched = !isAfterWords && all.some(({ kind }) => kind === "guideline" || kind === "topic");
  return {
    items: all.slice(0, maxSuggestions),
    isComplete: !isSearched && all.length <= maxSuggestions,
    treatment: context?.issue?.heading.treatment,
    day: context && decisionDay(context.letter),
  };
}

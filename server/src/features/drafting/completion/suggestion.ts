import type { HoverContent } from "../../types.ts";

/** What a suggestion is about, for its documentation: small enough to travel to the editor and back. */
export type About =
  | { readonly guideline: string }
  | { readonly topic: string }
  | { readonly drug: string; readonly written: string };

export type SuggestionKind =
  | "source"
  | "guideline"
  | "topic"
  | "pages"
  | "decision"
  | "label"
  | "section"
  | "drug"
  | "sentence";

/** Words to put at a place of the letter, and how a list shows them. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly detail?: string | undefined;
  /** What stands there so far and is replaced: from here to the cursor, never across a line end. */
  readonly start: number;
  /** The words; with tab stops `${1:words}` where `snippet`. */
  readonly text: string;
  readonly snippet?: boolean;
  /** What an editor compares with what stands there so far. */
  readonly filter: string;
  readonly about?: About | undefined;
  /** A next step follows at once. */
  readonly goesOn?: boolean;
  /** The one that the rest of the letter calls for. */
  readonly likely?: boolean;
}

export type Documentation = Exclude<HoverContent, { kind: "issue" | "pages" }>;

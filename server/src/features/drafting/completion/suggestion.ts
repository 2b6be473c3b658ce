import type { HoverContent } from "../../types.ts";

/** What a suggestion is about, to look up its documentation. Small, because it is sent to the editor and back. */
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

/** Text to insert in the letter, and how the list shows it. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly detail?: string | undefined;
  /** The start of what is already typed and is replaced, up to the cursor. In the cursor's line. */
  readonly start: number;
  /** The text to insert, with tab stops `${1:words}` if `snippet` is true. */
  readonly text: string;
  readonly snippet?: boolean;
  /** What an editor compares with what is already typed. */
  readonly filter: string;
  readonly about?: About | undefined;
  /** Whether the next suggestions should be shown right after inserting this one. */
  readonly goesOn?: boolean;
  /** Whether the rest of the letter calls for it. */
  readonly likely?: boolean;
}

export type Documentation = Exclude<HoverContent, { kind: "issue" | "pages" }>;

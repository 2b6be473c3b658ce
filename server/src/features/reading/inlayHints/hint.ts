/** What a hint between the words is, and how long it may be. */

import type { ChecklistItem } from "../../../analysis/checklist.ts";
import { shortenToFit } from "../../../base/shorten.ts";
import type { Span } from "../../../base/span.ts";

export type HintKind = "missing" | "drugs" | "topics" | "guidelines";

interface Shown {
  /** Directly behind a word, and before the punctuation that follows it. */
  readonly at: number;
  /** A few words; never empty, never longer than `longestLabel`. */
  readonly label: string;
}

/** What a rationale lacks: nothing that stands in the letter, so no hover has words for it. */
export interface MissingHint extends Shown {
  readonly kind: "missing";
  readonly lacks: readonly ChecklistItem[];
  /** Where the first of it would be written. */
  readonly goTo: Span;
}

/** What a word of the letter is; the hover at `about` says more. */
export interface WordHint extends Shown {
  readonly kind: Exclude<HintKind, "missing">;
  /** Offset of the word. */
  readonly about: number;
  /** Another place of the letter that belongs to it. */
  readonly goTo: Span | undefined;
  /** Address of the official document, at the page where there is one. */
  readonly url: string | undefined;
}

export type Hint = MissingHint | WordHint;

/** More would push the letter's own words out of the line; VS Code cuts what is longer. */
export const longestLabel = 43;

/** The words, cut where they are too long. */
export const shortened = (words: string): string => shortenToFit(words, longestLabel);

/** The rest of a word: a trade mark, "'s", "-type". */
const restOfWord = /(?:[\p{L}\p{N}\p{M}_®™]|['’‐‑-](?=[\p{L}\p{N}])){0,60}/uy;

/** Where the word that reaches to `offset` ends. */
export function wordEnd(text: string, offset: number): number {
  restOfWord.lastIndex = offset;
  restOfWord.exec(text);
  return Math.max(offset, restOfWord.lastIndex);
}

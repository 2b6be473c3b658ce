/** The data of an inlay hint, and the length of its label. */

import type { ChecklistItem } from "../../../analysis/checklist.ts";
import { shortenToFit } from "../../../base/shorten.ts";
import type { Span } from "../../../base/span.ts";

export type HintKind = "missing" | "drugs" | "topics" | "guidelines";

interface PlacedHint {
  /** Right after a word, and before the punctuation that follows it. */
  readonly at: number;
  /** A few words; never empty, never longer than `maxLabelLength`. */
  readonly label: string;
}

/** What is missing from a rationale. As it isn't in the letter, no hover can explain it. */
export interface MissingHint extends PlacedHint {
  readonly kind: "missing";
  readonly lacks: readonly ChecklistItem[];
  /** Where the first missing element belongs. */
  readonly goTo: Span;
}

/** An explanation of a word in the letter. The hover at `about` says more. */
export interface WordHint extends PlacedHint {
  readonly kind: Exclude<HintKind, "missing">;
  /** Offset of the word. */
  readonly about: number;
  /** A related span in the letter, such as the heading that disputes the drug. */
  readonly goTo: Span | undefined;
  /** The URL of the official document, at the page if there is one. */
  readonly url: string | undefined;
}

export type Hint = MissingHint | WordHint;

/** VS Code cuts longer labels. */
export const maxLabelLength = 43;

/** A label, shortened if it is too long. */
export const shortenLabel = (words: string): string => shortenToFit(words, maxLabelLength);

/** The rest of a word: a trademark sign, "'s", "-type". */
const restOfWord = /(?:[\p{L}\p{N}\p{M}_®™]|['’‐‑-](?=[\p{L}\p{N}])){0,60}/uy;

/** The end of the word that continues at `offset`. */
export function wordEnd(text: string, offset: number): number {
  restOfWord.lastIndex = offset;
  restOfWord.exec(text);
  return Math.max(offset, restOfWord.lastIndex);
}

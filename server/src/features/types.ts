/**
 * What the features answer, as plain data: offsets and words, nothing of any protocol. Offsets are UTF-16 offsets into
 * the letter's text.
 */

import type { Span } from "../base/span.ts";
import type { Drug, Guideline, Topic } from "../knowledge/types.ts";
import type { Issue, PageRange } from "../letter/types.ts";

export interface OutlineItem {
  readonly kind: "section" | "issue" | "part";
  /** One line, never empty. */
  readonly name: string;
  readonly detail: string | undefined;
  readonly span: Span;
  /** Inside `span`: what a jump selects. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

export type TokenType =
  | "section"
  | "label"
  | "treatment"
  | "decision"
  | "drug"
  | "dose"
  | "guideline"
  | "topic"
  | "pages";

/** A coloured stretch; tokens come in order and never overlap, and never cross a line end. */
export interface Token extends Span {
  readonly type: TokenType;
}

/** A stretch that folds: from the end of the line of `start` to the line of `end`. */
export type Fold = Span;

export type HoverContent =
  /** Cited pages and the topics on them. */
  | {
      readonly kind: "pages";
      readonly guideline: Guideline;
      readonly pages: readonly PageRange[];
      readonly topics: readonly Topic[];
      /** What the user's own copy says, by the topics' ids. */
      readonly copied?: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "topic";
      readonly guideline: Guideline;
      readonly topic: Topic;
      readonly copied?: ReadonlyMap<string, string>;
    }
  | { readonly kind: "guideline"; readonly guideline: Guideline }
  | {
      readonly kind: "drug";
      readonly drug: Drug;
      /** As the letter spells it, one line. */
      readonly written: string;
      readonly form: "generic" | "brand" | "misspelling";
      readonly topics: readonly { readonly topic: Topic; readonly guideline: Guideline }[];
    }
  | {
      readonly kind: "issue";
      readonly issue: Issue;
      /** The whole request in one line, also of a partly authorised one. */
      readonly request: string;
      /** Titles of the guidelines and topics relied on, in one line each. */
      readonly claims: readonly string[];
      readonly reviewer: readonly string[];
      readonly missing: readonly string[];
    };

export interface Hover extends Span {
  readonly content: HoverContent;
}

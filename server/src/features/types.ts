/**
 * The results of features as plain data: offsets and words, independent of any protocol. Offsets are UTF-16 offsets into
 * the letter's text.
 */

import type { Span } from "../base/span.ts";
import type { GuidelineEdition } from "../knowledge/editions.ts";
import type { DrugTopic } from "../knowledge/topicsForDrug.ts";
import type { Drug, Edition, Guideline, ListedDrug, Topic } from "../knowledge/types.ts";
import type { Issue, PageRange } from "../letter/types.ts";

/** A symbol in the outline: a section, an issue, or a part of an issue. */
export interface OutlineItem {
  readonly kind: "section" | "issue" | "part";
  /** One line, never empty. */
  readonly name: string;
  readonly detail: string | undefined;
  readonly span: Span;
  /** Inside `span`: what is selected when the user goes to the item. */
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

/** A span that is colored. Tokens are in order, don't overlap, and don't cross line ends. */
export interface Token extends Span {
  readonly type: TokenType;
}

/** A span that folds: from the end of the line of `start` to the line of `end`. */
export type Fold = Span;

export type HoverContent =
  /** The date of the decision, and until when it can be appealed: ISO dates. */
  | { readonly kind: "appeal"; readonly decided: string; readonly lastDay: string }
  /** Cited pages and the topics on them. */
  | {
      readonly kind: "pages";
      readonly guideline: Guideline;
      readonly pages: readonly PageRange[];
      readonly topics: readonly Topic[];
      /** What is known about them, by topic id. */
      readonly says: TopicTexts;
      /** Excerpts from the user's own copy, by topic id. */
      readonly copied?: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "topic";
      readonly guideline: Guideline;
      readonly topic: Topic;
      readonly says: TopicTexts;
      /** The cited topic, if the index doesn't have it, but only this one, which is near to it. */
      readonly unknown?: UnknownTopic;
      readonly copied?: ReadonlyMap<string, string>;
    }
  | {
      readonly kind: "guideline";
      readonly guideline: Guideline;
      /** What letters say that it asks for on the disputed treatment, in paragraphs. */
      readonly says: readonly string[];
      /** About the edition that the letter cites, if it cites one. */
      readonly cited?: CitedEdition;
    }
  | {
      readonly kind: "drug";
      readonly drug: Drug;
      /** As the letter spells it, in one line. */
      readonly written: string;
      readonly form: "generic" | "brand" | "misspelling";
      /** Those of the guidelines in force on the day of the decision first, if the letter has one. */
      readonly topics: readonly DrugTopic[];
      /** The guidelines in force on that day, if none of the topics is theirs. */
      readonly silent: readonly Guideline[];
      readonly says: TopicTexts;
      /** What the user's drug lists say of it, the newest list first. */
      readonly listed: readonly ListedDrug[];
    }
  /** A fact that the letter states more than once. */
  | {
      readonly kind: "statedFact";
      /** As a title: "Date of injury". */
      readonly name: string;
      /** The words under the pointer, in one line. */
      readonly written: string;
      /** The other places that state it, in the order of the letter. */
      readonly others: readonly { readonly where: string; readonly written: string }[];
    }
  /** An issue in short. In contrast to the Issues view's `IssueSummary`, it has words for what is cited. */
  | {
      readonly kind: "issue";
      readonly issue: Issue;
      /** The whole request in one line, even if part of it is authorized. */
      readonly request: string;
      /** Titles of the guidelines and topics relied on, one line each. */
      readonly claims: readonly string[];
      readonly reviewer: readonly string[];
      /** The names of the missing elements. */
      readonly missing: readonly string[];
    };

/** What is known about topics on a treatment, in paragraphs, by the id of the topic. */
export type TopicTexts = ReadonlyMap<string, readonly string[]>;

/** A topic that the index doesn't have. */
export interface UnknownTopic {
  /** As the letter writes it, in one line. */
  readonly title: string;
  /** The cited guideline, or source outside the MTUS. */
  readonly guideline: Guideline;
}

/** The edition that a letter cites, and the one that was in force when it was decided. */
export interface CitedEdition {
  readonly year: number;
  /** Undefined if the guideline has no edition of that year, or it isn't known here. */
  readonly edition: Edition | undefined;
  /** The ISO date of the decision: "2016-12-05". */
  readonly decided: string | undefined;
  readonly inForce: GuidelineEdition | undefined;
}

/** What a hover shows, and the span of the words that it is about. */
export interface Hover extends Span {
  readonly content: HoverContent;
}

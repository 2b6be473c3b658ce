import type { Span } from "../base/span.ts";

/**
 * The parsed letter: what a determination letter says, and where it says it.
 *
 * Positions are UTF-16 offsets into the text that was parsed: `text.slice(span.start, span.end)` is the text of a span. All
 * values are immutable. Parsing never fails: what isn't recognized is missing.
 */

/**
 * The form of a letter, by the years in which MAXIMUS used it:
 * - `G1` 2013, "Notice of Independent Medical Review Determination"
 * - `G2` late 2013 to mid 2014, "IMR DECISION(S) AND RATIONALE(S)"
 * - `G3a` 2014 to mid 2015, where citations end with "Page(s): …"
 * - `G3b` late 2015 to 2017, where citations read "<Chapter> <year>, Section(s): …"
 * - `G4` 2018 and later, the same with the newer MTUS chapters
 * - `GX` 2013 to 2014, "MEDICAL PROFESSIONAL REVIEW"
 */
export type LetterForm = "G1" | "G2" | "G3a" | "G3b" | "G4" | "GX";

export type SectionKind =
  | "frontMatter"
  | "how"
  | "documents"
  | "summary"
  | "issues"
  /** A section of the older forms that isn't reviewed. */
  | "other";

export interface Section {
  readonly kind: SectionKind;
  /** The heading in one line; "Case details" for front matter, which has no heading. */
  readonly title: string;
  /** The heading's own words; empty at the start of front matter. */
  readonly heading: Span;
  /** The text below the heading, without the white space around it. May be empty. */
  readonly body: Span;
  /** Heading and body. */
  readonly span: Span;
}

/** A calendar date. `day` is undefined for "08-2016". `year` always has four digits. */
export interface DateMention {
  readonly span: Span;
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

export type FrontMatterField =
  | "caseNumber"
  | "dateAssigned"
  | "dateOfInjury"
  | "decisionDate"
  | "urDenialDate"
  | "priority"
  | "applicationReceived";

export interface FieldValue {
  /** The label's words, without the colon. */
  readonly label: Span;
  /** The value's words. A missing value has an empty span at the end of the label. */
  readonly value: Span;
  readonly text: string;
  /** For the five dates, if the value is one. The last day if it's a period, as for a cumulative trauma. */
  readonly date: DateMention | undefined;
  /** The first day of a period. */
  readonly since: DateMention | undefined;
}

export type FrontMatter = Readonly<Partial<Record<FrontMatterField, FieldValue>>> & { readonly span: Span };

/** The reviewer's credentials, as a block with labels or as a sentence of the how-section. */
export interface Credentials {
  readonly span: Span;
  readonly form: "block" | "sentence";
  readonly licensure: Span | undefined;
  readonly specialty: Span | undefined;
}

export type Sex = "female" | "male";

/** A fact and the words that state it. */
export interface Located<T> {
  readonly span: Span;
  readonly value: T;
}

export interface CaseSummary {
  /** The narrative itself, after the fixed sentence that introduces it. May be empty. */
  readonly narrative: Span;
}

export type DecisionOutcome = "upheld" | "overturned";

export interface Decision {
  /** The word or words in the place of the decision. */
  readonly span: Span;
  /** As written, white space collapsed. */
  readonly text: string;
  /** `undefined` for words other than Upheld or Overturned. */
  readonly outcome: DecisionOutcome | undefined;
}

export interface Heading {
  /** All of the heading's words, with the decision. */
  readonly span: Span;
  /** The words before the decision: the whole request, even if part of it was authorized. */
  readonly request: Span;
  /** The disputed portion in one line, with its ligatures spelled out. */
  readonly treatment: string;
  /** The span of that portion. Equals `request` unless part of the request was authorized. */
  readonly treatmentSpan: Span;
  readonly partlyAuthorized: boolean;
  readonly decision: Decision | undefined;
}

/** Pages as cited, 1-based. `last` equals `first` for a single page, and is less than `first` if the letter has it so. */
export interface PageRange {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** The number of pages of the document, if the letter says "of 127". */
  readonly of: number | undefined;
}

/**
 * One source that a guideline part names.
 * - `mtus`: a part of California's Medical Treatment Utilization Schedule
 * - `nonMtus`: what follows "Non-MTUS Citation"
 * - `other`: what follows "Other Medical Treatment Guidelines"
 */
export interface Citation {
  readonly kind: "mtus" | "nonMtus" | "other";
  readonly span: Span;
  /**
   * The guideline or chapter as named: "Low Back Complaints", "Chronic Pain Treatment Guidelines",
   * "Official Disability Guidelines (ODG)". Undefined if a source outside the MTUS has no known publisher.
   */
  readonly guideline: Located<string> | undefined;
  /** The year of the guideline, if given. */
  readonly year: Located<number> | undefined;
  /**
   * Sections or topics, cut at commas and semicolons. A title with a comma comes in several pieces. The knowledge base
   * joins them, because only it knows the titles.
   */
  readonly topics: readonly Located<string>[];
  readonly pages: readonly PageRange[];
}

export type PartKind = "claims" | "reviewer" | "rationale";

export interface Part {
  readonly kind: PartKind;
  /** The label's words with the colon. */
  readonly label: Span;
  /** The text after the label, without the white space around it. May be empty. */
  readonly body: Span;
  /** Label and body. */
  readonly span: Span;
}

export interface GuidelinePart extends Part {
  readonly kind: "claims" | "reviewer";
  readonly citations: readonly Citation[];
  /** The fixed sentence "… did not cite any medical evidence for its decision". */
  readonly citesNothing: Span | undefined;
  /** The fixed sentence "… recommendation(s) outside of the MTUS Guidelines". */
  readonly outsideMtus: Span | undefined;
}

/** What a sentence concludes about medical necessity. */
export interface Conclusion {
  readonly span: Span;
  readonly necessary: boolean;
}

export interface RationalePart extends Part {
  readonly kind: "rationale";
  readonly sentences: readonly Span[];
  /** The sentence that concludes. Advice may follow it. */
  readonly conclusion: Conclusion | undefined;
}

export interface Issue {
  /** 0-based, in the order of the letter. */
  readonly index: number;
  readonly span: Span;
  readonly heading: Heading;
  /** All parts in the order of the letter. A repeated label makes two parts. */
  readonly parts: readonly (GuidelinePart | RationalePart)[];
  /** The first part of each kind. */
  readonly claims: GuidelinePart | undefined;
  readonly reviewer: GuidelinePart | undefined;
  readonly rationale: RationalePart | undefined;
}

/** A line that isn't part of the letter: it tells the review to ignore findings, or is a comment. */
export interface Directive {
  readonly span: Span;
  /** The same with its line end. */
  readonly line: Span;
  /** What it tells the review to ignore: findings in the line below, or in the file. */
  readonly ignores: "line" | "file" | undefined;
  /** Rule ids; empty for all rules. */
  readonly rules: readonly string[];
  /** The words in which it names the rules, and their offset. */
  readonly named: { readonly words: string; readonly start: number };
  /** Findings that start in this span are ignored: the line below, or the whole file. Empty for a comment. */
  readonly covers: Span;
}

export interface Letter {
  /** The text of the file, with spaces in place of directive lines. */
  readonly text: string;
  /** The part of the text that this letter takes up: all of it, unless the file has several letters. */
  readonly span: Span;
  /** The letter's form; undefined if the text doesn't look like a determination letter. */
  readonly generation: LetterForm | undefined;
  readonly frontMatter: FrontMatter | undefined;
  readonly sections: readonly Section[];
  readonly credentials: Credentials | undefined;
  readonly summary: CaseSummary | undefined;
  readonly issues: readonly Issue[];
  /** The directives of the whole file; empty for all letters but the first. */
  readonly directives: readonly Directive[];
  /** The other letters of the file, in order; empty for all letters but the first. */
  readonly following: readonly Letter[];
}

import type { Span } from "../base/span.ts";

/**
 * The parsed letter: what a determination letter says and where it says it.
 *
 * Every position is a UTF-16 offset into the text that was parsed, so a span of a letter can be cut out with
 * `text.slice(span.start, span.end)`. All values are immutable; parsing never fails, it finds less.
 */

/**
 * The form of the letter, by the years in which MAXIMUS used it:
 * - `G1` 2013, "Notice of Independent Medical Review Determination"
 * - `G2` late 2013 to mid 2014, "IMR DECISION(S) AND RATIONALE(S)"
 * - `G3a` 2014 to mid 2015, citations end in "Page(s): …"
 * - `G3b` late 2015 to 2017, citations read "<Chapter> <year>, Section(s): …"
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
  /** A heading of the older forms that the rules ask nothing of. */
  | "other";

export interface Section {
  readonly kind: SectionKind;
  /** The heading with white space collapsed; "Case details" for front matter, which has no heading of its own. */
  readonly title: string;
  /** The heading's own words; empty at the start of front matter. */
  readonly heading: Span;
  /** What stands below the heading, without the white space around it. May be empty. */
  readonly body: Span;
  /** Heading and body. */
  readonly span: Span;
}

/** A calendar date as the letter writes it. `day` is missing in "08-2016". Years are always four digits. */
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
  /** The value's words; empty at the label's end where the value is missing. */
  readonly value: Span;
  readonly text: string;
  /** For the five dates. */
  readonly date: DateMention | undefined;
}

export type FrontMatter = Readonly<Partial<Record<FrontMatterField, FieldValue>>> & { readonly span: Span };

/** The reviewer's qualifications, as a block with labels or as a sentence of the how-section. */
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

/** The facts that a case summary or rationale states of the employee, the first mention of each. */
export interface CaseFacts {
  /** In years. */
  readonly age: Located<number> | undefined;
  readonly sex: Located<Sex> | undefined;
  readonly dateOfInjury: DateMention | undefined;
  readonly utilizationReview: DateMention | undefined;
}

export interface CaseSummary extends CaseFacts {
  /** The narrative itself, after the fixed sentence that introduces it. May be empty. */
  readonly narrative: Span;
}

export type DecisionOutcome = "upheld" | "overturned";

export interface Decision {
  /** The word or words that stand where the decision should. */
  readonly span: Span;
  /** As written, white space collapsed. */
  readonly text: string;
  /** `undefined` where other words than Upheld or Overturned stand there. */
  readonly outcome: DecisionOutcome | undefined;
}

/** "10/325mg", "7.5 mg", "5%", "20mg/ml": as written; numbers in order. */
export interface Strength {
  readonly span: Span;
  readonly values: readonly number[];
  /** "mg", "%", "mcg" …, lower case; of the last number. */
  readonly unit: string;
}

/** "#60", "QTY: 2", "12 sessions", "times 8": how many of the treatment. */
export interface Quantity {
  readonly span: Span;
  readonly value: number;
  /** What is counted where it is said: "session", "visit", "refill" …; "unit" after "#". Singular, lower case. */
  readonly unit: string;
}

export interface Heading {
  /** All of the heading's words, with the decision. */
  readonly span: Span;
  /** The words before the decision: the whole request, also of a partly authorised one. */
  readonly request: Span;
  /** The disputed portion in one line: what the outline shows. */
  readonly treatment: string;
  /** Where that portion stands. Equals `request` unless part of the request was authorised. */
  readonly treatmentSpan: Span;
  readonly partlyAuthorized: boolean;
  readonly strengths: readonly Strength[];
  readonly counts: readonly Quantity[];
  readonly decision: Decision | undefined;
}

/** Pages as cited, 1-based. `last` equals `first` for a single page; less than `first` when the letter says so. */
export interface PageRange {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  /** The document's length, where the letter says "of 127". */
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
   * "Official Disability Guidelines (ODG)". Undefined where a non-MTUS source names no publisher.
   */
  readonly guideline: Located<string> | undefined;
  /** The year of the guideline, where given. */
  readonly year: Located<number> | undefined;
  /**
   * Sections or topics, as many pieces as commas and semicolons cut. A title that itself holds a comma comes
   * in several pieces: the knowledge base joins them, as only it knows the titles.
   */
  readonly topics: readonly Located<string>[];
  readonly pages: readonly PageRange[];
}

export type PartKind = "claims" | "reviewer" | "rationale";

export interface Part {
  readonly kind: PartKind;
  /** The label's words with the colon. */
  readonly label: Span;
  /** What follows the label, without white space around it. May be empty. */
  readonly body: Span;
  /** Label and body. */
  readonly span: Span;
}

export interface GuidelinePart extends Part {
  readonly kind: "claims" | "reviewer";
  readonly citations: readonly Citation[];
  /** The fixed sentence "… did not cite any medical evidence for its decision", where it stands. */
  readonly citesNothing: Span | undefined;
  /** The fixed sentence "… recommendation(s) outside of the MTUS Guidelines", where it stands. */
  readonly outsideMtus: Span | undefined;
}

/** What a sentence concludes on medical necessity. */
export interface Conclusion {
  readonly span: Span;
  readonly necessary: boolean;
}

export interface RationalePart extends Part {
  readonly kind: "rationale";
  readonly sentences: readonly Span[];
  /** The sentence that decides, also where an advisory follows it. */
  readonly conclusion: Conclusion | undefined;
}

export interface Issue {
  /** 0-based, in the order of the letter. */
  readonly index: number;
  readonly span: Span;
  readonly heading: Heading;
  /** All parts in the order of the letter; a label that stands twice makes two. */
  readonly parts: readonly (GuidelinePart | RationalePart)[];
  /** The first part of each kind. */
  readonly claims: GuidelinePart | undefined;
  readonly reviewer: GuidelinePart | undefined;
  readonly rationale: RationalePart | undefined;
}

/** A line that tells the review to leave findings alone. */
export interface Directive {
  readonly span: Span;
  /** Ids of the rules meant; empty for all. */
  readonly rules: readonly string[];
  /** Findings that start in here are meant: the line below, or the whole file. */
  readonly covers: Span;
}

export interface Letter {
  /** The file's text, directive lines blanked. */
  readonly text: string;
  /** The part of the text that this letter takes up: all of it, unless several letters share a file. */
  readonly span: Span;
  /** Undefined where the text does not look like a determination letter. */
  readonly generation: LetterForm | undefined;
  readonly frontMatter: FrontMatter | undefined;
  readonly sections: readonly Section[];
  readonly credentials: Credentials | undefined;
  readonly summary: CaseSummary | undefined;
  readonly issues: readonly Issue[];
  /** Those of the whole file, with its first letter. */
  readonly directives: readonly Directive[];
  /** Further letters in the same file, in order; theirs is always empty. */
  readonly following: readonly Letter[];
}

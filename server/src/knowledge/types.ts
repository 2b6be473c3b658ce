/** What the extension knows of guidelines and drugs. Pages are 1-based pages of the document named. */

/**
 * How sure a page number or statement is:
 * - `high`: the page was seen in a real letter or source
 * - `medium`: letters cite it so, again and again; not counted
 * - `low`: inferred or unconfirmed
 */
export type Confidence = "high" | "medium" | "low";

export interface Pages {
  readonly first: number;
  readonly last: number;
}

/** How letters cite a guideline, in the form in use since late 2015 and in the one before it. */
export interface CitedForm {
  /** "Low Back Complaints": what stands before the year. */
  readonly name: string;
  /** The year that letters write, where the guideline has several; otherwise its only one, or the last one by then. */
  readonly year?: number;
  /** "ACOEM Chapter 12 Low Back Complaints": before late 2015, without a year. Missing where the guideline is younger. */
  readonly older?: string;
  /** "2016-07-28": the first day on which it applied, where that tells it from another. */
  readonly from?: string;
  /** The day from which it applied no more. */
  readonly until?: string;
}

/** A document that letters cite: one guideline, or one chapter of the ACOEM guidelines. */
export interface Guideline {
  readonly id: string;
  readonly name: string;
  /** What the document is, in one or two sentences. */
  readonly about: string;
  /** "mtus" for parts of the MTUS, "other" for ODG and the like. */
  readonly kind: "mtus" | "other";
  /** "8 CCR 9792.23.5", where the document is adopted by regulation. */
  readonly regulation: string | undefined;
  readonly regulationUrl: string | undefined;
  /** When it applied, in words. */
  readonly effective: string | undefined;
  /** The official copy, where there is a public one. */
  readonly url: string | undefined;
  /** First and last page of the document, where pages can be cited. */
  readonly pages: Pages | undefined;
  /** Other names that letters use, for the guideline or chapter itself. */
  readonly aliases: readonly string[];
  /** Years that letters write after the name for this version of the document. */
  readonly years: readonly number[];
  /** Missing where letters cite only its parts, or hardly ever cite it. */
  readonly cited?: CitedForm | undefined;
  readonly confidence: Confidence;
  /** The name of the user's pack that says so; undefined for what is built in. */
  readonly from?: string | undefined;
}

export interface Topic {
  readonly id: string;
  /** The guideline's id. */
  readonly guideline: string;
  readonly name: string;
  /** The title that letters give it, where that is shorter than the name. */
  readonly citedAs?: string | undefined;
  readonly aliases: readonly string[];
  /** Empty where the topic's presence is unconfirmed. */
  readonly pages: readonly Pages[];
  /** Other pages that letters cite for the topic. */
  readonly alsoCited: readonly Pages[];
  /** "recommended", "not recommended" …, as the guideline puts it; undefined where it takes no side. */
  readonly recommendation: string | undefined;
  readonly summary: string;
  /** Where the pages are from, if not from the index: the user's own copy of the guideline. */
  readonly pagesFrom?: "copy" | undefined;
  /** Names of related topics. */
  readonly related: readonly string[];
  readonly confidence: Confidence;
  /** The name of the user's pack that says so; undefined for what is built in. */
  readonly from?: string | undefined;
}

export interface Drug {
  /** Lower-case generic name, unique. */
  readonly generic: string;
  readonly brands: readonly string[];
  /** Other right names of it: "APAP", "hydrocodone/APAP", "Tylenol with codeine". A mention of one is of form "generic". */
  readonly synonyms?: readonly string[];
  readonly misspellings: readonly string[];
  readonly drugClass: string;
  /** Ids of the topics that treat it; the first is the most specific. */
  readonly topics: readonly string[];
  /** Pages of the 2009 chronic pain guideline that letters cite for it. */
  readonly pages: readonly Pages[];
  readonly confidence: Confidence;
  /** The name of the user's pack that says so; undefined for what is built in. */
  readonly from?: string | undefined;
}

/** A drug's name found in text; offsets are UTF-16, relative to the text searched. */
export interface DrugMention {
  readonly start: number;
  readonly end: number;
  readonly drug: Drug;
  readonly form: "generic" | "brand" | "misspelling";
}

/** What a walk over the words of a text finds; offsets as above. */
export interface DrugWords {
  /** Longest name first where names overlap, in order, never overlapping. */
  readonly mentions: readonly DrugMention[];
  /** Long words that may be a drug's name with a wrong letter, in order. */
  readonly typoCandidates: readonly { readonly start: number; readonly end: number }[];
}

/** Topics found in the pieces of a citation: `from`..`to` are the indexes of the first and last piece joined. */
export interface TopicMatch {
  readonly from: number;
  readonly to: number;
  readonly topic: Topic;
}

/** A page as it was read from the user's own copy. */
export interface PageText {
  /** The number printed on the page, 1-based. */
  readonly page: number;
  /** The page's words, a paragraph a line, with "\n" as line end. */
  readonly text: string;
}

/** A guideline as it was read from the user's own copy. */
export interface GuidelineCopy {
  /** The guideline's id. */
  readonly guideline: string;
  /** The name of the file that it was read from. */
  readonly source: string;
  /** The day of the import: "2026-11-27". */
  readonly imported: string;
  readonly pages: readonly PageText[];
}

/** What of a topic stands on a page of a copy; UTF-16 offsets into the page's text. */
export interface CopyTopic {
  /** The topic's id. */
  readonly topic: string;
  readonly start: number;
  readonly end: number;
}

export interface CopyPage extends PageText {
  /** In order; they do not overlap, unless two topics share a heading. */
  readonly topics: readonly CopyTopic[];
}

/** A copy with the topics found in it. */
export interface CopiedGuideline extends GuidelineCopy {
  readonly pages: readonly CopyPage[];
}

export interface Knowledge {
  readonly guidelines: readonly Guideline[];
  readonly topics: readonly Topic[];
  readonly drugs: readonly Drug[];

  guideline(id: string): Guideline | undefined;
  topic(id: string): Topic | undefined;
  topicsOf(guidelineId: string): readonly Topic[];

  /**
   * The guideline or chapter that a citation names, however it is written: "Low Back Complaints" with 2004,
   * "Chronic Pain Treatment Guidelines" without a year, "ACOEM Chapter 12", "Official Disability Guidelines (ODG)".
   */
  guidelineNamed(name: string, year?: number): Guideline | undefined;

  /** The topic of that guideline so named: case, punctuation, brackets, plural and word order of "criteria for use" do not matter. */
  topicNamed(name: string, guidelineId: string): Topic | undefined;

  /** The topics named by the pieces of a citation, joining neighbouring pieces to the longest title known. */
  topicsNamed(pieces: readonly string[], guidelineId: string): readonly TopicMatch[];

  /** The topics with a page in that range, narrowest first. */
  topicsOnPages(guidelineId: string, pages: Pages): readonly Topic[];

  /** The user's own copy of a guideline, where there is one. */
  copyOf(guidelineId: string): CopiedGuideline | undefined;

  /** All drugs named in the text, longest name first where names overlap, in order, never overlapping. Linear. */
  drugsIn(text: string): readonly DrugMention[];

  /** The same, with the words that may be a misspelled name. */
  drugWordsIn(text: string): DrugWords;

  /** The drug's name that a word is but for one letter; undefined where it is none, or that name itself. */
  nameMeant(word: string): string | undefined;

  /** The drug of exactly that name (generic, brand or known misspelling; case does not matter). */
  drugNamed(name: string): Drug | undefined;
}

/** What the knowledge base has about guidelines and drugs. Pages are 1-based pages of the document. */

/**
 * How reliable a page number or statement is:
 * - `high`: seen in a real letter or source
 * - `medium`: often cited like this in letters, but not counted
 * - `low`: inferred or unconfirmed
 */
export type Confidence = "high" | "medium" | "low";

export interface Pages {
  readonly first: number;
  readonly last: number;
}

/** How letters cite a guideline, in the form in use since late 2015 and in the one before. */
export interface CitedForm {
  /** The name before the year: "Low Back Complaints". */
  readonly name: string;
  /** The year that letters give, if the guideline has several years. Otherwise, its only year, or the last one by then. */
  readonly year?: number;
  /** The name before late 2015, without a year: "ACOEM Chapter 12 Low Back Complaints". Missing for newer guidelines. */
  readonly older?: string;
  /** The first day on which it applied, if that distinguishes it from another one: "2016-07-28". */
  readonly from?: string;
  /** The first day on which it no longer applied. */
  readonly until?: string;
}

/** A version of a guideline's text. */
export interface Edition {
  /** Titles by which letters cite it, if they differ from the guideline's other names. */
  readonly titles?: readonly string[] | undefined;
  /** The years by which letters name it: the publisher's, and that of its effect in the MTUS. */
  readonly years: readonly number[];
  /** The publisher's date, as far as it's known: "2016-08-01", "2015-09", "2013". */
  readonly published?: string | undefined;
  /** The first day on which it was part of the MTUS; undefined if that isn't known. */
  readonly from?: string | undefined;
  /** The first day on which it no longer was; undefined if it still is, or if that isn't known. */
  readonly until?: string | undefined;
  /** Its adoption was proposed, but isn't confirmed. */
  readonly proposed?: boolean | undefined;
  readonly confidence: Confidence;
}

/** A document that letters cite: one guideline, or one chapter of the ACOEM guidelines. */
export interface Guideline {
  readonly id: string;
  readonly name: string;
  /** What the document is, in one or two sentences. */
  readonly about: string;
  /** "mtus" for parts of the MTUS, "other" for ODG and the like. */
  readonly kind: "mtus" | "other";
  /** The regulation that adopts the document: "8 CCR 9792.23.5". */
  readonly regulation: string | undefined;
  readonly regulationUrl: string | undefined;
  /** When it applied, in words. */
  readonly effective: string | undefined;
  /** The official copy, if it is public. */
  readonly url: string | undefined;
  /** The first and last page of the document, if pages can be cited. */
  readonly pages: Pages | undefined;
  /** Other names that letters use, for the guideline or chapter itself. */
  readonly aliases: readonly string[];
  /** The years that letters give after the name for this version of the document. */
  readonly years: readonly number[];
  /** "copy" if the index doesn't know the pages, and they are those of the user's own copy. */
  readonly pagesFrom?: "copy" | undefined;
  /** Only the user has it, in a copy or a pack; the index knows nothing about it. */
  readonly isOwn?: boolean | undefined;
  /** In order; empty if they aren't known. */
  readonly editions: readonly Edition[];
  /** The id of the guideline that took its place in the MTUS. */
  readonly replacedBy?: string | undefined;
  /** The ids of the guideline and the topic that its text was adapted from. */
  readonly adaptedFrom?: readonly string[];
  /** Missing if letters cite only its parts, or rarely cite it. */
  readonly cited?: CitedForm | undefined;
  readonly confidence: Confidence;
  /** The name of the user's pack that it is from; undefined if it is built in. */
  readonly from?: string | undefined;
}

/** What a section asks for, as published letters state it: in the index's own words, and not compared with the document. */
export interface StatedCriterion {
  /** What it is about: "MRI or CT of the low back"; undefined if it is about everything that the section is. */
  readonly on: string | undefined;
  /** Undefined if letters only cite the section. */
  readonly asks: string | undefined;
  readonly recommendation: string | undefined;
  /** How letters differ, as the rest of a sentence: "most wait 3 to 4 weeks, one 4 to 6." */
  readonly differ: string | undefined;
  /** How many published letters state it. */
  readonly stated: number;
  /** How many others only cite it. */
  readonly cited: number;
  /** The pages or tables that those letters name: "Table 8-8, page 182". */
  readonly named: string | undefined;
  /** The edition that they state it of, if it is another one than those of the guideline: "the 3rd edition". */
  readonly of: string | undefined;
  /** `high`: letters state it; `medium`: they differ, or state it of another edition; `low`: they only cite the section. */
  readonly confidence: Confidence;
}

/** Pages that published letters cite for a topic. */
export interface SeenPages extends Pages {
  /** How many letters. */
  readonly letters: number;
}

export interface Topic {
  readonly id: string;
  /** The guideline's id. */
  readonly guideline: string;
  readonly name: string;
  /** The topic that this one is within: a chapter of ODG. */
  readonly chapter?: string | undefined;
  /** Its titles within that chapter: "MRI". */
  readonly titlesInChapter?: readonly string[];
  /** The title that letters cite, if it differs from the name. */
  readonly citedAs?: string | undefined;
  readonly aliases: readonly string[];
  /** Empty if it isn't confirmed that the guideline has the topic. */
  readonly pages: readonly Pages[];
  /** Other pages that letters cite for the topic. */
  readonly alsoCited: readonly Pages[];
  /** "recommended", "not recommended" …, in the guideline's words; undefined if it makes no recommendation. */
  readonly recommendation: string | undefined;
  /** Empty if the index doesn't have the topic. */
  readonly summary: string;
  /** Only the user's own copy has it; the index knows nothing about it. */
  readonly isOwn?: boolean | undefined;
  /** "copy" if the pages are from the user's own copy of the guideline instead of the index. */
  readonly pagesFrom?: "copy" | undefined;
  /** What published letters say that it asks for, those of most letters first. Empty if none is known. */
  readonly criteria: readonly StatedCriterion[];
  /** The ids of the topics that treat the same in another guideline, which took over its subject. */
  readonly continuedIn?: readonly string[];
  /** Names of related topics. */
  readonly related: readonly string[];
  readonly confidence: Confidence;
  /** The pages that were seen in published letters. */
  readonly seen: readonly SeenPages[];
  /** The official source in which it was seen: "8 CCR 9792.20". */
  readonly source?: string | undefined;
  /** The name of the user's pack that it is from; undefined if it is built in. */
  readonly from?: string | undefined;
}

export interface Drug {
  /** The generic name in lower case, which is unique. */
  readonly generic: string;
  readonly brands: readonly string[];
  /** Those of the brands that the FDA's list of approved drugs (Drugs@FDA) has with these ingredients. */
  readonly fdaBrands?: readonly string[];
  /** Other correct names: "APAP", "hydrocodone/APAP", "Tylenol with codeine". Their mentions have the form "generic". */
  readonly synonyms?: readonly string[];
  readonly misspellings: readonly string[];
  readonly drugClass: string;
  /** The ids of the topics about it. The first one is the most specific. */
  readonly topics: readonly string[];
  /** The pages of the 2009 chronic pain guideline that letters cite for it. */
  readonly pages: readonly Pages[];
  readonly confidence: Confidence;
  /** The name of the user's pack that it is from; undefined if it is built in. */
  readonly from?: string | undefined;
}

/** What a drug list says of an ingredient, or of a strength or dosage form of it. */
export interface FormularyEntry {
  /** As the list names it: "Cyclobenzaprine HCL". Missing if the list has only brand names. */
  readonly ingredient?: string | undefined;
  readonly brand?: string | undefined;
  /** "tablet, extended release" */
  readonly form?: string | undefined;
  /** "7.5 mg" */
  readonly strength?: string | undefined;
  readonly status?: FormularyStatus | undefined;
  /** As the list has it: "4 days", or "yes". */
  readonly specialFill?: string | undefined;
  /** As the list has it: "4 days", or "yes". */
  readonly perioperativeFill?: string | undefined;
}

/** Whether the drug may be dispensed without prospective review, if it is prescribed as the MTUS asks. */
export type FormularyStatus = "exempt" | "non-exempt";

/** What a drug list of the user says of a drug. */
export interface ListedDrug {
  /** The name of the user's pack that is the list. */
  readonly list: string;
  /** The list's date: "2026-03-01". */
  readonly date: string | undefined;
  /** In the order of the list. */
  readonly entries: readonly FormularyEntry[];
}

/** A mention of a drug. UTF-16 offsets into the text that was searched. */
export interface DrugMention {
  readonly start: number;
  readonly end: number;
  readonly drug: Drug;
  readonly form: "generic" | "brand" | "misspelling";
}

/** The drugs found in a text. UTF-16 offsets into it. */
export interface DrugWords {
  /** In order, not overlapping. Of overlapping names, the longest one. */
  readonly mentions: readonly DrugMention[];
  /** Long words that may be a drug's name with a typo, in order. */
  readonly typoCandidates: readonly { readonly start: number; readonly end: number }[];
}

/** A topic in the pieces of a citation. `from` and `to` are the indexes of its first and last piece. */
export interface TopicMatch {
  readonly from: number;
  readonly to: number;
  readonly topic: Topic;
}

/** A page of the user's own copy of a guideline. */
export interface PageText {
  /** The number printed on the page, 1-based. */
  readonly page: number;
  /** The text of the page, with each paragraph on a line and "\n" as line end. */
  readonly text: string;
}

/** A heading in a copy. */
export interface CopyHeading {
  readonly title: string;
  /** The number printed on its page. */
  readonly page: number;
  /** 1 for the headings of chapters, and more for those within them. */
  readonly level: number;
}

/** What the user says about a guideline that the index doesn't have. */
export interface OwnGuideline {
  readonly name: string;
  /** The year that letters give, which is that of the edition. */
  readonly year?: number | undefined;
  /** "mtus" for an edition of a part of the MTUS. Missing if its title says so. */
  readonly kind?: Guideline["kind"] | undefined;
  /** The first day on which it applies: "2021-04-01". */
  readonly from?: string | undefined;
  /** The first day on which it no longer applies. */
  readonly until?: string | undefined;
}

/** The user's own copy of a guideline. */
export interface GuidelineCopy {
  /** The guideline's id. */
  readonly guideline: string;
  /** The name of the file that it was read from. */
  readonly source: string;
  /** The ISO date of the import: "2026-11-27". */
  readonly imported: string;
  readonly pages: readonly PageText[];
  /** Missing in copies from earlier versions. */
  readonly headings?: readonly CopyHeading[] | undefined;
  /** Missing if the index has the guideline. */
  readonly own?: OwnGuideline | undefined;
}

/** The passage of a topic on a page of a copy. UTF-16 offsets into the text of the page. */
export interface CopyTopic {
  /** The topic's id. */
  readonly topic: string;
  readonly start: number;
  readonly end: number;
}

export interface CopyPage extends PageText {
  /** In order. They don't overlap unless two topics share a heading. */
  readonly topics: readonly CopyTopic[];
}

/** A copy with the topics that were found in it. */
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
  /** The guidelines that only the user's copies and packs have. */
  readonly ownGuidelines: readonly Guideline[];

  /**
   * The guideline or chapter that a citation names, however the name is written: "Low Back Complaints" with 2004,
   * "Chronic Pain Treatment Guidelines" without a year, "ACOEM Chapter 12", "Official Disability Guidelines (ODG)".
   */
  guidelineNamed(name: string, year?: number): Guideline | undefined;

  /** The guideline's topic with that name. Case, punctuation, parentheses, plural, and word order don't matter. */
  topicNamed(name: string, guidelineId: string): Topic | undefined;

  /** The topics that the pieces of a citation name. Joins adjacent pieces into the longest known titles. */
  topicsNamed(pieces: readonly string[], guidelineId: string): readonly TopicMatch[];

  /** The topics with a page in the range, those with the fewest pages first. */
  topicsOnPages(guidelineId: string, pages: Pages): readonly Topic[];

  /** The user's own copy of a guideline, if there is one. */
  copyOf(guidelineId: string): CopiedGuideline | undefined;

  /** The drugs that the text mentions: in order, not overlapping, the longest of overlapping names. Linear. */
  drugsIn(text: string): readonly DrugMention[];

  /** The same, and the words that may be a misspelled name. */
  drugWordsIn(text: string): DrugWords;

  /** The drug name that a word is one typo away from; undefined if there is none, or if the word is that name. */
  correctionFor(word: string): string | undefined;

  /** What the user's drug lists say of the drug, the newest list first. */
  listed(drug: Drug): readonly ListedDrug[];

  /** The drug with exactly that name: generic, brand, or known misspelling, in any case. */
  drugNamed(name: string): Drug | undefined;
}

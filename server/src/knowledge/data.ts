/** The built-in facts in data/, one row per line. docs/guidelines.md describes how reliable they are. */
import criteria from "./data/criteria.json";
import drugs from "./data/drugs.json";
import guidelines from "./data/guidelines.json";
import sections from "./data/sections.json";
import topics from "./data/topics.json";
import type { CitedForm, Confidence, Edition, FormularyEntry } from "./types.ts";

export interface GuidelineRow {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly kind: "mtus" | "other";
  readonly regulation?: string;
  readonly regulationUrl?: string;
  readonly effective?: string;
  readonly url?: string;
  /** "1-127" */
  readonly pages?: string;
  readonly aliases?: readonly string[];
  /** Among guidelines with the same name, a citation's year selects one. Without a year, it means the first row. */
  readonly years?: readonly number[];
  /** In order. Their years are among those that letters give. */
  readonly editions?: readonly EditionRow[];
  /** The id of the guideline that took its place in the MTUS. */
  readonly replacedBy?: string;
  /** The ids of the guideline and the topic that its text was adapted from. */
  readonly adaptedFrom?: readonly string[];
  readonly cited?: CitedForm;
  readonly confidence: Confidence;
  /** Only the user has it. */
  readonly isOwn?: boolean;
  /** The guideline that this one is a chapter or part of. */
  readonly partOf?: string;
  /** The chapter has the sections that all chapters have (data/sections.json). */
  readonly sections?: boolean;
  /** The id of another edition of the guideline, whose topics this one has too, without the pages. */
  readonly topicsLike?: string;
  /** The name of the user's pack that the row is from. */
  readonly from?: string;
}

export type EditionRow = Edition;

export interface TopicRow {
  readonly id: string;
  readonly guideline: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** "41-42" or "68" */
  readonly pages?: readonly string[];
  readonly alsoCited?: readonly string[];
  readonly recommendation?: string;
  readonly summary: string;
  readonly related?: readonly string[];
  readonly confidence: Confidence;
  /** The id of the topic that this one is within. The name and the aliases are those within it. */
  readonly chapter?: string;
  /** The ids of the topics that treat the same in another guideline, which took over its subject. */
  readonly continuedIn?: readonly string[];
  /** Pages that published letters cite for it, and how many do. */
  readonly seen?: readonly { readonly pages: string; readonly letters: number }[];
  /** The official source in which it was seen. */
  readonly source?: string;
  /** The name of the user's pack that the row is from. */
  readonly from?: string;
}

/** What published letters say that a topic asks for. */
export interface CriterionRow {
  /** The topic's id. */
  readonly topic: string;
  /** The treatment or condition that it is about. */
  readonly on?: string;
  readonly recommendation?: string;
  /** In our own words: neither the guideline's nor a letter's. */
  readonly asks?: string;
  /** How the letters differ from each other. */
  readonly differ?: string;
  /** How many letters state it, and how many others only cite it. */
  readonly stated?: number;
  readonly cited?: number;
  /** The pages or tables that they name. */
  readonly named?: string;
  /** The edition that they state it of, if it is another one than those of the guideline in the index. */
  readonly of?: string;
}

/** A section that every chapter of ACOEM 2004 has. */
export interface SectionRow {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly summary: string;
}

export interface DrugRow {
  readonly generic: string;
  readonly brands?: readonly string[];
  /** Those of the brands that the FDA's list of approved drugs (Drugs@FDA) has with these ingredients. */
  readonly fdaBrands?: readonly string[];
  readonly synonyms?: readonly string[];
  readonly misspellings?: readonly string[];
  /** Names that are ordinary words too. They mean the drug only if capitalized within a sentence, or with a dose or dosage form. */
  readonly ordinary?: readonly string[];
  /** Names that are also abbreviations or proper names. They mean the drug only with a dose or dosage form. */
  readonly onlyWithDose?: readonly string[];
  readonly class: string;
  readonly topics?: readonly string[];
  readonly pages?: readonly string[];
  readonly confidence: Confidence;
  /** The name of the user's pack that the row is from. */
  readonly from?: string;
}

/** What a drug list says of an ingredient. */
export interface FormularyRow extends FormularyEntry {
  /** The name of the user's pack that is the list. */
  readonly from: string;
  /** The list's date: "2026-03-01". */
  readonly date?: string | undefined;
}

export interface KnowledgeData {
  readonly guidelines: readonly GuidelineRow[];
  readonly topics: readonly TopicRow[];
  readonly sections: readonly SectionRow[];
  readonly criteria: readonly CriterionRow[];
  readonly drugs: readonly DrugRow[];
  /** Only of the user's packs: no status is built in. */
  readonly formulary?: readonly FormularyRow[];
}

export const builtInData: KnowledgeData = {
  guidelines: guidelines as readonly GuidelineRow[],
  topics: topics as readonly TopicRow[],
  sections: sections as readonly SectionRow[],
  criteria: criteria as readonly CriterionRow[],
  drugs: drugs as readonly DrugRow[],
};

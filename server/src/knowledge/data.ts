/** The built-in facts, as they stand in data/, one row a line. docs/guidelines.md says how sure they are. */
import drugs from "./data/drugs.json";
import guidelines from "./data/guidelines.json";
import sections from "./data/sections.json";
import topics from "./data/topics.json";
import type { CitedForm, Confidence } from "./types.ts";

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
  /** Of guidelines that share a name, the one whose years fit is meant. The first row is meant without a year. */
  readonly years?: readonly number[];
  readonly cited?: CitedForm;
  readonly confidence: Confidence;
  /** The guideline that this one is a chapter or part of. */
  readonly partOf?: string;
  /** The chapter has the sections that all chapters have (data/sections.json). */
  readonly sections?: boolean;
  /** Another edition of the same guideline: its topics are offered here too, without its pages. */
  readonly topicsLike?: string;
  /** The name of the user's pack that gives the row. */
  readonly from?: string;
}

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
  /** The name of the user's pack that gives the row. */
  readonly from?: string;
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
  readonly synonyms?: readonly string[];
  readonly misspellings?: readonly string[];
  /** Names that are ordinary words too: a drug only when capitalised inside a sentence, or with a dose or form. */
  readonly ordinary?: readonly string[];
  /** Names that are also abbreviations or proper names of other things: a drug only with a dose or form. */
  readonly onlyWithDose?: readonly string[];
  readonly class: string;
  readonly topics?: readonly string[];
  readonly pages?: readonly string[];
  readonly confidence: Confidence;
  /** The name of the user's pack that gives the row. */
  readonly from?: string;
}

export interface KnowledgeData {
  readonly guidelines: readonly GuidelineRow[];
  readonly topics: readonly TopicRow[];
  readonly sections: readonly SectionRow[];
  readonly drugs: readonly DrugRow[];
}

export const builtInData: KnowledgeData = {
  guidelines: guidelines as readonly GuidelineRow[],
  topics: topics as readonly TopicRow[],
  sections: sections as readonly SectionRow[],
  drugs: drugs as readonly DrugRow[],
};

/** The subject of the issue at the cursor: which guidelines and topics are about its disputed treatment. */

import { treatmentAttributesOf } from "../../../analysis/treatmentAttributes.ts";
import { regions } from "../../../analysis/treatmentKinds.ts";
import { topicsForDrug } from "../../../knowledge/topicsForDrug.ts";
import type { Guideline, Topic } from "../../../knowledge/types.ts";
import type { Place } from "./place.ts";

export interface Subject {
  /** The disputed treatment; empty outside of issues. */
  readonly treatment: string;
  /** Names of the topics that cover the disputed drugs, the most specific first. */
  readonly topics: readonly string[];
  /** Words for the disputed treatment and its body region, in lower case. */
  readonly words: readonly string[];
}

/** `day` is the ISO date of the decision, whose editions' topics come first. */
export function subjectOf(
  { issue, knowledge }: Pick<Place, "issue" | "knowledge">,
  day: string | undefined,
): Subject {
  const treatment = issue?.heading.treatment ?? "";
  const attributes = treatmentAttributesOf(treatment, knowledge);
  const drugTopics = attributes.drugs.flatMap((drug) => topicsForDrug(drug, knowledge, day).topics);
  const kinds = attributes.kinds.flatMap((kind) => kind.words);
  const places = attributes.regions.flatMap((name) => [name, ...wordsFor(name)]);
  const drugs = attributes.drugs.length > 0 ? ["chronic pain"] : [];
  const classes = attributes.drugs.flatMap(({ drugClass }) => [
    ...drugClass.toLowerCase().split(/[,;/+()]/),
    ...(/\bopioid\b/.test(drugClass) ? ["opioid"] : []),
  ]);
  const forms = /\b(?:topical|cream|gel|ointment|lotion|patch|patches)\b/i.test(treatment) ? ["topical"] : [];
  return {
    treatment,
    topics: [...new Set(drugTopics.map(({ topic }) => topic.name))],
    words: [...kinds, ...places, ...drugs, ...classes, ...forms]
      .map((word) => word.trim())
      .filter((word) => word.length > 2),
  };
}

const wordsFor = (name: string): readonly string[] =>
  regions.find(({ region }) => region === name)?.words ?? [];

const mentions = (title: string, words: readonly string[]): boolean => {
  const normalized = ` ${title.toLowerCase().replace(/[^a-z0-9-]+/g, " ")}`;
  return words.some((word) => normalized.includes(` ${word}`));
};

/** Whether the guideline's name says that it is about the subject. */
export const isAbout = ({ words }: Subject, guideline: Guideline): boolean => mentions(guideline.name, words);

/** The topics about the subject first: those of its drugs in their order, then those whose titles mention it, and `others`. */
export function byRelevance(
  { topics, words }: Subject,
  all: readonly Topic[],
  others: ReadonlySet<Topic>,
): readonly Topic[] {
  const rank = (topic: Topic): number => {
    const place = topics.indexOf(topic.name);
    if (place >= 0) return place;
    if (mentions(topic.name, words)) return topics.length;
    return topics.length + (others.has(topic) ? 1 : 2);
  };
  return all
    .map((topic) => ({ topic, rank: rank(topic) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ topic }) => topic);
}

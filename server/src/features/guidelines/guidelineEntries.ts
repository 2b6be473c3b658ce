/** What users can look up: guidelines, their topics, and drugs, listed under the topics that cover them. */

import { topicsForDrug } from "../../knowledge/topicsForDrug.ts";
import type { Guideline, Knowledge, Pages, Topic } from "../../knowledge/types.ts";
import { type GuidelineLocation, pageOfTopic } from "./guidelineLocation.ts";
import { pagesInWords, topicPages } from "./topicText.ts";

export interface GuidelineEntry {
  readonly kind: "guideline" | "topic" | "drug";
  readonly name: string;
  /** The guideline, with the pages if they are known: "Low Back Complaints (ACOEM chapter 12), pages 303-305". */
  readonly where: string;
  /** Other names by which it can be found. */
  readonly alsoNamed: readonly string[];
  readonly pages: readonly Pages[];
  readonly place: GuidelineLocation;
}

/** Guidelines first, then topics in the order of their documents, then drugs. */
export function guidelineEntries(knowledge: Knowledge): readonly GuidelineEntry[] {
  return [
    ...knowledge.guidelines.map(ofGuideline),
    ...knowledge.guidelines.flatMap((guideline) =>
      knowledge.topicsOf(guideline.id).map((topic) => ofTopic(topic, guideline)),
    ),
    ...knowledge.drugs.flatMap((drug): GuidelineEntry[] => {
      const [first] = topicsForDrug(drug, knowledge).topics;
      if (first === undefined) return [];
      const { topic, guideline } = first;
      const where = `${topic.name} in ${whereOf(guideline, topic)}`;
      const alsoNamed = [...drug.brands, ...(drug.synonyms ?? [])];
      return [{ ...ofTopic(topic, guideline), kind: "drug", name: drug.generic, where, alsoNamed }];
    }),
  ];
}

const ofGuideline = (guideline: Guideline): GuidelineEntry => ({
  kind: "guideline",
  name: guideline.name,
  where: guideline.pages ? pagesInWords([guideline.pages]) : "",
  alsoNamed: guideline.aliases,
  pages: [],
  place: { guideline: guideline.id },
});

const ofTopic = (topic: Topic, guideline: Guideline): GuidelineEntry => ({
  kind: "topic",
  name: topic.name,
  where: whereOf(guideline, topic),
  alsoNamed: topic.aliases,
  pages: topic.pages,
  place: { ...pageOfTopic(topic), topic: topic.id },
});

const whereOf = ({ name }: Guideline, topic: Topic): string =>
  topic.pages.length > 0 ? `${name}, ${topicPages(topic)}` : name;

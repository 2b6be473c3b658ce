/** What the knowledge base has on a treatment in dispute: the guideline in force, and its topics for it. */

import { guidelineOf, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { treatmentAttributesOf } from "../../../analysis/treatmentAttributes.ts";
import { isInForce } from "../../../knowledge/guidelines.ts";
import type { Drug, Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import { dayOf } from "../../../letter/isoDate.ts";
import type { Heading, Issue, Letter } from "../../../letter/types.ts";

/** Topics of one guideline, the most specific first. */
export interface Authority {
  readonly guideline: Guideline;
  readonly topics: readonly Topic[];
}

/** The topics that the reviewer cites, those that the knowledge base has. */
export const citedTopics = (issue: Issue, knowledge: Knowledge): readonly Topic[] =>
  (issue.reviewer?.citations ?? []).flatMap((citation) => {
    const guideline = guidelineOf(citation, knowledge);
    return guideline ? topicsOf(citation, guideline, knowledge).map(({ topic }) => topic) : [];
  });

/** The drugs that the disputed treatment names. */
export const drugMentionsIn = ({ treatment }: Heading, knowledge: Knowledge): readonly Drug[] => [
  ...new Set(knowledge.drugsIn(treatment).map(({ drug }) => drug)),
];

/** What a reviewer who has cited nothing yet would rely on; undefined where nothing is known. */
export function authorityFor(letter: Letter, heading: Heading, knowledge: Knowledge): Authority | undefined {
  const edition = editionFor(letter, knowledge);
  const drugs = drugMentionsIn(heading, knowledge);
  const topics =
    drugs.length > 0
      ? drugTopics(heading, drugs, edition, knowledge)
      : treatmentTopics(heading.treatment, edition, knowledge);
  const guideline = topics[0] && knowledge.guideline(topics[0].guideline);
  if (!guideline) return undefined;
  return { guideline, topics: topics.filter((topic) => topic.guideline === guideline.id) };
}

const firstEdition = "chronic-pain-2009";
const editions = [firstEdition, "chronic-pain-2016"];

/** Undefined where it is not stated. */
export function decisionDay({ frontMatter }: Letter): string | undefined {
  const date = frontMatter?.decisionDate?.date;
  return date && dayOf(date);
}

/** The edition of the chronic pain guideline by the decision date, else the one cited; undefined after both. */
function editionFor(letter: Letter, knowledge: Knowledge): string | undefined {
  const day = decisionDay(letter);
  if (day !== undefined) {
    return editions.find((id) => {
      const edition = knowledge.guideline(id);
      return edition !== undefined && isInForce(edition, day);
    });
  }
  if (letter.generation === "G4") return undefined;
  const cited = letter.issues.flatMap(({ claims, reviewer }) =>
    [claims, reviewer].flatMap((part) => part?.citations ?? []),
  );
  const ids = cited.map((citation) => guidelineOf(citation, knowledge)?.id ?? "");
  return ids.findLast((id) => editions.includes(id)) ?? firstEdition;
}

/** A topic as that edition has it; topics of other guidelines as they are. */
function inEdition(topic: Topic, edition: string | undefined, knowledge: Knowledge): Topic | undefined {
  if (topic.guideline !== firstEdition || topic.guideline === edition) return topic;
  return edition === undefined ? undefined : knowledge.topicNamed(topic.name, edition);
}

/** The same topic in the edition whose text is known. */
export const knownText = (topic: Topic, knowledge: Knowledge): Topic | undefined =>
  editions.includes(topic.guideline) ? knowledge.topicNamed(topic.name, firstEdition) : topic;

/** "Cyclobenzaprine 5% cream" is another treatment than the tablet. */
const onTheSkin =
  /\b(?:topicals?|transdermal|cream|gel|ointment|lotion|patch(?:es)?|pads?|compound(?:ed)?)\b/i;

/** Those of the first drug that is known. What is mixed into a cream is judged as a whole. */
function drugTopics(
  { treatment, strengths }: Heading,
  drugs: readonly Drug[],
  edition: string | undefined,
  knowledge: Knowledge,
): readonly Topic[] {
  const isTopical = onTheSkin.test(treatment) || strengths.some(({ unit }) => unit === "%");
  const known = drugs.map(({ topics }) => topics.flatMap((id) => knowledge.topic(id) ?? []));
  const topics = known.find((own) => own.length > 0) ?? [];
  if ((isTopical && drugs.length > 1) || topics.some(({ name }) => /\bcompounded\b/i.test(name))) {
    const compound = edition && knowledge.topicNamed("Topical analgesics", edition);
    return compound ? [compound] : [];
  }
  const fitting = topics.filter(({ name }) => onTheSkin.test(name) === isTopical);
  const chosen = fitting.length > 0 ? fitting : topics;
  return chosen.flatMap((topic) => inEdition(topic, edition, knowledge) ?? []);
}

/** The chapters of 2004 on parts of the body, by the region that a treatment names. */
const chapters: Readonly<Record<string, readonly [name: string, year: number]>> = {
  "low back": ["Low Back Complaints", 2004],
  neck: ["Neck and Upper Back Complaints", 2004],
  "mid back": ["Neck and Upper Back Complaints", 2004],
  shoulder: ["Shoulder Complaints", 2004],
  elbow: ["Elbow Disorders", 2007],
  wrist: ["Forearm, Wrist, and Hand Complaints", 2004],
  hand: ["Forearm, Wrist, and Hand Complaints", 2004],
  knee: ["Knee Complaints", 2004],
  ankle: ["Ankle and Foot Complaints", 2004],
  foot: ["Ankle and Foot Complaints", 2004],
};

/** The section of such a chapter that treats a family of treatments. */
const chapterSections: Readonly<Record<string, string>> = {
  imaging: "Special Studies",
  "electrodiagnostic testing": "Special Studies",
  surgery: "Surgical Considerations",
};

/** Of treatments that are no drugs: by their words, else by the chapter on the part of the body. */
function treatmentTopics(
  treatment: string,
  edition: string | undefined,
  knowledge: Knowledge,
): readonly Topic[] {
  // After both editions, the guidelines in force are not known topic by topic.
  if (edition === undefined) return [];
  const { kinds, regions } = treatmentAttributesOf(treatment, knowledge);
  // What is ordered for an operation falls or stands with it, and therapy after one has a guideline of its own.
  if (/\bsurgical service\b|\bpost-? ?(?:op|surg)/i.test(treatment)) return [];
  const named = kinds.some(({ kind }) => kind === "acupuncture") ? "acupuncture" : edition;
  const topic = topicInWords(treatment, named, knowledge);
  if (topic) return [topic];
  const families = new Set(kinds.map(({ family }) => family));
  const section = families.size === 1 ? chapterSections[[...families].join()] : undefined;
  const [name, year] = chapters[regions[0] ?? ""] ?? [];
  const chapter = name === undefined ? undefined : knowledge.guidelineNamed(name, year);
  const special = section && chapter && knowledge.topicNamed(section, chapter.id);
  return special ? [special] : [];
}

const mostWords = 12;
const longestName = 5;

/** The topic that is named by some words in a row, the most words first. */
function topicInWords(treatment: string, guidelineId: string, knowledge: Knowledge): Topic | undefined {
  const words = (treatment.match(/[A-Za-z][A-Za-z'-]*/g) ?? []).slice(0, mostWords);
  for (let length = Math.min(longestName, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const topic = knowledge.topicNamed(words.slice(from, from + length).join(" "), guidelineId);
      if (topic) return topic;
    }
  }
  return undefined;
}

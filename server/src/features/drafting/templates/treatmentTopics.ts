/** What the knowledge base has on a disputed treatment: the guideline in force, and its topics on the treatment. */

import { guidelineOf, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { treatmentAttributesOf } from "../../../analysis/treatmentAttributes.ts";
import { isInForce } from "../../../knowledge/guidelines.ts";
import type { Drug, Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import type { Heading, Issue, Letter } from "../../../letter/types.ts";

/** Topics of one guideline, the most specific first. */
export interface Authority {
  readonly guideline: Guideline;
  readonly topics: readonly Topic[];
}

/** The topics that the reviewer cites, if the knowledge base has them. */
export const citedTopics = (issue: Issue, knowledge: Knowledge): readonly Topic[] =>
  (issue.reviewer?.citations ?? []).flatMap((citation) => {
    const guideline = guidelineOf(citation, knowledge);
    return guideline ? topicsOf(citation, guideline, knowledge).map(({ topic }) => topic) : [];
  });

/** The drugs that the disputed treatment names. */
export const disputedDrugs = ({ treatment }: Heading, knowledge: Knowledge): readonly Drug[] => [
  ...new Set(knowledge.drugsIn(treatment).map(({ drug }) => drug)),
];

/** What a reviewer who hasn't cited anything yet could rely on. Undefined if nothing is known. */
export function authorityFor(letter: Letter, heading: Heading, knowledge: Knowledge): Authority | undefined {
  const edition = editionFor(letter, knowledge);
  const drugs = disputedDrugs(heading, knowledge);
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

/** The edition of the chronic pain guideline on the decision date, or else the one cited. Undefined after both editions. */
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

/** The topic in that edition. Topics of other guidelines are returned as they are. */
function inEdition(topic: Topic, edition: string | undefined, knowledge: Knowledge): Topic | undefined {
  if (topic.guideline !== firstEdition || topic.guideline === edition) return topic;
  return edition === undefined ? undefined : knowledge.topicNamed(topic.name, edition);
}

/** The same topic in the edition whose text is known. */
export const knownText = (topic: Topic, knowledge: Knowledge): Topic | undefined =>
  editions.includes(topic.guideline) ? knowledge.topicNamed(topic.name, firstEdition) : topic;

/** "Cyclobenzaprine 5% cream" isn't the same treatment as the tablet. */
const topicalForm =
  /\b(?:topicals?|transdermal|cream|gel|ointment|lotion|patch(?:es)?|pads?|compound(?:ed)?)\b|\d ?(?:%|percent\b)/i;

/** The topics of the first drug that has any. Compound creams are judged as a whole. */
function drugTopics(
  { treatment }: Heading,
  drugs: readonly Drug[],
  edition: string | undefined,
  knowledge: Knowledge,
): readonly Topic[] {
  const isTopical = topicalForm.test(treatment);
  const known = drugs.map(({ topics }) => topics.flatMap((id) => knowledge.topic(id) ?? []));
  const topics = known.find((own) => own.length > 0) ?? [];
  if ((isTopical && drugs.length > 1) || topics.some(({ name }) => /\bcompounded\b/i.test(name))) {
    const compound = edition && knowledge.topicNamed("Topical analgesics", edition);
    return compound ? [compound] : [];
  }
  const fitting = topics.filter(({ name }) => topicalForm.test(name) === isTopical);
  const chosen = fitting.length > 0 ? fitting : topics;
  return chosen.flatMap((topic) => inEdition(topic, edition, knowledge) ?? []);
}

/** The 2004 chapters on body parts, by the region that a treatment names. */
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

/** The section of such a chapter on a family of treatments. */
const chapterSections: Readonly<Record<string, string>> = {
  imaging: "Special Studies",
  "electrodiagnostic testing": "Special Studies",
  surgery: "Surgical Considerations",
};

/** Topics for treatments that aren't drugs: by their words, or else by the chapter on the body part. */
function treatmentTopics(
  treatment: string,
  edition: string | undefined,
  knowledge: Knowledge,
): readonly Topic[] {
  // After both editions, the topics of the guidelines in force aren't known.
  if (edition === undefined) return [];
  const { kinds, regions } = treatmentAttributesOf(treatment, knowledge);
  // Services for an operation depend on it, and therapy after one has its own guideline.
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

const maxTreatmentWords = 12;
const maxNameWords = 5;

/** The topic that consecutive words of the treatment name. The most words are tried first. */
function topicInWords(treatment: string, guidelineId: string, knowledge: Knowledge): Topic | undefined {
  const words = (treatment.match(/[A-Za-z][A-Za-z'-]*/g) ?? []).slice(0, maxTreatmentWords);
  for (let length = Math.min(maxNameWords, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const topic = knowledge.topicNamed(words.slice(from, from + length).join(" "), guidelineId);
      if (topic) return topic;
    }
  }
  return undefined;
}

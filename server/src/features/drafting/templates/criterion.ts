/** What a guideline asks for, in the knowledge base's own words. */
import { outsideBrackets } from "../../../knowledge/normalize.ts";
import type { Drug, Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import type { LetterForm } from "../../../letter/types.ts";
import { guidelineWordsFor, topicTitle } from "../citationFormat.ts";
import { knownText } from "./treatmentTopics.ts";

export interface Criterion {
  readonly topic: Topic;
  /** Whole sentences. */
  readonly words: string;
  /** Well enough known to stand in a letter as they are. */
  readonly sure: boolean;
}

/** The criterion of the first topic that takes a side, else of the first that says something. */
export function criterionOf(
  topics: readonly Topic[],
  drugs: readonly Drug[],
  generation: LetterForm | undefined,
  letterYear: number | undefined,
  knowledge: Knowledge,
): Criterion | undefined {
  const telling = topics.flatMap((topic) => {
    const known = knownText(topic, knowledge);
    const guideline = knowledge.guideline(topic.guideline);
    return known && guideline && tells(known) ? [{ topic, known, guideline }] : [];
  });
  const best = telling.find(({ known }) => known.recommendation !== undefined) ?? telling[0];
  if (!best) return undefined;
  const { topic, known, guideline } = best;
  const name = guidelineWordsFor(generation, guideline, letterYear);
  const where = isWhole(topic, guideline) ? name : `${name}, ${shortTitle(topic)}`;
  const stance = stanceOf(known.recommendation, subjectOf(known, drugs));
  const levels = [topic.confidence, ...drugs.map(({ confidence }) => confidence)];
  return {
    topic,
    words: `The ${publisherOf(guideline)} (${where}) ${stance} ${withoutStance(known)}`.trim(),
    sure: !levels.includes("low"),
  };
}

/** True of a topic that stands for all of its guideline. */
export const isWhole = (topic: Topic, guideline: Guideline): boolean => topic.name === guideline.name;

/** Titles stand in brackets here, and have none of their own. */
const shortTitle = (topic: Topic): string => outsideBrackets(topicTitle(topic)).replace(/\s+/g, " ").trim();

const publisherOf = ({ kind }: Guideline): string => (kind === "mtus" ? "MTUS" : "guideline");

/** Entries that only point elsewhere, or of which no more is known than that they exist. */
const pointers =
  /^(?:Refers to|Letters (?:may )?cite|An entry on|On |Notes on|Doses and|Sorts|An? (?:chapter|part|appendix) of|The (?:part|section|chapter's section|summary table)\b)/;

const tells = ({ summary }: Topic): boolean => !pointers.test(summary) && !/\bnot confirmed\b/.test(summary);

/** A drug by its name where the topic is about just that drug; otherwise what the topic is about. */
function subjectOf({ name, aliases }: Topic, drugs: readonly Drug[]): string {
  const titles = [name, ...aliases].join(" ").toLowerCase();
  const own = drugs.find(({ generic, brands }) =>
    [generic, ...brands].some((known) => titles.includes(known.toLowerCase())),
  );
  // "tramadol er", "vitamin c": such names stand in lists and not in sentences.
  if (own && /^[a-z]+$/.test(own.generic)) return own.generic;
  return drugs.length > 0 ? "such medication" : "this treatment";
}

function stanceOf(recommendation: string | undefined, subject: string): string {
  switch (recommendation) {
    case "recommended":
      return `recommends ${subject}.`;
    case "recommended as an option":
      return `recommends ${subject} as an option.`;
    case "not recommended":
      return `does not recommend ${subject}.`;
    case "conditional":
      return `supports ${subject} under conditions.`;
    case "use with caution":
      return `advises caution with ${subject}.`;
    case "under study":
      return `considers ${subject} to be under study.`;
    default:
      return "notes the following.";
  }
}

/** The summary without what the stance tells, and without what only helps to find one's way in the guideline. */
function withoutStance({ summary }: Topic): string {
  const rest = summary
    .replace(/^The whole section on [^.]*\. /, "")
    .replace(/ See [^.]*\.$/, "")
    .replace(/^(?:Not r|R)ecommended(?:[.:;] |, (?=for lack of)|\.$)/, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

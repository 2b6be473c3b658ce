/** What a guideline requires, in the words of the knowledge base. */
import { criteriaOn } from "../../../analysis/statedCriteria.ts";
import { outsideBrackets } from "../../../knowledge/normalize.ts";
import type { Drug, Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import type { Heading, LetterForm } from "../../../letter/types.ts";
import { guidelineWordsFor, topicTitle } from "../citationFormat.ts";
import { knownText } from "./treatmentTopics.ts";

export interface Criterion {
  readonly topic: Topic;
  /** Whole sentences. */
  readonly words: string;
  /** Whether they are reliable enough for a letter without a check. */
  readonly sure: boolean;
}

/** The criterion, on the treatment, of the first topic with a recommendation, or else of the first that states anything. */
export function criterionOf(
  topics: readonly Topic[],
  { treatment }: Heading,
  drugs: readonly Drug[],
  generation: LetterForm | undefined,
  day: string | undefined,
  knowledge: Knowledge,
): Criterion | undefined {
  const candidates = topics.flatMap((topic) => {
    const guideline = knowledge.guideline(topic.guideline);
    const text = textOn(topic, treatment, knowledge);
    return guideline && text ? [{ topic, text, guideline }] : [];
  });
  const best = candidates.find(({ text }) => text.recommendation !== undefined) ?? candidates[0];
  if (!best) return undefined;
  const { topic, text, guideline } = best;
  const name = guidelineWordsFor(generation, guideline, day);
  const where = isWhole(topic, guideline) ? name : `${name}, ${shortTitle(topic)}`;
  const stance = stanceOf(text.recommendation, subjectOf(topic, drugs));
  return {
    topic,
    words: `The ${publisherOf(guideline)} (${where}) ${stance} ${withoutStance(text.words)}`.trim(),
    sure: text.sure && drugs.every(({ confidence }) => confidence !== "low"),
  };
}

interface TextOnTreatment {
  readonly recommendation: string | undefined;
  readonly words: string;
  readonly sure: boolean;
}

/** What letters say that the topic asks for on the treatment, or else what the index says of the topic. */
function textOn(topic: Topic, treatment: string, knowledge: Knowledge): TextOnTreatment | undefined {
  const [stated] = topic.from === undefined ? criteriaOn(topic, treatment, knowledge).applying : [];
  if (stated?.asks !== undefined) {
    // What a single letter says isn't enough to say it of the guideline without a check.
    const { recommendation, asks: words, confidence } = stated;
    return { recommendation, words, sure: confidence === "high" && stated.stated > 1 };
  }
  const known = knownText(topic, knowledge);
  if (!known || !statesSomething(known)) return undefined;
  return {
    recommendation: known.recommendation,
    words: known.summary,
    sure: topic.confidence !== "low",
  };
}

/** Whether the topic is its whole guideline. */
export const isWhole = (topic: Topic, guideline: Guideline): boolean => topic.name === guideline.name;

/** The title without parentheses, as it is in parentheses itself. */
const shortTitle = (topic: Topic): string => outsideBrackets(topicTitle(topic)).replace(/\s+/g, " ").trim();

const publisherOf = ({ kind }: Guideline): string => (kind === "mtus" ? "MTUS" : "guideline");

/** Summaries that only refer to other topics, or say only that the topic exists. */
const pointers =
  /^(?:Refers to|Letters (?:may )?cite|An entry on|On |Notes on|Doses and|Sorts|An? (?:chapter|part|appendix) of|The (?:part|section|chapter's section|summary table)\b)/;

const statesSomething = ({ summary }: Topic): boolean =>
  summary !== "" && !pointers.test(summary) && !/\bnot confirmed\b/.test(summary);

/** The drug's name if the topic is about just that drug; otherwise "such medication" or "this treatment". */
function subjectOf({ name, aliases }: Topic, drugs: readonly Drug[]): string {
  const titles = [name, ...aliases].join(" ").toLowerCase();
  const own = drugs.find(({ generic, brands }) =>
    [generic, ...brands].some((known) => titles.includes(known.toLowerCase())),
  );
  // Names such as "tramadol er" and "vitamin c" are for lists, not for sentences.
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

/** The summary without the recommendation, which is already stated, and without references within the guideline. */
function withoutStance(words: string): string {
  const rest = words
    .replace(/^The whole section on [^.]*\. /, "")
    .replace(/ See [^.]*\.$/, "")
    .replace(/^(?:Not r|R)ecommended(?:[.:;] |, (?=for lack of)|\.$)/, "");
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

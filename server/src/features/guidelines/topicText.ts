/** Texts about a topic, the same wherever it is shown. */
import { criteriaAmong, criteriaOn, isStated } from "../../analysis/statedCriteria.ts";
import type {
  Guideline,
  Knowledge,
  Pages,
  SeenPages,
  StatedCriterion,
  Topic,
} from "../../knowledge/types.ts";
import type { TopicTexts } from "../types.ts";

/** How many criteria fit in a hover. */
const maxCriteria = 3;

export const topicTexts = (
  topics: readonly Topic[],
  treatment: string | undefined,
  knowledge: Knowledge,
): TopicTexts => new Map(topics.map((topic) => [topic.id, topicText(topic, treatment, knowledge)]));

/** What letters say that the topic asks for on that treatment, and what the index says of it. At least one paragraph. */
function topicText(topic: Topic, treatment: string | undefined, knowledge: Knowledge): readonly string[] {
  const { applying, others } = criteriaOn(topic, treatment, knowledge);
  const shown = applying.slice(0, maxCriteria);
  const more = applying.length - shown.length;
  const own = isOwnText(topic) || shown.length === 0 ? [topicSummary(topic)] : [];
  const within = knowledge.topicsOf(topic.guideline).filter(({ chapter }) => chapter === topic.id);
  return [
    ...textAmong(within, treatment, knowledge),
    ...(topic.from === undefined ? [] : own),
    ...shown.map(criterionText),
    ...(more > 0 ? [`… and ${more} more on the guideline's page.`] : []),
    ...(topic.from === undefined ? own : []),
    ...(applying.length === 0 ? [onOthers(others), onlyCited(topic)] : []),
  ].filter((words) => words !== "");
}

/** All that is known about the topic, whatever the treatment. */
export const wholeTopicText = (topic: Topic): readonly string[] =>
  [
    topicSummary(topic),
    ...topic.criteria.filter(({ asks }) => asks !== undefined).map(criterionText),
    isStated(topic) ? "" : onlyCited(topic),
  ].filter((words) => words !== "");

/** What letters say that the guideline asks for on that treatment, in paragraphs that name the section. */
export const guidelineText = (
  { id }: Guideline,
  treatment: string | undefined,
  knowledge: Knowledge,
): readonly string[] => textAmong(knowledge.topicsOf(id), treatment, knowledge);

/** The same of some topics, such as those that an issue cites. */
export const textAmong = (
  topics: readonly Topic[],
  treatment: string | undefined,
  knowledge: Knowledge,
): readonly string[] =>
  (treatment === undefined ? [] : criteriaAmong(topics, treatment, knowledge))
    .slice(0, maxCriteria - 1)
    .map(({ topic, criterion }) => `${topic.citedAs ?? topic.name}. ${criterionText(criterion)}`);

/** "On X-ray of the neck: Conditional. … As 2 published letters state it; they name page 182. Letters differ: …" */
export function criterionText(criterion: StatedCriterion): string {
  const { on, asks = "", recommendation, differ, stated, named, of } = criterion;
  const ofEdition = of === undefined ? "" : ` of ${of}`;
  const naming = named === undefined ? "" : `, naming ${named}`;
  return [
    on === undefined ? "" : `On ${on}:`,
    withRecommendation(recommendation, asks),
    `(As ${letters(stated)} ${stated === 1 ? "states" : "state"} it${ofEdition}${naming}.)`,
    differ === undefined ? "" : `Letters differ: ${differ}`,
  ]
    .filter((words) => words !== "")
    .join(" ");
}

const letters = (count: number): string => `${count} published ${count === 1 ? "letter" : "letters"}`;

/** Summaries that only say that the topic exists, or what another edition says of it. */
const notItsText = /\bnot confirmed\b|^In the \d{4} edition:/;

const isOwnText = ({ summary, from }: Topic): boolean => from !== undefined || !notItsText.test(summary);

/** What the criteria of the topic are about, if none is about the treatment. */
function onOthers(others: readonly StatedCriterion[]): string {
  const named = others.flatMap(({ on }) => on ?? []);
  return named.length === 0 ? "" : `Published letters state it only for ${named.slice(0, 4).join("; ")}.`;
}

function onlyCited(topic: Topic): string {
  const cited = topic.criteria.reduce((sum, one) => sum + one.cited, 0);
  if (cited === 0 || isStated(topic)) return "";
  return `${letters(cited)} ${cited === 1 ? "cites it, but doesn't state" : "cite it, but none states"} what it asks for.`;
}

/** The recommendation as a sentence, unless the summary begins with it, and the summary. */
export const topicSummary = ({ recommendation, summary }: Topic): string =>
  withRecommendation(recommendation, summary);

function withRecommendation(recommendation: string | undefined, words: string): string {
  if (recommendation === undefined || recommendation === "") return words;
  const lead = recommendation.charAt(0).toUpperCase() + recommendation.slice(1);
  if (words.toLowerCase().startsWith(recommendation.toLowerCase())) return words;
  return `${lead}. ${words}`.trim();
}

/** How reliable the topic and its pages are, or the user's pack that they come from. */
export function confidenceText(topic: Topic, guideline: Guideline): string {
  const { confidence, pages, pagesFrom, from, seen, source } = topic;
  if (topic.isOwn)
    return `Read from your copy.${guideline.isOwn ? "" : " The index doesn't have this topic."}`;
  const check = guideline.url === undefined ? "Check the document." : "Check the PDF.";
  if (pagesFrom === "copy") return "Pages read from your copy.";
  if (from !== undefined) return `${statedByPack(topic)}${confidence === "low" ? ` ${check}` : ""}`;
  const page = seen
    .filter((one) => pages.some((own) => own.first <= one.first && one.last <= own.last))
    .reduce<SeenPages | undefined>((a, b) => (a && a.last - a.first >= b.last - b.first ? a : b), undefined);
  if (confidence === "high" && page) return seenText(page);
  if (source !== undefined)
    return pages.length > 0 ? `From ${source}; its pages are unconfirmed.` : `From ${source}.`;
  const hasNoPages = pages.length === 0 && guideline.pages !== undefined && guideline.pagesFrom !== "copy";
  if (isStated(topic) && pages.length === 0) return "Read in published letters, not in the document.";
  if (confidence === "low" || hasNoPages) return `Unconfirmed. ${check}`;
  return `Usually cited this way. ${check}`;
}

/** The user's pack that something comes from. Empty if it is built in. */
export const statedByPack = ({ from }: { readonly from?: string | undefined }): string =>
  from === undefined ? "" : `Stated by your pack “${from}”.`;

const seenText = (page: SeenPages): string => {
  const words = pagesInWords([page]);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} seen in ${letters(page.letters)}.`;
};

/** Names the pages in `cited` that aren't within `shown`. Empty if there are none. */
export function alsoCited(cited: readonly Pages[], shown: readonly Pages[]): string {
  const others = cited.filter(
    (range) => !shown.some(({ first, last }) => first <= range.first && range.last <= last),
  );
  return others.length === 0 ? "" : `Letters also cite ${pagesInWords(others)}.`;
}

/** The pages of a topic, and whether they are those of the user's copy: "page 41 of your copy". Empty if they aren't known. */
export function topicPages({ pages, pagesFrom }: Pick<Topic, "pages" | "pagesFrom">): string {
  const words = pagesInWords(pages);
  return words !== "" && pagesFrom === "copy" ? `${words} of your copy` : words;
}

/** "page 63", "pages 41-42, 60". Empty if there are none. */
export function pagesInWords(pages: readonly Pages[]): string {
  const ranges = pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  if (ranges.length === 0) return "";
  return `${ranges.length === 1 && pages[0]?.first === pages[0]?.last ? "page" : "pages"} ${ranges.join(", ")}`;
}

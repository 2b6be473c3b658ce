/** Excerpts from the user's own copy of a guideline. */
import { shortenAtWord } from "../../base/shorten.ts";
import type { CopiedGuideline, CopyPage, Knowledge, Topic } from "../../knowledge/types.ts";

/** About as much as a hover can show of a topic. */
const maxExcerptLength = 480;

/** A longer line isn't a heading. */
const maxHeadingLength = 160;

/** The page of the copy with that number. */
export const copiedPage = (copy: CopiedGuideline | undefined, page: number): CopyPage | undefined =>
  copy?.pages.find((one) => one.page === page);

/**
 * The beginning of the copy's passage on a topic, without its heading: the passage on `page` if the topic is there, or
 * else on its first page. Ends with a sentence if possible. Undefined if the copy doesn't have the topic.
 */
export function copyExcerpt(knowledge: Knowledge, topic: Topic, page?: number): string | undefined {
  const pages = knowledge.copyOf(topic.guideline)?.pages ?? [];
  const hasTopic = ({ topics }: CopyPage): boolean => topics.some((one) => one.topic === topic.id);
  const found = pages.find((one) => one.page === page && hasTopic(one)) ?? pages.find(hasTopic);
  const passage = found?.topics.find((one) => one.topic === topic.id);
  if (found === undefined || passage === undefined) return undefined;
  const lines = found.text.slice(passage.start, passage.end).split("\n");
  const begins = passage.start > 0 || pages.find(hasTopic) === found;
  const words = lines
    .slice(begins && lines.length > 1 && (lines[0] ?? "").length <= maxHeadingLength ? 1 : 0)
    .join(" ")
    .trim();
  return words === "" ? undefined : shortenAtSentence(words);
}

function shortenAtSentence(words: string): string {
  if (words.length <= maxExcerptLength) return words;
  const sentence = /^.*[.!?](?=\s)/s.exec(words.slice(0, maxExcerptLength))?.[0];
  return sentence && sentence.length > maxExcerptLength / 2
    ? `${sentence} …`
    : shortenAtWord(words, maxExcerptLength);
}

/** The excerpts on those of the topics that the copy has, by topic id. */
export const copyExcerptsOf = (
  knowledge: Knowledge,
  topics: readonly Topic[],
  page?: number,
): ReadonlyMap<string, string> =>
  new Map(
    topics.flatMap((topic) => {
      const words = copyExcerpt(knowledge, topic, page);
      return words === undefined ? [] : [[topic.id, words] as const];
    }),
  );

/** What the user's own copy of a guideline says. */
import { shortenAtWord } from "../../base/shorten.ts";
import type { CopiedGuideline, CopyPage, Knowledge, Topic } from "../../knowledge/types.ts";

/** As much as a hover can show of a topic. */
const longest = 480;

/** The copy's page of that number. */
export const copiedPage = (copy: CopiedGuideline | undefined, page: number): CopyPage | undefined =>
  copy?.pages.find((one) => one.page === page);

/**
 * The beginning of what the copy says on a topic, without its heading: on `page` where it stands there, otherwise where
 * it begins. Cut at the end of a sentence. Undefined where the copy does not have it.
 */
export function copiedWords(knowledge: Knowledge, topic: Topic, page?: number): string | undefined {
  const pages = knowledge.copyOf(topic.guideline)?.pages ?? [];
  const holds = ({ topics }: CopyPage): boolean => topics.some((one) => one.topic === topic.id);
  const found = pages.find((one) => one.page === page && holds(one)) ?? pages.find(holds);
  const passage = found?.topics.find((one) => one.topic === topic.id);
  if (found === undefined || passage === undefined) return undefined;
  const lines = found.text.slice(passage.start, passage.end).split("\n");
  const begins = passage.start > 0 || pages.find(holds) === found;
  const words = lines
    .slice(begins && lines.length > 1 ? 1 : 0)
    .join(" ")
    .trim();
  return words === "" ? undefined : shortened(words);
}

function shortened(words: string): string {
  if (words.length <= longest) return words;
  const sentence = /^.*[.!?](?=\s)/s.exec(words.slice(0, longest))?.[0];
  return sentence && sentence.length > longest / 2 ? `${sentence} …` : shortenAtWord(words, longest);
}

/** The words on each of the topics that the copy has. */
export const copiedOf = (
  knowledge: Knowledge,
  topics: readonly Topic[],
  page?: number,
): ReadonlyMap<string, string> =>
  new Map(
    topics.flatMap((topic) => {
      const words = copiedWords(knowledge, topic, page);
      return words === undefined ? [] : [[topic.id, words] as const];
    }),
  );

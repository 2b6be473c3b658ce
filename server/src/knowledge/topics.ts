/** Finds the topics of a guideline by name. */
import { createNameIndex, type NameIndex } from "./nameIndex.ts";
import { nearTitle } from "./nearTitle.ts";
import { insideBrackets, outsideBrackets, titleWords } from "./normalize.ts";
import { titlesOf } from "./rows.ts";
import type { Topic, TopicMatch } from "./types.ts";

/** The most pieces that commas can cut a title into. */
const maxPieces = 6;
const maxNameLength = 300;
/** What separates the parts of a title: "Knee - Platelet-rich plasma", "Head/MRI", "Pain: Insomnia". */
const separator = /[:;/]|\s[-–—]\s/;

export interface TopicFinder {
  topicNamed(name: string, guidelineId: string): Topic | undefined;
  topicsNamed(pieces: readonly string[], guidelineId: string): readonly TopicMatch[];
}

/**
 * Finds topics by name. The names of a guideline's topics are indexed when they are first needed. Nobody has listed the other
 * names of topics in guidelines of the user's own (`isOwn`), so names that leave words out or add some are understood too.
 */
export function createTopicFinder(
  topicsOf: (guidelineId: string) => readonly Topic[],
  isOwn: (guidelineId: string) => boolean = () => false,
): TopicFinder {
  const indexes = new Map<string, NameIndex<Topic>>();
  function indexOf(guidelineId: string): NameIndex<Topic> {
    const known = indexes.get(guidelineId);
    if (known) return known;
    const index = createNameIndex(
      topicsOf(guidelineId).flatMap((topic) =>
        titlesOf(topic).map((title) => [titleWords(title), topic] as const),
      ),
    );
    indexes.set(guidelineId, index);
    return index;
  }
  return {
    topicNamed: (name, guidelineId) => nameIn(guidelineId)(name),
    topicsNamed: (pieces, guidelineId) => joined(indexOf(guidelineId), pieces, nameIn(guidelineId)),
  };

  function nameIn(guidelineId: string): (name: string) => Topic | undefined {
    const index = indexOf(guidelineId);
    if (!isOwn(guidelineId)) return (name) => named(index, name);
    const titles = topicsOf(guidelineId).map((topic) => ({ words: titleWords(topic.name), value: topic }));
    return (name) =>
      named(index, name) ?? (name.length <= maxNameLength ? nearTitle(titleWords(name), titles) : undefined);
  }
}

/** The topic with exactly this title, in any word order. */
function titled(index: NameIndex<Topic>, title: string): Topic | undefined {
  if (title.length > maxNameLength) return undefined;
  const words = titleWords(title);
  return index.exact(words)[0] ?? index.reordered(words);
}

/** Tries the readings of a name, from the most to the least certain. */
function named(index: NameIndex<Topic>, name: string): Topic | undefined {
  if (name.length > maxNameLength) return undefined;
  const asWritten = titled(index, name);
  if (asWritten) return asWritten;
  for (const reading of [outsideBrackets(name), ...insideBrackets(name), afterSection(name), headOf(name)]) {
    const topic = reading !== name ? titled(index, reading) : undefined;
    if (topic) return topic;
  }
  return index.near(titleWords(name)) ?? index.near(titleWords(outsideBrackets(name)));
}

/** "Topical Analgesics; Section Other Topical Muscle Relaxants" → "Other Topical Muscle Relaxants". */
function afterSection(name: string): string {
  const at = name.toLowerCase().lastIndexOf("section ");
  return at > 0 ? name.slice(at + "section ".length) : "";
}

function headOf(name: string): string {
  const at = name.search(separator);
  return at > 0 ? name.slice(0, at) : "";
}

/** A title with commas comes in several pieces. Joins as many pieces as make a title. */
function joined(
  index: NameIndex<Topic>,
  pieces: readonly string[],
  nameOf: (name: string) => Topic | undefined,
): readonly TopicMatch[] {
  const matches: TopicMatch[] = [];
  for (let from = 0; from < pieces.length; from++) {
    for (let to = Math.min(pieces.length, from + maxPieces) - 1; to >= from; to--) {
      if (pieces[from]?.trim() === "" || pieces[to]?.trim() === "") continue;
      const title = pieces.slice(from, to + 1).join(", ");
      const topic = to > from ? titled(index, title) : nameOf(title);
      if (!topic) continue;
      matches.push({ from, to, topic });
      from = to;
    }
  }
  return matches;
}

/** Finds the topics of a guideline by name. */
import { createNameIndex, type NameIndex } from "./nameIndex.ts";
import { nearTitle } from "./nearTitle.ts";
import { insideBrackets, normalizedName, outsideBrackets, titleWords } from "./normalize.ts";
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
  const indexes = new Map<string, TopicIndex>();
  function indexOf(guidelineId: string): TopicIndex {
    const known = indexes.get(guidelineId);
    if (known) return known;
    const topics = topicsOf(guidelineId);
    const inChapters = new Set(topics.map(({ chapter }) => chapter));
    const chapters = new Map(topics.filter(({ id }) => inChapters.has(id)).map((topic) => [topic.id, topic]));
    const index = { ...createNameIndex(namesOf(topics)), chapters };
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

interface TopicIndex extends NameIndex<Topic> {
  /** The topics that have topics within them, by id. */
  readonly chapters: ReadonlyMap<string, Topic>;
}

type Named = readonly [words: readonly string[], topic: Topic];

/**
 * The names of a guideline's topics. Those within a chapter are named together with it, by any of its titles: "Low Back,
 * MRI". On its own, such a title counts only if no other topic has it.
 */
function namesOf(topics: readonly Topic[]): readonly Named[] {
  const wordsOf = new Map(topics.map((topic) => [topic.id, ownTitles(topic).map(titleWords)]));
  const alone = topics.flatMap((topic) =>
    (wordsOf.get(topic.id) ?? []).map((words): Named => [words, topic]),
  );
  const owners = new Map<string, Topic>();
  const shared = new Set<string>();
  for (const [words, topic] of alone) {
    const key = normalizedName(words);
    if ((owners.get(key) ?? topic) !== topic) shared.add(key);
    owners.set(key, topic);
  }
  const inChapters = topics.flatMap((topic) =>
    (wordsOf.get(topic.chapter ?? "") ?? []).flatMap((chapter) =>
      (wordsOf.get(topic.id) ?? []).map((own): Named => [[...chapter, ...own], topic]),
    ),
  );
  const isUnique = ([words, { chapter }]: Named): boolean =>
    chapter === undefined || !shared.has(normalizedName(words));
  return [...alone.filter(isUnique), ...inChapters];
}

/** Its titles or, within a chapter, those that it has there. */
const ownTitles = (topic: Topic): readonly string[] => topic.titlesInChapter ?? titlesOf(topic);

/** Whether it is a topic within another chapter, which the words don't name: "Neck, Epidural steroid injection". */
function isElsewhere(
  { chapter }: Topic,
  title: string,
  current: Topic | undefined,
  index: TopicIndex,
): boolean {
  if (current === undefined || chapter === undefined || chapter === current.id) return false;
  const own = index.chapters.get(chapter);
  const words = new Set(titleWords(title));
  return !own || !titlesOf(own).some((name) => titleWords(name).every((word) => words.has(word)));
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
  const head = headOf(name);
  const readings = [
    outsideBrackets(name),
    name.replace(dates, " "),
    ...insideBrackets(name),
    afterSection(name),
    head,
    outsideBrackets(head),
  ];
  for (const reading of readings) {
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

/** The date of an update: "Low Back 12/20/2016 MRI". */
const dates = /\d{1,2}\/\d{1,2}\/\d{2,4}/g;

/**
 * A title with commas comes in several pieces. Joins as many pieces as make a title. A piece after a chapter may be a
 * topic within it: "Shoulder - Indications for imaging, MRI".
 */
function joined(
  index: TopicIndex,
  pieces: readonly string[],
  nameOf: (name: string) => Topic | undefined,
): readonly TopicMatch[] {
  const matches: TopicMatch[] = [];
  let chapter: Topic | undefined;
  const inChapter = (title: string): Topic | undefined =>
    chapter && titled(index, `${outsideBrackets(chapter.name)} ${title}`);
  const longestFrom = (from: number): TopicMatch | undefined => {
    for (let to = Math.min(pieces.length, from + maxPieces) - 1; to >= from; to--) {
      if (pieces[from]?.trim() === "" || pieces[to]?.trim() === "") continue;
      const title = pieces.slice(from, to + 1).join(", ");
      const topic = inChapter(title) ?? (to > from ? titled(index, title) : nameOf(title));
      if (topic && !isElsewhere(topic, title, chapter, index)) return { from, to, topic };
    }
    // A title with a comma may have a typo too.
    const [first = "", second = ""] = pieces.slice(from, from + 2);
    if (first.trim() === "" || second.trim() === "" || first.length + second.length > maxNameLength)
      return undefined;
    const topic = index.near(titleWords(`${first}, ${second}`));
    return topic && { from, to: from + 1, topic };
  };
  for (let from = 0; from < pieces.length; from++) {
    const match = longestFrom(from);
    if (!match) continue;
    const { topic, to } = match;
    chapter = index.chapters.get(topic.chapter ?? topic.id) ?? chapter;
    matches.push(match);
    from = to;
  }
  return matches;
}

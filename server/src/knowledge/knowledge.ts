/** Builds the knowledge base from the data and the user's copies of guidelines. */
import { lazy } from "../base/memoize.ts";
import { topicsOfHeadings } from "./copyTopics.ts";
import { builtInData, type KnowledgeData } from "./data.ts";
import { createDrugFinder } from "./drugs.ts";
import { listedDrugs } from "./formulary.ts";
import { readCopy, withPagesFromCopy } from "./guidelineCopies.ts";
import { createGuidelineFinder } from "./guidelines.ts";
import { ownGuideline, withPagesOfCopy, withSuccessors } from "./ownGuidelines.ts";
import { allTopics, guidelineFromRow } from "./rows.ts";
import { createTopicFinder } from "./topics.ts";
import { topicsOnPages } from "./topicsOnPages.ts";
import type { CopiedGuideline, GuidelineCopy, Knowledge, Topic } from "./types.ts";

let builtIn: Knowledge | undefined;

/** The knowledge base of `data` and the user's own copies of guidelines. Without either, the built-in one, which is cached. */
export function createKnowledge(data?: KnowledgeData, copies: readonly GuidelineCopy[] = []): Knowledge {
  if (data || copies.length > 0) return knowledgeOf(data ?? builtInData, copies);
  builtIn ??= knowledgeOf(builtInData, []);
  return builtIn;
}

/**
 * Indexes are built when they are first needed, so the server starts fast. A later copy of the same guideline replaces an
 * earlier one.
 */
function knowledgeOf(data: KnowledgeData, given: readonly GuidelineCopy[]): Knowledge {
  const copies = new Map(given.map((copy) => [copy.guideline, copy]));
  const known = data.guidelines.map((row) => withPagesOfCopy(guidelineFromRow(row), copies.get(row.id)));
  const isKnown = new Set(known.map(({ id }) => id));
  const imported = [...copies.values()].flatMap((copy) =>
    isKnown.has(copy.guideline) ? [] : (ownGuideline(copy, known) ?? []),
  );
  const guidelines = Object.freeze(withSuccessors([...known, ...imported]));
  const ownGuidelines = Object.freeze(guidelines.filter(({ isOwn }) => isOwn));
  const guidelineById = new Map(guidelines.map((guideline) => [guideline.id, guideline]));
  const parts = partsOf(data);
  const read = lazy(() => readCopies(allTopics(data), copies));
  const copied = (): ReadonlyMap<string, CopiedGuideline> => read().copied;
  const topics = lazy(() => placedTopics(read().topics, copied()));
  const topicById = lazy(() => new Map(topics().map((topic) => [topic.id, topic])));
  const topicsByGuideline = lazy(() => groupByGuideline(topics()));
  const topicsOf = (id: string): readonly Topic[] => topicsByGuideline().get(id) ?? [];
  const find = createTopicFinder(topicsOf, (id) => guidelineById.get(id)?.isOwn === true);
  const drugFinder = createDrugFinder(data.drugs);
  const listed = lazy(() => listedDrugs(data.formulary ?? [], drugFinder.drugNamed));
  const findGuideline = lazy(() => createGuidelineFinder(guidelines, new Set(["mtus", ...parts.keys()])));

  return Object.freeze({
    guidelines,
    ownGuidelines,
    get topics() {
      return topics();
    },
    drugs: drugFinder.drugs,
    guideline: (id: string) => guidelineById.get(id),
    topic: (id: string) => topicById().get(id),
    topicsOf,
    guidelineNamed: (name, year) => findGuideline()(name, year),
    topicNamed: find.topicNamed,
    topicsNamed: find.topicsNamed,
    /** A book has the topics of its chapters, whose pages are numbered throughout the book. */
    topicsOnPages: (id, pages) => topicsOnPages([id, ...(parts.get(id) ?? [])].flatMap(topicsOf), pages),
    copyOf: (id: string) => copied().get(id),
    drugsIn: drugFinder.drugsIn,
    drugWordsIn: drugFinder.drugWordsIn,
    correctionFor: drugFinder.correctionFor,
    drugNamed: drugFinder.drugNamed,
    listed: ({ generic }) => listed().get(generic) ?? [],
  } satisfies Knowledge);
}

/** The topics of the index and of the copies, and the copies by the id of their guideline. */
function readCopies(
  indexed: readonly Topic[],
  copies: ReadonlyMap<string, GuidelineCopy>,
): { readonly topics: readonly Topic[]; readonly copied: ReadonlyMap<string, CopiedGuideline> } {
  const topics = [...indexed];
  const copied = new Map<string, CopiedGuideline>();
  for (const [id, copy] of copies) {
    const known = indexed.filter(({ guideline }) => guideline === id);
    const own = topicsOfHeadings(copy, known);
    topics.push(...own.map(({ topic }) => topic));
    copied.set(id, readCopy(copy, known, own));
  }
  return { topics, copied };
}

function placedTopics(
  topics: readonly Topic[],
  copies: ReadonlyMap<string, CopiedGuideline>,
): readonly Topic[] {
  if (copies.size === 0) return topics;
  return topics.map((topic) => {
    const copy = copies.get(topic.guideline);
    return copy ? withPagesFromCopy(topic, copy) : topic;
  });
}

function groupByGuideline(topics: readonly Topic[]): ReadonlyMap<string, readonly Topic[]> {
  const groups = new Map<string, Topic[]>();
  for (const topic of topics) {
    const group = groups.get(topic.guideline);
    if (group) group.push(topic);
    else groups.set(topic.guideline, [topic]);
  }
  return groups;
}

/** The ids of a book's chapters, by the book's id. */
function partsOf(data: KnowledgeData): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  for (const { id, partOf } of data.guidelines) {
    if (partOf !== undefined) parts.set(partOf, [...(parts.get(partOf) ?? []), id]);
  }
  return parts;
}

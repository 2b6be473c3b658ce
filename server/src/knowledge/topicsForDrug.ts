/** The topics about a drug: those of the editions in force on a day, and all others. */
import { editionInForce, isInForceOn } from "./editions.ts";
import type { Drug, Guideline, Knowledge, Topic } from "./types.ts";

export interface DrugTopic {
  readonly topic: Topic;
  readonly guideline: Guideline;
  /** Whether the guideline was in force on the day; undefined without a day, or if that isn't known. */
  readonly inForce: boolean | undefined;
}

export interface DrugTopics {
  /** Those in force on the day first, those of a guideline together, and the most specific first. */
  readonly topics: readonly DrugTopic[];
  /** The guidelines in force on the day that took the place of others, and of which no topic on the drug is known. */
  readonly silent: readonly Guideline[];
}

/** `day` is an ISO date: "2016-12-05". */
export function topicsForDrug(drug: Drug, knowledge: Knowledge, day?: string): DrugTopics {
  const known = drug.topics.flatMap((id) => knowledge.topic(id) ?? []);
  const read = (topics: readonly Topic[]): readonly DrugTopic[] =>
    topics.flatMap((topic) => {
      const guideline = knowledge.guideline(topic.guideline);
      if (guideline === undefined) return [];
      return { topic, guideline, inForce: day === undefined ? undefined : isInForceOn(guideline, day) };
    });
  if (day === undefined) return { topics: read(known), silent: [] };
  const current = [...new Set(known.flatMap((topic) => topicsInForce(topic, day, knowledge)))];
  // The topic of a later edition says what the earlier one said.
  const names = new Set(current.map(({ name }) => name));
  const others = known.filter((topic) => !current.includes(topic) && !names.has(topic.name));
  const successors = known.flatMap((topic) => successorsOf(topic, day, knowledge));
  const silent = [...new Set(successors)].filter(({ id }) => current.every((one) => one.guideline !== id));
  return {
    topics: read([...byGuideline(current), ...byGuideline(others)]),
    silent: current.length > 0 ? [] : silent,
  };
}

/** Those of a guideline together. */
function byGuideline(topics: readonly Topic[]): readonly Topic[] {
  const first = topics.map(({ guideline }) => guideline);
  return topics.toSorted((a, b) => first.indexOf(a.guideline) - first.indexOf(b.guideline));
}

/** The topics that treated on that day what the topic treats. None if they aren't known, or its guideline has no editions. */
export function topicsInForce(topic: Topic, day: string, knowledge: Knowledge): readonly Topic[] {
  const guideline = knowledge.guideline(topic.guideline);
  if (guideline === undefined) return [];
  if (isInForceOn(guideline, day) === true) return [topic];
  const named = continuations(topic, knowledge).filter(({ guideline: id }) => {
    const one = knowledge.guideline(id);
    return one !== undefined && isInForceOn(one, day) === true;
  });
  if (named.length > 0) return named;
  return successorsOf(topic, day, knowledge).flatMap(({ id }) => knowledge.topicNamed(topic.name, id) ?? []);
}

/** The guidelines in force on that day in place of the topic's. */
function successorsOf(topic: Topic, day: string, knowledge: Knowledge): readonly Guideline[] {
  const next = continuations(topic, knowledge).map((one) => one.guideline);
  return [...new Set(next.length > 0 ? next : [topic.guideline])].flatMap((id) => {
    const guideline = knowledge.guideline(id);
    const current = guideline && editionInForce(guideline, day, knowledge.guidelines)?.guideline;
    return current === undefined || current.id === topic.guideline ? [] : current;
  });
}

const continuations = ({ continuedIn = [] }: Topic, knowledge: Knowledge): readonly Topic[] =>
  continuedIn.flatMap((id) => knowledge.topic(id) ?? []);

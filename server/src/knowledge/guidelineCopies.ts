/** Finds topics in the user's own copies of guidelines. */
import { type CopyTopicHeading, isUnpaged } from "./copyTopics.ts";
import { normalizedName, titleWords } from "./normalize.ts";
import { titlesOf } from "./rows.ts";
import type { CopiedGuideline, CopyPage, CopyTopic, GuidelineCopy, Pages, Topic } from "./types.ts";

/** Longer lines aren't headings. In UTF-16 units. */
const maxHeadingLength = 160;
/** How many pages from a topic's pages in the index a heading can be if it is one of the topic's other names. */
const maxPagesAway = 2;

interface Heading {
  readonly topic: Topic;
  /** The index of the page in the copy. */
  readonly page: number;
  /** The number printed on it. */
  readonly printed: number;
  readonly start: number;
}

/**
 * Finds topics by their headings: lines that are the name of a topic and nothing else. `topics` are those of the index, and
 * `own` those that only the copy has. Linear in the length of the copy.
 */
export function readCopy(
  copy: GuidelineCopy,
  topics: readonly Topic[],
  own: readonly CopyTopicHeading[] = [],
): CopiedGuideline {
  const found = oneEach(headingsIn(copy, namesOf(topics, own)));
  const headings = inOrder([...found.values(), ...notFound(copy, own, found)]);
  const lasts = lastPages(headings, topics);
  const pages = copy.pages.map(({ page, text }, index): CopyPage => {
    const passages = passagesOn(index, page, text.length, headings, lasts);
    return { page, text, topics: passages };
  });
  const { guideline, source, imported } = copy;
  return { guideline, source, imported, pages };
}

interface Named {
  readonly topic: Topic;
  /** The name is the topic's own name, not one of its other names. */
  readonly own: boolean;
}

function namesOf(
  topics: readonly Topic[],
  own: readonly CopyTopicHeading[],
): ReadonlyMap<string, readonly Named[]> {
  const names = new Map<string, Named[]>();
  const add = (title: string, named: Named): void => {
    const key = keyOf(title);
    const others = names.get(key) ?? [];
    if (key !== "" && !others.some((one) => one.topic === named.topic)) others.push(named);
    names.set(key, others);
  };
  for (const topic of topics) {
    for (const [index, title] of titlesOf(topic).entries()) add(title, { topic, own: index < 2 });
  }
  for (const { topic, title } of own) add(title, { topic, own: topic.pages.length === 0 });
  return names;
}

const keyOf = (title: string): string => normalizedName(titleWords(title));

function headingsIn(copy: GuidelineCopy, names: ReadonlyMap<string, readonly Named[]>): readonly Heading[] {
  const headings: Heading[] = [];
  copy.pages.forEach(({ page, text }, index) => {
    let start = 0;
    for (const line of text.split("\n")) {
      const named = line.length <= maxHeadingLength ? (names.get(keyOf(line)) ?? []) : [];
      for (const { topic, own } of named) {
        if (own || isNear(topic, page)) headings.push({ topic, page: index, printed: page, start });
      }
      start += line.length + 1;
    }
  });
  return headings;
}

const isNear = ({ pages }: Topic, page: number): boolean =>
  pages.some(({ first, last }) => first - maxPagesAway <= page && page <= last + maxPagesAway);

/** If several lines name a topic, such as in a table of contents, the one that is nearest to the topic's page in the index. */
function oneEach(headings: readonly Heading[]): ReadonlyMap<Topic, Heading> {
  const best = new Map<Topic, Heading>();
  const distance = ({ topic, page, printed }: Heading): number => {
    const expected = topic.pages[0]?.first;
    return expected === undefined ? page : Math.abs(printed - expected);
  };
  for (const heading of headings) {
    const other = best.get(heading.topic);
    if (other === undefined || distance(heading) < distance(other)) best.set(heading.topic, heading);
  }
  return best;
}

/** Topics whose heading differs from their name: at a line that begins with the name, or else at the start of the page. */
function notFound(
  { pages }: GuidelineCopy,
  own: readonly CopyTopicHeading[],
  found: ReadonlyMap<Topic, Heading>,
): readonly Heading[] {
  const indexes = new Map(pages.map(({ page }, index) => [page, index]));
  return own.flatMap(({ topic, title }): Heading[] => {
    const printed = topic.pages[0]?.first ?? 0;
    const page = topic.pages.length === 0 ? 0 : indexes.get(printed);
    if (page === undefined || found.has(topic)) return [];
    const lines = `\n${pages[page]?.text.toLowerCase()}`;
    return [{ topic, page, printed, start: Math.max(0, lines.indexOf(`\n${title.toLowerCase()}`)) }];
  });
}

const inOrder = (headings: readonly Heading[]): readonly Heading[] =>
  [...headings].sort((a, b) => a.page - b.page || a.start - b.start);

/**
 * The last page on which each topic can be, as numbered in the copy. A topic goes on until the next heading. But if the
 * heading that the index has next wasn't found, it ends where that should be, and if there's no next one, where the index
 * has its end.
 */
function lastPages(headings: readonly Heading[], topics: readonly Topic[]): ReadonlyMap<Heading, number> {
  const found = new Set(headings.map(({ topic }) => topic));
  const missing = topics
    .flatMap((topic) => (found.has(topic) || !topic.pages[0] ? [] : [topic.pages[0].first]))
    .sort((a, b) => a - b);
  return new Map(
    headings.map((heading, index) => {
      const { printed, topic } = heading;
      const known = topic.pages[0] ?? { first: printed, last: printed };
      const next = missing.find((first) => first > known.first);
      const end = Math.max(known.last, next ?? 0) + printed - known.first;
      const isBounded = next === undefined && index < headings.length - 1;
      return [heading, isBounded ? Number.POSITIVE_INFINITY : end] as const;
    }),
  );
}

/** The passage of each topic on a page: from its heading or the start of the page to the next heading. */
function passagesOn(
  index: number,
  page: number,
  length: number,
  headings: readonly Heading[],
  lasts: ReadonlyMap<Heading, number>,
): readonly CopyTopic[] {
  const here = headings.filter((heading) => heading.page === index);
  const before = headings.findLast((heading) => heading.page < index);
  const goesOn = before !== undefined && page <= (lasts.get(before) ?? page) && here[0]?.start !== 0;
  const starts = [
    ...(goesOn ? [{ topic: before.topic, start: 0 }] : []),
    ...here.map(({ topic, start }) => ({ topic, start })),
  ];
  return starts.map(({ topic, start }, at) => {
    // Two topics with the same heading share the passage.
    const next = starts.slice(at + 1).find((other) => other.start > start);
    return { topic: topic.id, start, end: Math.max(start, next ? next.start - 1 : length) };
  });
}

/**
 * The topic with its pages in the copy. It keeps at least as many pages as in the index, because a topic with subtopics
 * continues after their headings.
 */
export function withPagesFromCopy(topic: Topic, copy: CopiedGuideline): Topic {
  const { pages } = copy;
  if (isUnpaged(copy)) return topic;
  const own = pages
    .filter((page) => page.topics.some((one) => one.topic === topic.id))
    .map(({ page }) => page);
  const first = own[0];
  if (first === undefined) return topic;
  const known = topic.pages.length === 1 ? (topic.pages[0] as Pages) : { first: 0, last: 0 };
  const last = Math.max(own.at(-1) ?? first, first + known.last - known.first);
  const others = topic.pages.slice(1);
  return Object.freeze({
    ...topic,
    pages: Object.freeze([{ first, last }, ...others]),
    pagesFrom: "copy" as const,
  });
}

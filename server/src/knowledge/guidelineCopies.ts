/** Finds the topics of the index in the user's own copies of guidelines. */
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
  readonly start: number;
}

/** Finds topics by their headings: lines that are the name of a topic and nothing else. Linear in the length of the copy. */
export function readCopy(copy: GuidelineCopy, topics: readonly Topic[]): CopiedGuideline {
  const headings = oneEach(headingsIn(copy, namesOf(topics)));
  const pages = copy.pages.map(({ page, text }, index): CopyPage => {
    const own = passagesOn(index, text.length, headings);
    return { page, text, topics: own };
  });
  return { guideline: copy.guideline, source: copy.source, imported: copy.imported, pages };
}

interface Named {
  readonly topic: Topic;
  /** The name is the topic's own name, not one of its other names. */
  readonly own: boolean;
}

function namesOf(topics: readonly Topic[]): ReadonlyMap<string, readonly Named[]> {
  const names = new Map<string, Named[]>();
  for (const topic of topics) {
    titlesOf(topic).forEach((title, index) => {
      const key = normalizedName(titleWords(title));
      const named = names.get(key) ?? [];
      if (key !== "" && !named.some((one) => one.topic === topic)) named.push({ topic, own: index < 2 });
      names.set(key, named);
    });
  }
  return names;
}

function headingsIn(copy: GuidelineCopy, names: ReadonlyMap<string, readonly Named[]>): readonly Heading[] {
  const headings: Heading[] = [];
  copy.pages.forEach(({ page, text }, index) => {
    let start = 0;
    for (const line of text.split("\n")) {
      const named =
        line.length <= maxHeadingLength ? (names.get(normalizedName(titleWords(line))) ?? []) : [];
      for (const { topic, own } of named) {
        if (own || isNear(topic, page)) headings.push({ topic, page: index, start });
      }
      start += line.length + 1;
    }
  });
  return headings;
}

const isNear = ({ pages }: Topic, page: number): boolean =>
  pages.some(({ first, last }) => first - maxPagesAway <= page && page <= last + maxPagesAway);

/** If several lines name a topic, such as in a table of contents, the one that is nearest to the topic's page in the index. */
function oneEach(headings: readonly Heading[]): readonly Heading[] {
  const best = new Map<Topic, Heading>();
  const distance = ({ topic, page }: Heading): number => {
    const expected = topic.pages[0]?.first;
    return expected === undefined ? page : Math.abs(page + 1 - expected);
  };
  for (const heading of headings) {
    const other = best.get(heading.topic);
    if (other === undefined || distance(heading) < distance(other)) best.set(heading.topic, heading);
  }
  return [...best.values()].sort((a, b) => a.page - b.page || a.start - b.start);
}

/** The passage of each topic on a page: from its heading or the start of the page to the next heading. */
function passagesOn(page: number, length: number, headings: readonly Heading[]): readonly CopyTopic[] {
  const here = headings.filter((heading) => heading.page === page);
  const before = headings.findLast((heading) => heading.page < page);
  const starts = [
    ...(before && here[0]?.start !== 0 ? [{ topic: before.topic, start: 0 }] : []),
    ...here.map(({ topic, start }) => ({ topic, start })),
  ];
  return starts.map(({ topic, start }, index) => {
    // Two topics with the same heading share the passage.
    const next = starts.slice(index + 1).find((other) => other.start > start);
    return { topic: topic.id, start, end: Math.max(start, next ? next.start - 1 : length) };
  });
}

/**
 * The topic with its pages in the copy. It keeps at least as many pages as in the index, because a topic with subtopics
 * continues after their headings.
 */
export function withPagesFromCopy(topic: Topic, { pages }: CopiedGuideline): Topic {
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

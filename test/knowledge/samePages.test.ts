/** A topic has the same pages wherever they are listed: by an alias, for a drug, or for a related topic. */
import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { titlesOf } from "../../server/src/knowledge/rows.ts";
import type { Pages, Topic } from "../../server/src/knowledge/types.ts";

const knowledge = createKnowledge();
const paged = knowledge.topicsOf("chronic-pain-2009");

/**
 * The guideline covers these devices together, under transcutaneous electrotherapy. In their alphabetical place, it only
 * refers there. Letters cite either place.
 */
const COVERED_UNDER_T = [
  "interferential-current-stimulation",
  "microcurrent-electrical-stimulation",
  "neuromuscular-electrical-stimulation",
  "sympathetic-therapy",
  "h-wave-stimulation",
];

/** Chapters that share pages according to sources. It isn't known which of them has the page. */
const CHAPTERS_THAT_SHARE_PAGES = [
  // In a published summary, the low back chapter begins on page 286, on which the one before it ends.
  "acoem-11 and acoem-12: 286",
  // The first page of chapter 15 isn't confirmed: 387 is cited too.
  "acoem-14 and acoem-15: 383-386",
];

const written = ({ first, last }: Pages): string => (first === last ? `${first}` : `${first}-${last}`);

const holds = (outer: Pages, inner: Pages): boolean => outer.first <= inner.first && inner.last <= outer.last;

const touches = (a: Pages, b: Pages): boolean => a.first <= b.last && b.first <= a.last;

const pagesIn = ({ first, last }: Pages): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const allPages = ({ pages, alsoCited }: Topic): readonly Pages[] => [...pages, ...alsoCited];

describe("the pages of a topic", () => {
  it("are those of each of its names", () => {
    const elsewhere = knowledge.topics.flatMap((topic) =>
      titlesOf(topic)
        .map((title) => ({ title, found: knowledge.topicNamed(title, topic.guideline) }))
        .filter(({ found }) => found !== topic)
        .map(({ title, found }) => `${title}: ${topic.id}, but ${found?.id}`),
    );
    expect(elsewhere).toEqual([]);
  });

  it("are listed once: no range is repeated or inside another one", () => {
    const twice = knowledge.topics.filter((topic) => {
      const ranges = allPages(topic).map(written);
      const inside = topic.pages.some((a) => topic.pages.some((b) => a !== b && holds(a, b)));
      return inside || new Set(ranges).size < ranges.length;
    });
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  it("are those that letters cite for it, or those of a related topic", () => {
    const unexplained = paged.flatMap((topic) => {
      const related = topic.related.flatMap((name) => knowledge.topicNamed(name, topic.guideline) ?? []);
      return topic.alsoCited
        .filter((range) => !topic.pages.some((own) => touches(own, range)))
        .filter((range) => !related.flatMap(allPages).some((other) => holds(other, range)))
        .map(() => topic.id);
    });
    expect(unexplained.filter((id) => !COVERED_UNDER_T.includes(id))).toEqual([]);
  });

  it("include those of its subtopics", () => {
    const outside = knowledge.topics.flatMap((topic) =>
      knowledge
        .topicsOf(topic.guideline)
        .filter(({ name }) => name.startsWith(`${topic.name}:`) || name.startsWith(`${topic.name},`))
        .filter(({ pages }) => !pages.every((range) => allPages(topic).some((own) => holds(own, range))))
        .map(({ id }) => `${id} in ${topic.id}`),
    );
    expect(outside).toEqual([]);
  });

  it("are in the alphabetical order of the topics, as in the guideline", () => {
    const inOrder = paged.filter(({ id, pages }) => pages.length > 0 && !COVERED_UNDER_T.includes(id));
    const backwards = inOrder.filter(
      ({ pages }, index) => (pages[0]?.first ?? 0) < (inOrder[index - 1]?.pages[0]?.first ?? 0),
    );
    expect(backwards.map(({ id }) => id)).toEqual([]);
  });

  it("include those that its summary mentions", () => {
    const lost = knowledge.topics.flatMap(({ id, guideline, summary, pages, alsoCited }) => {
      const known = [
        ...pages,
        ...alsoCited,
        ...(pages.length > 0 ? [] : [knowledge.guideline(guideline)?.pages]),
      ];
      return pagesMentioned(summary)
        .filter((range) => !known.some((own) => own && holds(own, range)))
        .map((range) => `${id}: ${written(range)}`);
    });
    expect(pagesMentioned("Page 66, pages 77-83 and 89-92 (about 29).").map(written)).toEqual([
      "66",
      "77-83",
      "89-92",
      "29",
    ]);
    expect(lost).toEqual([]);
  });

  it("are not those of an adjacent chapter", () => {
    const chapters = knowledge.guidelines.filter(({ id, pages }) => pages && /^acoem-(?!10$)/.test(id));
    const sharing = chapters.flatMap((a, index) =>
      chapters.slice(index + 1).flatMap((b) => {
        if (!a.pages || !b.pages || !touches(a.pages, b.pages)) return [];
        const first = Math.max(a.pages.first, b.pages.first);
        return `${a.id} and ${b.id}: ${written({ first, last: Math.min(a.pages.last, b.pages.last) })}`;
      }),
    );
    expect(sharing).toEqual(CHAPTERS_THAT_SHARE_PAGES);
  });
});

it("the pages of a drug are pages of its topics", () => {
  const outside = knowledge.drugs.flatMap(({ generic, topics, pages }) => {
    const known = new Set(
      topics
        .flatMap((id) => knowledge.topic(id) ?? [])
        .filter(({ guideline }) => guideline === "chronic-pain-2009")
        .flatMap(allPages)
        .flatMap(pagesIn),
    );
    return pages
      .filter((range) => !pagesIn(range).every((page) => known.has(page)))
      .map((range) => `${generic}: ${written(range)}`);
  });
  expect(outside).toEqual([]);
});

it("a drug doesn't have the same pages twice", () => {
  const twice = knowledge.drugs.filter(({ pages }) => new Set(pages.map(written)).size < pages.length);
  expect(twice.map(({ generic }) => generic)).toEqual([]);
});

/** "page 44", "pages 77-83 and 89-92", "(300-301)", "(about 29)". */
function pagesMentioned(words: string): Pages[] {
  const after = /\bpages? ((?:\d+(?:-\d+)?(?:, | and | to )?)+)|\((?:about )?(\d{2,3}(?:-\d{2,3})?)\)/gi;
  return Array.from(words.matchAll(after), ([, list, bracketed]) =>
    (list ?? bracketed ?? "").replace(" to ", "-"),
  )
    .flatMap((list) => list.match(/\d+(?:-\d+)?/g) ?? [])
    .map((range) => {
      const [first = 0, last = first] = range.split("-").map(Number);
      return { first, last };
    });
}

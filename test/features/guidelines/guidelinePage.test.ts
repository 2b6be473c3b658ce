/** Pages of guidelines: their text as readers see it, and valid links and parts on every page. */
import { describe, expect, test } from "vitest";
import type { GuidelineLocation, PageId } from "../../../server/src/features/guidelines/guidelineLocation.ts";
import { type GuidelinePage, guidelinePage } from "../../../server/src/features/guidelines/guidelinePage.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";

const knowledge = createKnowledge();

const pageOf = (id: PageId): GuidelinePage => guidelinePage(knowledge, id) as GuidelinePage;

/** The page, with each link in brackets. */
function shown(id: PageId): string {
  const { text, links } = pageOf(id);
  return links.reduceRight(
    (words, { start, end }) => `${words.slice(0, start)}[${words.slice(start, end)}]${words.slice(end)}`,
    text,
  );
}

/** Every page and overview that there is. */
const everyPage: readonly PageId[] = knowledge.guidelines.flatMap(({ id, pages }) => [
  { guideline: id },
  ...(pages
    ? Array.from({ length: pages.last - pages.first + 1 }, (_, index) => ({
        guideline: id,
        page: pages.first + index,
      }))
    : []),
]);

describe("reads well", () => {
  test("a page with several topics", () =>
    expect(shown({ guideline: "chronic-pain-2009", page: 63 })).toMatchFileSnapshot("pages/page-63.txt"));

  test("a chapter of ACOEM, which has no public copy", () =>
    expect(shown({ guideline: "acoem-12", page: 300 })).toMatchFileSnapshot("pages/low-back-300.txt"));

  test("the overview of a guideline without pages", () =>
    expect(shown({ guideline: "opioids-2016" })).toMatchFileSnapshot("pages/opioids-2016.txt"));

  test("a page that the document does not have", () =>
    expect(shown({ guideline: "chronic-pain-2009", page: 128 })).toMatchFileSnapshot("pages/page-128.txt"));
});

test("a guideline that isn't in the index has no page", () => {
  expect(guidelinePage(knowledge, { guideline: "kitchen-tables" })).toBeUndefined();
});

test("the first page has no previous page, and the last no next page", () => {
  expect(shown({ guideline: "chronic-pain-2009", page: 1 })).not.toContain("Previous page");
  expect(shown({ guideline: "chronic-pain-2009", page: 127 })).not.toContain("Next page");
});

describe("every page", () => {
  test("has parts in order, each beginning with its heading", () => {
    for (const id of everyPage) {
      const { text, parts } = pageOf(id);
      let end = 0;
      for (const part of parts) {
        expect(part.span.start).toBeGreaterThanOrEqual(end);
        expect(part.span.start).toBe(part.heading.start);
        expect(text.slice(part.heading.start, part.heading.end)).toBe(part.name);
        end = part.span.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test("links only to pages that exist, and to topics on them", () => {
    for (const id of everyPage) {
      for (const { target } of pageOf(id).links) {
        if ("url" in target) expect(target.url).toMatch(/^https:\/\//);
        else expect(toldAt(target), JSON.stringify([id, target])).toBe(true);
      }
    }
  });

  test("of a guideline together have each of its topics with pages, in the same words", () => {
    for (const topic of knowledge.topics.filter(({ pages }) => pages.length > 0)) {
      for (const { first } of topic.pages) {
        expect(toldAt({ guideline: topic.guideline, page: first, topic: topic.id }), topic.id).toBe(true);
      }
    }
  });
});

function toldAt(place: GuidelineLocation): boolean {
  const page = guidelinePage(knowledge, place);
  return (
    page !== undefined && (place.topic === undefined || page.parts.some(({ topic }) => topic === place.topic))
  );
}

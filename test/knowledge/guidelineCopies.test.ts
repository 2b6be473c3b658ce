/** Copies of guidelines: the headings and passages of topics, and their pages. */
import { describe, expect, test } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import type { GuidelineCopy } from "../../server/src/knowledge/types.ts";

/** A made-up copy of the chronic pain guideline with these pages. */
const copyOf = (pages: Readonly<Record<number, readonly string[]>>): GuidelineCopy => ({
  guideline: "chronic-pain-2009",
  source: "guideline.pdf",
  imported: "2026-11-27",
  pages: Object.entries(pages).map(([page, lines]) => ({ page: Number(page), text: lines.join("\n") })),
});

/** The passage of each topic on a page. */
function passages(pages: Readonly<Record<number, readonly string[]>>, page: number): readonly string[] {
  const copied = createKnowledge(undefined, [copyOf(pages)]).copyOf("chronic-pain-2009");
  const found = copied?.pages.find((one) => one.page === page);
  return (found?.topics ?? []).map(
    ({ topic, start, end }) => `${topic}: ${found!.text.slice(start, end).replaceAll("\n", " / ")}`,
  );
}

const pages = {
  40: ["Words before any heading."],
  41: [
    "Words before the heading.",
    "Cyclobenzaprine (Flexeril®)",
    "Short courses only, says this made-up text.",
  ],
  42: ["It goes on here.", "Cymbalta", "See other drugs, says this made-up text."],
  43: ["Nothing but more of it."],
};

describe("passages", () => {
  test("begin with a heading, however it is marked, and end before the next one, also across pages", () => {
    expect(passages(pages, 41)).toEqual([
      "cyclobenzaprine: Cyclobenzaprine (Flexeril®) / Short courses only, says this made-up text.",
    ]);
    expect(passages(pages, 42)).toEqual([
      "cyclobenzaprine: It goes on here.",
      "cymbalta: Cymbalta / See other drugs, says this made-up text.",
    ]);
    expect(passages(pages, 43)).toEqual(["cymbalta: Nothing but more of it."]);
    expect(passages(pages, 40)).toEqual([]);
  });

  test("of a topic in a table of contents are those near its pages in the index", () => {
    const withContents = { 2: ["Contents", "Cyclobenzaprine (Flexeril)", "Cymbalta"], ...pages };
    expect(passages(withContents, 41)).toHaveLength(1);
    expect(passages(withContents, 2)).toEqual([]);
  });

  test("don't begin with another name of a topic far from its pages", () => {
    expect(passages({ 90: ["Flexeril", "Made-up words."] }, 90)).toEqual([]);
    expect(passages({ 41: ["Flexeril", "Made-up words."] }, 41)).toEqual([
      "cyclobenzaprine: Flexeril / Made-up words.",
    ]);
  });

  test("don't begin with a sentence that names a topic", () => {
    expect(passages({ 41: ["See Cyclobenzaprine for more.", "Words."] }, 41)).toEqual([]);
  });
});

describe("pages", () => {
  const topicIn = (given: Readonly<Record<number, readonly string[]>>, id: string) =>
    createKnowledge(undefined, [copyOf(given)]).topic(id)!;

  test("of a topic are those of the copy, and are marked as such", () => {
    expect(topicIn(pages, "cymbalta")).toMatchObject({ pages: [{ first: 42, last: 43 }], pagesFrom: "copy" });
  });

  test("of a topic with subtopics are at least as many as in the index", () => {
    const built = createKnowledge().topic("muscle-relaxants")!;
    const moved = topicIn({ 64: ["Muscle relaxants (for pain)", "Words."] }, "muscle-relaxants");
    expect(built.pages).toEqual([{ first: 63, last: 66 }]);
    expect(moved.pages).toEqual([{ first: 64, last: 67 }]);
  });

  test("end at the next page that the index knows if the next heading isn't found", () => {
    const rest = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [77 + index, ["Words without a heading."]] as const),
    );
    const { pages } = topicIn(
      { 76: ["Opioids, criteria for use", "Words."], ...rest },
      "opioids-criteria-for-use",
    );
    expect(pages[0]!.first).toBe(76);
    expect(pages[0]!.last).toBeLessThan(90);
  });

  test("of a topic that the copy doesn't have stay the same", () => {
    expect(topicIn(pages, "yoga")).toEqual(createKnowledge().topic("yoga"));
  });
});

test("a copy doesn't change the topics of other guidelines, or other knowledge", () => {
  const knowledge = createKnowledge(undefined, [copyOf(pages)]);
  expect(knowledge.copyOf("acoem-12")).toBeUndefined();
  expect(knowledge.topicsOf("acoem-12")).toEqual(createKnowledge().topicsOf("acoem-12"));
  expect(createKnowledge().copyOf("chronic-pain-2009")).toBeUndefined();
});

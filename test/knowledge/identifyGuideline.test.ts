/** Which guideline a document is. */
import { describe, expect, test } from "vitest";
import { identifyGuideline } from "../../server/src/knowledge/identifyGuideline.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

const knowledge = createKnowledge();

/** The most likely guideline, and the reasons. */
function likeliest(...pages: readonly string[]) {
  const [first] = identifyGuideline(
    pages.map((text, index) => ({ page: index + 1, text })),
    knowledge,
  );
  const { guideline, found, named, isLikely } = first!;
  return { id: guideline.id, found, named, isLikely };
}

const headings = (id: string, count: number): string =>
  knowledge
    .topicsOf(id)
    .slice(0, count)
    .map(({ name }) => `${name}\nMade-up words.`)
    .join("\n");

test("a document is identified by the name on its first pages, even across line ends", () => {
  expect(likeliest("Postsurgical\nTreatment\nGuidelines", "Made-up words.")).toEqual({
    id: "postsurgical",
    found: 0,
    named: true,
    isLikely: false,
  });
});

test("a document without a name is identified by its headings", () => {
  expect(likeliest("Made-up words.", headings("acoem-14", 30))).toMatchObject({
    id: "acoem-14",
    named: false,
  });
});

test("nothing identifies another document as a guideline", () => {
  const { found, named, isLikely } = likeliest(
    "Minutes of a meeting.",
    "Those present agreed on naproxen and yoga.",
  );
  expect({ found, named, isLikely }).toEqual({ found: 0, named: false, isLikely: false });
});

describe("a document is likely a guideline", () => {
  const lowBack = knowledge.guideline("acoem-12")!;
  const ofLowBack = knowledge.topicsOf("acoem-12").length;

  test("if it has its name and some of its topics", () => {
    expect(likeliest(lowBack.name, headings("acoem-12", ofLowBack))).toMatchObject({
      id: "acoem-12",
      isLikely: true,
    });
  });

  test("not because it names it, with none of its topics", () => {
    expect(likeliest(`A comment on ${lowBack.name}`, "Made-up words.").isLikely).toBe(false);
  });

  test("not because of headings that every document has", () => {
    expect(likeliest("Made-up words.", "Introduction\nWords.\nSummary\nWords.\nReferences").isLikely).toBe(
      false,
    );
  });

  test("in the edition whose topics are on these pages", () => {
    const pages = knowledge
      .topicsOf("chronic-pain-2009")
      .slice(0, 90)
      .map(({ name, pages }) => ({
        page: pages[0]?.first ?? 1,
        text: `${name}\nMade-up words.`,
      }));
    const [first] = identifyGuideline(pages, knowledge);
    expect(first).toMatchObject({ guideline: { id: "chronic-pain-2009" }, named: false, isLikely: true });
  });
});

test("all guidelines are listed, whatever the document is", () => {
  expect(identifyGuideline([], knowledge)).toHaveLength(knowledge.guidelines.length);
});

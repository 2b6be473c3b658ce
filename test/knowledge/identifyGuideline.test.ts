/** Which guideline a document is. */
import { expect, test } from "vitest";
import { identifyGuideline } from "../../server/src/knowledge/identifyGuideline.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

const knowledge = createKnowledge();

/** The most likely guideline, and the reasons. */
function likeliest(...pages: readonly string[]) {
  const [first] = identifyGuideline(
    pages.map((text, index) => ({ page: index + 1, text })),
    knowledge,
  );
  return { id: first!.guideline.id, found: first!.found, named: first!.named };
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
  });
});

test("a document without a name is identified by its headings", () => {
  expect(likeliest("Made-up words.", headings("chronic-pain-2009", 30))).toMatchObject({
    id: "chronic-pain-2009",
    named: false,
  });
});

test("nothing identifies another document as a guideline", () => {
  const { found, named } = likeliest("Minutes of a meeting.", "Those present agreed on naproxen and yoga.");
  expect({ found, named }).toEqual({ found: 0, named: false });
});

test("all guidelines are listed, whatever the document is", () => {
  expect(identifyGuideline([], knowledge)).toHaveLength(knowledge.guidelines.length);
});

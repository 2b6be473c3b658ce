/** Which guideline a document is. */
import { expect, test } from "vitest";
import { identifyGuideline } from "../../server/src/knowledge/identifyGuideline.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

const knowledge = createKnowledge();

/** The likeliest guideline, with what speaks for it. */
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

test("the name on the first pages tells, wherever it is broken", () => {
  expect(likeliest("Postsurgical\nTreatment\nGuidelines", "Made-up words.")).toEqual({
    id: "postsurgical",
    found: 0,
    named: true,
  });
});

test("without a name the topics tell that stand in it as headings", () => {
  expect(likeliest("Made-up words.", headings("chronic-pain-2009", 30))).toMatchObject({
    id: "chronic-pain-2009",
    named: false,
  });
});

test("nothing speaks for any guideline in another document", () => {
  const { found, named } = likeliest("Minutes of a meeting.", "Those present agreed on naproxen and yoga.");
  expect({ found, named }).toEqual({ found: 0, named: false });
});

test("every guideline can be chosen, whatever the document is", () => {
  expect(identifyGuideline([], knowledge)).toHaveLength(knowledge.guidelines.length);
});

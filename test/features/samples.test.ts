/** The features with the real knowledge base on the sample letters that come with the project. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { outline } from "../../server/src/features/reading/outline.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";

const knowledge = createKnowledge();
const text = readFileSync(new URL("../../samples/cyclobenzaprine-2014.imr.txt", import.meta.url), "utf8");
const letter = parse(text);

const contentOn = (words: string) => hoverAt(letter, knowledge, text.indexOf(words))?.content;

test("the outline names the disputed drug", () => {
  const issues = outline(letter).flatMap((section) => section.children);
  expect(issues.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    "Cyclobenzaprine 7.5mg #90: Upheld",
  ]);
});

test("only drugs are marked as drugs", () => {
  const drugs = semanticTokens(letter, knowledge).filter((token) => token.type === "drug");
  const names = new Set(drugs.map(({ start, end }) => text.slice(start, end).toLowerCase()));
  expect([...names].sort()).toEqual(["cyclobenzaprine", "naproxen"]);
});

test("a guideline without a year is the one in force, and its pages have the topics", () => {
  expect(contentOn("63-66")).toMatchObject({
    kind: "pages",
    guideline: { years: [2009], pages: { last: 127 } },
    topics: expect.arrayContaining([expect.objectContaining({ name: "Muscle relaxants (for pain)" })]),
  });
});

test("the topic of the disputed drug comes first among those on the pages", () => {
  expect(contentOn("63-66")).toMatchObject({
    topics: [{ name: "Muscle relaxants (for pain)" }, {}, {}, {}, {}, {}, {}],
  });
});

import { expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

function topicsOn(guideline: string, first: number, last = first): string[] {
  return createKnowledge()
    .topicsOnPages(guideline, { first, last })
    .map(({ id }) => id);
}

it("finds the topics on cited pages, the narrowest first", () => {
  expect(topicsOn("chronic-pain-2009", 42)).toEqual(["cymbalta", "detoxification", "cyclobenzaprine"]);
  expect(topicsOn("chronic-pain-2009", 78).slice(0, 2)).toEqual([
    "opioids-on-going-management",
    "opioids-criteria-for-use",
  ]);
  expect(topicsOn("chronic-pain-2009", 78).at(-1)).toBe("opioids");
});

it("counts a range that only touches a topic", () => {
  expect(topicsOn("chronic-pain-2009", 66, 67)).toContain("muscle-relaxants");
  expect(topicsOn("chronic-pain-2009", 67)).not.toContain("muscle-relaxants");
});

it("accepts a range in reverse order", () => {
  expect(topicsOn("chronic-pain-2009", 42, 41)).toEqual(topicsOn("chronic-pain-2009", 41, 42));
});

it("finds a chapter's topics by the pages of the whole book", () => {
  expect(topicsOn("acoem-2004", 303)).toEqual(["acoem-12-special-studies"]);
  expect(topicsOn("acoem-12", 303)).toEqual(["acoem-12-special-studies"]);
});

it("never mistakes pages of 2009 for pages of 2016", () => {
  expect(topicsOn("chronic-pain-2016", 1, 127)).toEqual([]);
});

it("finds nothing after the last page or in an unknown document", () => {
  expect(topicsOn("chronic-pain-2009", 128, 500)).toEqual([]);
  expect(topicsOn("no-such-guideline", 1)).toEqual([]);
});

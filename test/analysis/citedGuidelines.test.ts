import { describe, expect, test } from "vitest";
import { guidelineOf } from "../../server/src/analysis/citedGuidelines.ts";
import { builtInData } from "../../server/src/knowledge/data.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { review } from "../../server/src/review/review.ts";
import { letterWith } from "../fixture/letter.ts";

const citing = (source: string) =>
  parse(letterWith("MRI: Upheld", "", `MAXIMUS guideline: Decision based on ${source}`));

describe("the guideline of a citation", () => {
  test.each([
    [
      "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 12.",
      "acoem-low-back",
    ],
    ["ACOEM Guidelines, Shoulder Disorders.", "acoem-shoulder"],
    ["ACOEM Guidelines, Chapter 7, Independent Medical Examinations and Consultations.", "acoem-2004"],
    ["ACOEM Guidelines, Disorders.", "acoem-2004"],
    ["Official Disability Guidelines (ODG), Low Back Disorders.", "odg"],
  ])("%s", (source, id) => {
    const [citation] = citing(`Non-MTUS Citation ${source}`).issues[0]?.reviewer?.citations ?? [];
    expect(citation && guidelineOf(citation, createKnowledge())?.id).toBe(id);
  });

  test("is the same in the review: a chapter of the third edition isn't the book of 2004", () => {
    const guidelines = builtInData.guidelines.map((row) =>
      row.id === "acoem-low-back" || row.id === "acoem-2004"
        ? { ...row, pages: row.id === "acoem-2004" ? "1-503" : "1-700", confidence: "high" as const }
        : row,
    );
    const knowledge = createKnowledge({ ...builtInData, guidelines });
    const messages = (pages: string) =>
      review(citing(`MTUS ACOEM Practice Guidelines, Low Back Disorders Page(s): ${pages}.`), knowledge, {
        severities: {},
      })
        .filter(({ rule }) => rule === "citation/page-range")
        .map(({ message }) => message);
    const { name } = knowledge.guideline("acoem-low-back")!;
    expect(messages("607")).toEqual([]);
    expect(messages("707")).toEqual([`Page 707 doesn't exist: ${name} has 700 pages.`]);
  });
});

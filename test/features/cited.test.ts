import { expect, test } from "vitest";
import { guidelineOf } from "../../server/src/features/cited.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { letterWith } from "../fixture/letter.ts";

test.each([
  ["ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 12.", "acoem-low-back"],
  ["ACOEM Guidelines, Shoulder Disorders.", "acoem-shoulder"],
  ["ACOEM Guidelines, Chapter 7, Independent Medical Examinations and Consultations.", "acoem-2004"],
  ["ACOEM Guidelines, Disorders.", "acoem-2004"],
  ["Official Disability Guidelines (ODG), Low Back Disorders.", "odg"],
])("%s", (source, id) => {
  const { issues } = parse(
    letterWith("MRI: Upheld", "", `MAXIMUS guideline: Decision based on Non-MTUS Citation ${source}`),
  );
  const [citation] = issues[0]?.reviewer?.citations ?? [];
  expect(citation && guidelineOf(citation, createKnowledge())?.id).toBe(id);
});

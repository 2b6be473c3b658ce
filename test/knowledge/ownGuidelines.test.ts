/** Guidelines that only the user has: whether they are of the MTUS, and what they take the place of. */
import { describe, expect, test } from "vitest";
import { citationWords } from "../../server/src/features/drafting/citationFormat.ts";
import { editionInForce } from "../../server/src/knowledge/editions.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import type { GuidelineCopy, OwnGuideline } from "../../server/src/knowledge/types.ts";

const copyOf = (own: OwnGuideline, id = "own-one"): GuidelineCopy => ({
  guideline: id,
  source: "one.pdf",
  imported: "2026-11-27",
  own,
  headings: [{ title: "Lumbar fusion", page: 3, level: 1 }],
  pages: [
    { page: 1, text: "Title" },
    { page: 3, text: "Lumbar fusion\nMade-up words." },
  ],
});

const knowing = (own: OwnGuideline) => createKnowledge(undefined, [copyOf(own)]);

describe("a guideline of the user's own", () => {
  test.each<[string, OwnGuideline, "mtus" | "other"]>([
    ["an edition of today's title", { name: "Low Back Disorders", year: 2025 }, "mtus"],
    ["with words around it", { name: "ACOEM Low Back Disorders Guideline", year: 2025 }, "mtus"],
    ["an edition of a title of before", { name: "Low Back Complaints", year: 2004 }, "mtus"],
    ["a title with a colon", { name: "Workplace Mental Health: Depressive Disorders", year: 2025 }, "mtus"],
    ["any other title", { name: "Low Back Disorders of Cats", year: 2025 }, "other"],
    ["a publisher outside of the MTUS", { name: "Official Disability Guidelines", year: 2025 }, "other"],
    ["what the user says", { name: "Spine Surgery", year: 2025, kind: "mtus" }, "mtus"],
    ["what the user says against the title", { name: "Opioids", year: 2025, kind: "other" }, "other"],
  ])("is of its kind by %s", (_, own, kind) => {
    expect(knowing(own).guideline("own-one")?.kind).toBe(kind);
  });

  test("is cited like the others of its kind", () => {
    const words = (own: OwnGuideline) => {
      const known = knowing(own);
      return citationWords("G4", known.guideline("own-one")!, known.topicsOf("own-one"), "2026-01-05");
    };
    expect(words({ name: "Low Back Disorders", year: 2025 })).toBe(
      "MTUS Low Back Disorders 2025, Section(s): Lumbar fusion.",
    );
    expect(words({ name: "Spine Rules", year: 2025 })).toBe(
      "Non-MTUS Citation Spine Rules 2025: Lumbar fusion.",
    );
  });

  test("takes the place of the edition before it, from its first day on", () => {
    const { guideline, guidelines } = knowing({ name: "Low Back Disorders", year: 2025, from: "2025-05-01" });
    const inForce = (day: string) =>
      editionInForce(guideline("acoem-low-back")!, day, guidelines)?.guideline.id;
    expect(inForce("2025-04-30")).toBe("acoem-low-back");
    expect(inForce("2025-05-01")).toBe("own-one");
    expect(guideline("acoem-low-back")?.editions.at(-1)?.until).toBe("2025-05-01");
    expect(guideline("acoem-knee")?.replacedBy).toBeUndefined();
  });

  test("takes no place if its first day isn't known, or is before that of the known edition", () => {
    for (const from of [undefined, "2010-01-01"]) {
      const { guideline } = knowing({ name: "Low Back Disorders", year: 2025, from });
      expect(guideline("acoem-low-back")?.replacedBy).toBeUndefined();
      expect(guideline("acoem-low-back")?.editions.at(-1)?.until).toBeUndefined();
    }
  });
});

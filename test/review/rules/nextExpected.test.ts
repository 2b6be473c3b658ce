import { describe, expect, test } from "vitest";
import { missingUpToNext } from "../../../server/src/review/rules/nextExpected.ts";
import type { ReviewedFinding } from "../../../server/src/review/types.ts";
import { howText, issue, letter, summary } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";
import { soundSamples } from "../samples.ts";

/** "a b C" → the missing ones, where capitals are written. */
const missing = (inOrder: string) =>
  missingUpToNext(inOrder.split(" ").map((name) => ({ name, written: name !== name.toLowerCase() })))
    .map(({ name }) => name)
    .join(" ");

test("elements before the last one written are missing, and after it only the next", () => {
  expect(missing("A B C")).toBe("");
  expect(missing("A b C")).toBe("b");
  expect(missing("a b C")).toBe("a b");
  expect(missing("A b c")).toBe("b");
  expect(missing("A B c")).toBe("c");
  expect(missing("a B c")).toBe("a c");
  expect(missing("a b c")).toBe("a");
  expect(missingUpToNext([])).toEqual([]);
});

const warnings = (text: string): readonly ReviewedFinding[] =>
  findingsIn(text).filter((finding) => finding.severity === "warning");

const headings = [
  "HOW THE IMR FINAL DETERMINATION WAS MADE",
  "CLINICAL CASE SUMMARY",
  "IMR ISSUES, DECISIONS AND RATIONALES",
];

describe.each(soundSamples)("while $name is typed from top to bottom", ({ text }) => {
  const lineEnds = [...text.matchAll(/\n/g)].map((m) => m.index + 1);
  const drafts = lineEnds.map((end) => text.slice(0, end));

  test("there is never more than one warning at a time", () => {
    const walls = drafts.filter((draft) => warnings(draft).length > 1);
    expect(walls.map((draft) => warnings(draft).map((w) => `${draft.slice(-60)} → ${w.message}`))).toEqual(
      [],
    );
  });

  test("a warning is about what is being written or comes next", () => {
    for (const draft of drafts) {
      const reached = headings.filter((heading) => draft.includes(heading)).length;
      const later = headings.slice(reached + 1);
      for (const { message, start } of warnings(draft)) {
        expect(later.filter((heading) => message.startsWith(`“${heading}”`))).toEqual([]);
        expect(start).toBeLessThan(draft.length);
      }
    }
  });

  test("nothing is reported until the first section has begun", () => {
    const beginning = text.slice(0, text.indexOf("HOW THE IMR"));
    expect(findingsIn(beginning)).toEqual([]);
  });

  test("half a line is no worse than a whole one", () => {
    // A prime, so that the cuts fall anywhere in words.
    for (let end = 1; end < text.length; end += 53) {
      expect(warnings(text.slice(0, end)).length, text.slice(0, end).slice(-60)).toBeLessThanOrEqual(1);
    }
  });
});

describe("what is missing is distinguished from what isn't written yet", () => {
  const draft = (...lines: string[]) => letter({ issues: [lines.join("\n\n")] });
  const rules = (text: string) => findingsIn(text).map((finding) => finding.rule);
  const { heading, claims, reviewer } = {
    heading: "Naproxen 500mg #60: Upheld",
    claims:
      "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.",
    reviewer: "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.",
  };

  test("in the last issue, only the next part is expected", () => {
    expect(rules(draft(heading))).toEqual(["issue/missing-claims-guideline"]);
    expect(rules(draft(heading, claims))).toEqual(["issue/missing-reviewer-guideline"]);
    expect(rules(draft(heading, claims, reviewer))).toEqual(["issue/missing-rationale"]);
  });

  test("a part skipped before one that is written is missing", () => {
    expect(rules(draft(heading, reviewer))).toEqual([
      "issue/missing-claims-guideline",
      "issue/missing-rationale",
    ]);
  });

  test("in an issue that is begun and followed by another, every part is expected", () => {
    const begun = issue({ reviewer: "", rationale: "" });
    expect(rules(letter({ issues: [begun, issue({ heading: "Tizanidine 4mg #90: Upheld" })] }))).toEqual([
      "issue/missing-reviewer-guideline",
      "issue/missing-rationale",
    ]);
  });

  test("in issues that aren't begun, for example if all headings are typed first, only the first part is expected", () => {
    const names = ["Naproxen 500mg #60", "Tizanidine 4mg #90", "MRI of the lumbar spine"];
    const headingsOnly = letter({ issues: names.map((name) => `${name}: Upheld`) });
    expect(rules(headingsOnly)).toEqual(names.map(() => "issue/missing-claims-guideline"));
    const labelsOnly = names.map((name) =>
      issue({
        heading: `${name}: Upheld`,
        claims: "Claims Administrator guideline:",
        reviewer: "MAXIMUS guideline:",
        rationale: "Decision rationale:",
      }),
    );
    expect(rules(letter({ issues: labelsOnly }))).toEqual(names.map(() => "issue/missing-claims-guideline"));
  });

  test("a section that isn't reached isn't missing; after a summary, the issues are", () => {
    const letterOf = (summaryText: string) => letter({ summary: summaryText, issuesHeading: "", issues: [] });
    expect(rules(letterOf(""))).toEqual([]);
    expect(rules(letterOf("CLINICAL CASE SUMMARY"))).toEqual([]);
    expect(rules(letterOf(summary))).toEqual(["letter/missing-section"]);
    expect(rules(letter({ summary: "" }))).toEqual(["letter/missing-section"]);
  });

  test("credentials are expected when the next section has begun", () => {
    const how = `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText}`;
    expect(rules(letter({ how, summary: "", issuesHeading: "", issues: [] }))).toEqual([]);
    expect(rules(letter({ how }))).toEqual(["letter/missing-credentials"]);
  });
});

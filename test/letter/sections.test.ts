import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { typeset } from "../fixture/typeset.ts";
import { words } from "./show.ts";

/** "how: HOW THE IMR … | its text" */
const sections = (text: string) =>
  parse(text).sections.map((s) => `${s.kind}: ${s.title} | ${words(text, s.body)}`);

describe("section headings", () => {
  it.each([
    ["as printed", "CLINICAL CASE SUMMARY\nText.", ["summary: CLINICAL CASE SUMMARY | Text."]],
    ["centered", "\n          CLINICAL CASE SUMMARY   \nText.", ["summary: CLINICAL CASE SUMMARY | Text."]],
    ["in title case", "Clinical Case Summary\nText.", ["summary: Clinical Case Summary | Text."]],
    ["with a colon", "CLINICAL CASE SUMMARY:\nText.", ["summary: CLINICAL CASE SUMMARY | Text."]],
    [
      "after a form feed",
      "Text.\f  CLINICAL CASE SUMMARY\nText.",
      ["summary: CLINICAL CASE SUMMARY | Text."],
    ],
    [
      "with no-break spaces",
      "CLINICAL\u00a0CASE\u00a0SUMMARY\nText.",
      ["summary: CLINICAL CASE SUMMARY | Text."],
    ],
    ["with wide gaps", "CLINICAL  CASE   SUMMARY\nText.", ["summary: CLINICAL CASE SUMMARY | Text."]],
    ["without text", "CLINICAL CASE SUMMARY\n", ["summary: CLINICAL CASE SUMMARY |"]],
    ["at the very end", "CLINICAL CASE SUMMARY", ["summary: CLINICAL CASE SUMMARY |"]],
    [
      "twice",
      "CLINICAL CASE SUMMARY\nA\nCLINICAL CASE SUMMARY\nB",
      ["summary: CLINICAL CASE SUMMARY | A", "summary: CLINICAL CASE SUMMARY | B"],
    ],
    [
      "wrapped",
      "HOW THE IMR FINAL\nDETERMINATION WAS MADE\nText.",
      ["how: HOW THE IMR FINAL DETERMINATION WAS MADE | Text."],
    ],
    ["prose that starts the same", "Clinical case summary of the file follows here.\nText.", []],
    ["half of one", "CLINICAL CASE SUM", []],
    ["prose that names one", "See CLINICAL CASE SUMMARY\nText.", []],
    [
      "unusual order",
      "IMR ISSUES, DECISIONS AND RATIONALES\nA\nHOW THE IMR FINAL DETERMINATION WAS MADE\nB",
      [
        "issues: IMR ISSUES, DECISIONS AND RATIONALES | A",
        "how: HOW THE IMR FINAL DETERMINATION WAS MADE | B",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(sections(text).map((s) => s.trim())).toEqual(expected);
  });

  it("cover the letter in order", () => {
    const text = typeset();
    const spans = parse(text).sections.map((s) => s.span);
    expect(parse(text).sections.map((s) => s.kind)).toEqual(["frontMatter", "how", "summary", "issues"]);
    for (const [i, span] of spans.entries())
      expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
    expect(text.slice(spans.at(-1)?.end).trim()).toBe("");
  });
});

describe("older forms have sections, and an issue without a decision line", () => {
  const g1 = [
    "Notice of Independent Medical Review Determination",
    "Dated: 10/1/2013",
    "1) MAXIMUS Federal Services, Inc. has determined the request for Norco is not medically necessary and appropriate.",
    "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE",
    "1) MAXIMUS Federal Services, Inc. has determined the request for Norco is notmedically necessary and appropriate.",
    "Medical Qualifications of the Expert Reviewer:",
    "The physician reviewer is Board Certified in Surgery.",
    "Case Summary:",
    'Disclaimer: "The claimant has pain."',
    "Documents Reviewed for Determination:",
    "Records.",
    "1) Regarding the request for Norco:",
    "Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert",
    "Reviewer to Make His/Her Decision",
    "The Claims Administrator based its decision on the MTUS.",
    "Rationale for the Decision:",
    "The drug does not help. The request is not medically necessary.",
  ].join("\n");
  const g2 = [
    "MAXIMUS FEDERAL SERVICES, INC.",
    "Independent Medical Review",
    "Case Number: CM14-0000001",
    "UR Denial Date:  1/2/2014",
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "Prose.",
    "DOCUMENTS REVIEWED",
    "Records.",
    "CLINICAL CASE SUMMARY",
    "Prose.",
    "IMR DECISION(S) AND RATIONALE(S)",
    "The Final Determination was based on decisions for the disputed items/services set forth below:",
    "1. Norco is not medically necessary and appropriate.",
    "The Claims Administrator based its decision on the MTUS.",
    "The Physician Reviewer based his/her decision on the MTUS, page 78.",
    "The Physician Reviewer's decision rationale:",
    "The drug does not help.",
  ].join("\n");
  const gx = [
    "",
    "MEDICAL PROFESSIONAL REVIEW",
    "ISSUE AT DISPUTE:",
    "Norco",
    "CASE SUMMARY:",
    "Prose.",
    "DOCUMENTS REVIEWED FOR DETERMINATION:",
    "Records.",
    "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL",
    "REVIEWER AND WHY:",
    "MTUS.",
    "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT",
    "MEDICALLY NECESSARY:",
    "Prose.",
    "MEDICAL REVIEWER QUALIFICATIONS:",
    "Board Certified.",
  ].join("\n");

  it.each([
    [
      "G1",
      g1,
      [
        "Notice of Independent Medical Review Determination",
        "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE",
        "Medical Qualifications of the Expert Reviewer",
        "Case Summary",
        "Documents Reviewed for Determination",
      ],
    ],
    [
      "G2",
      g2,
      [
        "Case details",
        "HOW THE IMR FINAL DETERMINATION WAS MADE",
        "DOCUMENTS REVIEWED",
        "CLINICAL CASE SUMMARY",
        "IMR DECISION(S) AND RATIONALE(S)",
      ],
    ],
    [
      "GX",
      gx,
      [
        "MEDICAL PROFESSIONAL REVIEW",
        "ISSUE AT DISPUTE",
        "CASE SUMMARY",
        "DOCUMENTS REVIEWED FOR DETERMINATION",
        "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY",
        "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY",
        "MEDICAL REVIEWER QUALIFICATIONS",
      ],
    ],
  ])("%s", (generation, text, titles) => {
    const found = parse(text);
    expect(found.generation).toBe(generation);
    expect(found.sections.map((s) => s.title)).toEqual(titles);
    expect(found.issues.map(({ heading }) => heading.treatment)).toEqual(["Norco"]);
  });
});

describe("several letters in a file", () => {
  const one = typeset({ caseNumber: "CM17-0990001" });
  const two = typeset({ caseNumber: "CM17-0990002" }, { rendition: "raw" });
  const seed = typeset({ form: "G3a" }, { rendition: "doubleSpaced" });
  const all = (text: string) => {
    const first = parse(text);
    return [first, ...first.following];
  };

  it.each([
    ["with front matter", one + two, ["CM17-0990001 3", "CM17-0990002 3"]],
    ["with a note between", `${one}\nNext letter:\n\n${two}`, ["CM17-0990001 3", "CM17-0990002 3"]],
    ["without front matter", seed + seed, ["- 2", "- 2"]],
    ["three of them", one + seed + two, ["CM17-0990001 3", "- 2", "CM17-0990002 3"]],
    [
      "columns apart",
      one + typeset({ caseNumber: "CM17-0990003" }, { rendition: "columns" }),
      ["CM17-0990001 3", "CM17-0990003 3"],
    ],
  ])("%s", (_, text, expected) => {
    const letters = all(text);
    expect(letters.map((l) => `${l.frontMatter?.caseNumber?.text ?? "-"} ${l.issues.length}`)).toEqual(
      expected,
    );
    for (const [i, l] of letters.entries()) expect(l.span.start).toBe(letters[i - 1]?.span.end ?? 0);
    expect(letters.at(-1)?.span.end).toBe(text.length);
    expect(letters.every((l, i) => i === 0 || l.following.length === 0)).toBe(true);
  });

  it("don't begin at a case number that a rationale quotes", () => {
    const text = one.replace(
      "Tramadol is an opioid",
      "An earlier review,\nCase Number: CM14-0990009, upheld it. Tramadol is an opioid",
    );
    expect(all(text).length).toBe(1);
  });
});

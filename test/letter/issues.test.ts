import { describe, expect, it } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import type { Issue } from "../../server/src/letter/types.ts";
import { letterWith } from "../fixture/letter.ts";
import { type IssueSpec, renditions, soundIssues, typeset, wrap } from "../fixture/typeset.ts";
import { words } from "./show.ts";

const claims = "Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.";
const reviewer = "MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.";
const rationale = "Decision rationale: It does not help. The request is not medically necessary.";

/** "treatment => decision: parts", a part without text in brackets. */
function line(text: string, { heading, parts }: Issue): string {
  const names = parts.map((p) => (words(text, p.body) ? p.kind : `[${p.kind}]`)).join(" ");
  return `${heading.treatment || "-"} => ${heading.decision?.text ?? "-"}: ${names}`;
}
const issues = (text: string) => parse(text).issues.map((issue) => line(text, issue));
const within = (...lines: string[]) => issues(letterWith(...lines));
const sound = "claims reviewer rationale";

describe("headings in every rendition", () => {
  const headings: readonly (readonly [string, string])[] = [
    ["short", "Topical cyclobenzaprine"],
    ["all capitals", "RETROSPECTIVE REQUEST FOR FEXMID 7.5 MG, #120"],
    ["in lower case", "lidocaine hcl 1percent"],
    ["with a colon", "Associated surgical service: Cold therapy unit"],
    ["with a colon and a number", "Oxycodone HCL ER 20mg #60 day supply: 30"],
    ["with periods", "Consultation with Dr. Smith, M.D. for the lumbar spine"],
    ["a fragment", "with open carpal tunnel release"],
    [
      "as long as a line",
      `Physical therapy for the neck, the back and both shoulders ${"x".repeat(94 - 59 - 8)}`,
    ],
    [
      "over two lines",
      "C5-C6 and C6-C7 anterior cervical discectomy and fusion with instrumentation and allograft and a two day inpatient stay",
    ],
    [
      "over four lines",
      `Compound cream: ${Array.from({ length: 14 }, (_, i) => `Ingredient${i} ${i + 2}% in a base`).join(", ")}`,
    ],
    [
      "form A",
      "Norco 10/325mg #60 was the original request. Norco 10/325mg #30 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #30 is",
    ],
    [
      "form A, a fragment, without 'is'",
      "Carpal tunnel release was the original request. Endoscopic carpal tunnel release with a brace and post-operative therapy was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, with open carpal tunnel release",
    ],
    [
      "form B",
      "Gabapentin 300mg #60 was the original request. The Claims Administrator authorized Gabapentin 300mg #30, leaving the original request IMR eligible. The original request, Gabapentin 300mg #60 is",
    ],
  ];
  const issue = (heading: string, decision = "Upheld"): IssueSpec => ({
    ...soundIssues[0],
    heading,
    decision,
  });

  it.each(headings)("%s", (_, heading) => {
    for (const rendition of renditions) {
      for (const page of [0, 7, 11, 46]) {
        const text = typeset(
          { issues: [issue(heading), issue("Norco #60", "Overturned"), issue(heading)] },
          { rendition, page },
        );
        const found = parse(text).issues.map((i) => words(text, i.heading.span));
        expect(found).toEqual([`${heading}: Upheld`, "Norco #60: Overturned", `${heading}: Upheld`]);
      }
    }
  });

  it.each(headings)("%s, after a rationale without its last period", (_, heading) => {
    for (const rendition of renditions) {
      const open = {
        ...issue("Norco #60"),
        rationale: "It does not help. The request is not medically necessary",
      };
      const text = typeset({ issues: [open, issue(heading)] }, { rendition });
      expect(words(text, parse(text).issues[1]?.heading.span)).toBe(`${heading}: Upheld`);
    }
  });
});

describe("headings", () => {
  const parts = [claims, reviewer, rationale];
  it.each([
    [
      "the decision on the next line",
      ["Norco #60 for the right elbow and the right knee:", "Upheld", ...parts],
      [`Norco #60 for the right elbow and the right knee => Upheld: ${sound}`],
    ],
    [
      "the decision after an empty line",
      ["Norco #60:", "", "Upheld", "", ...parts],
      [`Norco #60 => Upheld: ${sound}`],
    ],
    [
      "empty lines after the decision",
      ["Norco #60: Upheld", "", "", "", ...parts],
      [`Norco #60 => Upheld: ${sound}`],
    ],
    [
      "a page break before the label",
      ["Norco #60: Upheld", `\f${claims}`, reviewer, rationale],
      [`Norco #60 => Upheld: ${sound}`],
    ],
    [
      "a page break inside the heading",
      ["Physical therapy for the right", "\fknee: Upheld", ...parts],
      [`Physical therapy for the right knee => Upheld: ${sound}`],
    ],
    [
      "a page break before each label",
      ["Norco #60: Upheld", ...parts.map((p) => `\f${p}`)],
      [`Norco #60 => Upheld: ${sound}`],
    ],
    ["indented", ["    Norco #60: Upheld", ...parts.map((p) => `  ${p}`)], [`Norco #60 => Upheld: ${sound}`]],
    ["no decision", ["Norco #60", "", ...parts], [`Norco #60 => -: ${sound}`]],
    [
      "another procedure's decision",
      ["Norco #60: Modified", "", ...parts],
      [`Norco #60 => Modified: ${sound}`],
    ],
    ["no heading", ["", ...parts], [`- => -: ${sound}`]],
    [
      "no heading, after a short last sentence",
      [
        "Norco #60: Upheld",
        claims,
        reviewer,
        "Decision rationale: It does not help.",
        "As such, the request is not necessary.",
        ...parts,
      ],
      [`Norco #60 => Upheld: ${sound}`, `- => -: ${sound}`],
    ],
    [
      "only headings",
      ["Norco #60: Upheld", "", "Soma #30: Overturned"],
      ["Norco #60 => Upheld: ", "Soma #30 => Overturned: "],
    ],
    [
      "no heading of the second issue",
      ["Norco #60: Upheld", ...parts, "", ...parts],
      [`Norco #60 => Upheld: ${sound}`, `- => -: ${sound}`],
    ],
    [
      "no decision of the second issue",
      ["Norco #60: Upheld", ...parts, "Soma #30", ...parts],
      [`Norco #60 => Upheld: ${sound}`, `Soma #30 => -: ${sound}`],
    ],
    ["lower case", ["Norco #60: upheld", ...parts], [`Norco #60 => upheld: ${sound}`]],
  ])("%s", (_, lines, expected) => {
    expect(within(...lines)).toEqual(expected);
  });
});

describe("labels", () => {
  const h = "Norco #60: Upheld";
  const next = ["Soma #30: Upheld", claims, reviewer, rationale];
  it.each([
    ["no claims guideline", [h, reviewer, rationale], ["reviewer rationale"]],
    ["no reviewer guideline", [h, claims, rationale], ["claims rationale"]],
    ["no rationale", [h, claims, reviewer], ["claims reviewer"]],
    ["no label at all", [h], [""]],
    [
      "empty parts",
      [h, "Claims Administrator guideline:", "MAXIMUS guideline:", "Decision rationale:"],
      ["[claims] [reviewer] [rationale]"],
    ],
    ["another order", [h, rationale, reviewer], ["rationale reviewer"]],
    ["reviewer first", [h, reviewer, claims, rationale], ["reviewer claims rationale"]],
    ["a label twice", [h, claims, reviewer, reviewer, rationale], ["claims reviewer reviewer rationale"]],
    [
      "a rationale twice",
      [h, claims, reviewer, rationale, rationale],
      ["claims reviewer rationale rationale"],
    ],
    ["without a colon, alone on the line", [h, "Decision rationale", "It does not help."], ["rationale"]],
    [
      "without a colon, before its text",
      [h, claims.replace(":", ""), reviewer.replace(":", ""), "Decision rationale It does not help."],
      ["claims reviewer rationale"],
    ],
    ["with a space before the colon", [h, "Decision rationale : It does not help."], ["rationale"]],
    [
      "plural and upper case",
      [h, "CLAIMS ADMINISTRATOR GUIDELINES: none", "Maximus Guideline: none"],
      ["claims reviewer"],
    ],
    ["with no-break spaces", [h, rationale.replaceAll(" ", "\u00a0")], ["rationale"]],
    ["the reviewer's guideline", [h, "Expert Reviewer guideline: none"], ["reviewer"]],
    [
      "words of a label in prose",
      [h, rationale, "Claims Administrator guideline citations were read.", "The Decision rationale: prose."],
      ["rationale"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(within(...lines)).toEqual(expected.map((parts) => `Norco #60 => Upheld: ${parts}`));
    // What is missing in one issue doesn't change the next one.
    expect(within(...lines, "", ...next).at(-1)).toBe(`Soma #30 => Upheld: ${sound}`);
  });
});

describe("lines that aren't headings", () => {
  it.each([
    ["a sentence that ends in the word", "The prior decision is upheld."],
    [
      "a line that ends in the word",
      "The decision that the claims administrator has made is therefore to be upheld",
    ],
    ["a colon in prose", "The guideline asks for three things: relief, function and safety."],
  ])("%s", (_, prose) => {
    const text = letterWith(
      "Norco #60: Upheld",
      claims,
      reviewer,
      "Decision rationale: It is so.",
      prose,
      "Done.",
    );
    expect(issues(text)).toEqual([`Norco #60 => Upheld: ${sound}`]);
    expect(words(text, parse(text).issues[0]?.rationale?.body)).toBe(`It is so. ${prose} Done.`);
  });

  it("prose before the first heading", () => {
    expect(
      within(
        "Some note of the writer, who explains in one sentence what follows.",
        "",
        "Norco #60: Upheld",
        claims,
      ),
    ).toEqual(["Norco #60 => Upheld: claims"]);
  });
});

describe("without a section heading", () => {
  it("labels and decisions still make issues", () => {
    const text = typeset().replace(/ *IMR ISSUES, DECISIONS AND RATIONALES\n.*\n/, "");
    expect(parse(text).issues.length).toBe(3);
    expect(parse(text).sections.map((s) => s.kind)).toEqual(["frontMatter", "how", "summary"]);
    const summary = parse(text).sections.at(-1);
    expect(words(text, summary?.body)).toMatch(/non-certified the request\.$/);
  });
  it("a summary alone makes none", () => {
    expect(issues("CLINICAL CASE SUMMARY\nThe employee has pain: upheld.\nHe is 40.")).toEqual([]);
  });
});

it("parts end before the next heading, even without an empty line", () => {
  const text = typeset({}, { rendition: "raw" });
  const found = parse(text).issues;
  expect(found.map((i) => words(text, i.rationale?.body))).toEqual(soundIssues.map((i) => i.rationale));
  expect(found.map((i) => words(text, i.claims?.body))).toEqual(soundIssues.map((i) => i.claims));
  expect(found.map((i) => words(text, i.reviewer?.body))).toEqual(soundIssues.map((i) => i.reviewer));
});

it("twenty-one issues", () => {
  const many = Array.from({ length: 21 }, (_, i) => ({
    ...(soundIssues[0] as IssueSpec),
    heading: `Treatment ${i} for the left knee`,
  }));
  for (const rendition of renditions) {
    const found = parse(typeset({ issues: many }, { rendition })).issues;
    expect(found.map((i) => i.heading.treatment)).toEqual(many.map((i) => i.heading));
    expect(found.map((i) => i.index)).toEqual(many.map((_, i) => i));
  }
});

it("the fixture wraps at hyphens like letters do", () => {
  expect(wrap("aaa non-certified", 10)).toEqual(["aaa non-", "certified"]);
});

it.each([
  ["1. Norco 10/325mg #60", "Norco 10/325mg #60"],
  ["2) MRI of the knee", "MRI of the knee"],
  ["\u2022 TENS unit", "TENS unit"],
  ["\uf0b7 TENS unit", "TENS unit"],
  ["1.5T MRI of the knee", "1.5T MRI of the knee"],
  ["2 sessions of acupuncture", "2 sessions of acupuncture"],
])("the number or bullet of an item isn't part of the treatment: %s", (heading, treatment) => {
  const { issues } = parse(
    `IMR ISSUES, DECISIONS AND RATIONALES\n\n${heading}: Upheld\n\nDecision rationale: Words.\n`,
  );
  expect(issues.map((issue) => issue.heading.treatment)).toEqual([treatment]);
});

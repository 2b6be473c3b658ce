/** Each fix makes the promised edit, and removes its finding. */
import { describe, expect, test } from "vitest";
import { withoutTabStops } from "../../server/src/base/snippet.ts";
import type { Fix } from "../../server/src/review/fixes/fix.ts";
import { howText, issue, letter, reasons, summary, summaryIntroduction } from "../fixture/letter.ts";
import { findingsIn } from "./findings.ts";

interface Fixed {
  readonly title: string;
  readonly applicability: Fix["applicability"];
  /** The lines of the letter that the fix changes or adds. */
  readonly lines: string;
  /** How many findings of the rule are left. */
  readonly left: number;
}

/** The letter after each fix of the rule's one finding, with the placeholder words of its tab stops. */
function fixed(rule: string, text: string): readonly Fixed[] {
  const findings = findingsIn(text).filter((finding) => finding.rule === rule);
  expect(findings.map((f) => f.rule)).toEqual([rule]);
  return (findings[0]?.fixes ?? []).map((fix) => {
    const after = applied(text, fix);
    const before = new Set(text.split("\n"));
    return {
      title: fix.title,
      applicability: fix.applicability,
      lines: after
        .split("\n")
        .filter((line) => line !== "" && !before.has(line))
        .join("\n"),
      left: findingsIn(after).filter((finding) => finding.rule === rule).length,
    };
  });
}

const applied = (text: string, { applicability, edits }: Fix): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, edit) =>
        result.slice(0, edit.start) +
        (applicability === "placeholders" ? withoutTabStops(edit.text) : edit.text) +
        result.slice(edit.end),
      text,
    );

const withIssue = (parts: Parameters<typeof issue>[0]) => letter({ issues: [issue(parts)] });
const gone = (title: string, applicability: Fix["applicability"], lines: string): Fixed => ({
  title,
  applicability,
  lines,
  left: 0,
});

describe("the decision", () => {
  test("follows the conclusion", () => {
    expect(fixed("consistency/decision", withIssue({ heading: "Naproxen 500mg #60: Overturned" }))).toEqual([
      gone(
        "Change the decision to “Upheld”, as the rationale concludes",
        "confirm",
        "Naproxen 500mg #60: Upheld",
      ),
    ]);
    expect(fixed("issue/missing-decision", withIssue({ heading: "Naproxen 500mg #60" }))).toEqual([
      gone("Add the decision “Upheld”", "safe", "Naproxen 500mg #60: Upheld"),
    ]);
    expect(fixed("issue/missing-decision", withIssue({ heading: "Naproxen 500mg #60:" }))).toEqual([
      gone("Add the decision “Upheld”", "safe", "Naproxen 500mg #60: Upheld"),
    ]);
    expect(fixed("issue/missing-decision", withIssue({ heading: "Naproxen 500mg #60: Uphold" }))).toEqual([
      gone("Change “Uphold” to “Upheld”", "safe", "Naproxen 500mg #60: Upheld"),
    ]);
  });

  test("is the writer's choice if there is no conclusion", () => {
    const open = withIssue({ heading: "Naproxen 500mg #60", rationale: `Decision rationale: ${reasons}` });
    expect(fixed("issue/missing-decision", open)).toEqual([
      gone("Add the decision “Upheld”", "alternative", "Naproxen 500mg #60: Upheld"),
      gone("Add the decision “Overturned”", "alternative", "Naproxen 500mg #60: Overturned"),
    ]);
  });
});

describe("pages", () => {
  const guideline = "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines";
  const citing = (words: string) => withIssue({ reviewer: `${guideline} ${words}` });

  test("in reverse order are put in order", () => {
    expect(fixed("citation/page-range", citing("NSAIDs Page(s): 68-67."))).toEqual([
      gone("Put the pages in order: 67-68", "safe", `${guideline} NSAIDs Page(s): 67-68.`),
    ]);
  });

  test("that don't exist, or don't cover the only topic cited, become that topic's", () => {
    const title = "Cite the pages of “NSAIDs (non-steroidal anti-inflammatory drugs)”: 67-68";
    expect(fixed("citation/page-range", citing("NSAIDs Page(s): 167-168."))).toEqual([
      gone(title, "safe", `${guideline} NSAIDs Page(s): 67-68.`),
    ]);
    expect(fixed("citation/topic-pages", citing("NSAIDs Page(s): 12, 14."))).toEqual([
      gone(title, "safe", `${guideline} NSAIDs Page(s): 67-68.`),
    ]);
  });

  test("of several topics are left to the writer", () => {
    expect(fixed("citation/page-range", citing("NSAIDs, Opioids Page(s): 168."))).toEqual([]);
  });
});

describe("a part that is missing", () => {
  test("gets only its label if its text is there", () => {
    const reviewer = "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary.";
    expect(fixed("issue/missing-reviewer-guideline", withIssue({ reviewer }))).toEqual([
      gone("Add the label “MAXIMUS guideline:”", "safe", `MAXIMUS guideline: ${reviewer}`),
    ]);
  });

  test("is added after the part before it", () => {
    expect(fixed("issue/missing-reviewer-guideline", withIssue({ reviewer: "" }))).toEqual([
      gone(
        "Add “MAXIMUS guideline:”",
        "placeholders",
        "MAXIMUS guideline: Decision based on MTUS guideline and year, Section(s): section.",
      ),
    ]);
    expect(fixed("issue/missing-rationale", withIssue({ rationale: "" }))).toEqual([
      gone(
        "Add “Decision rationale:”",
        "placeholders",
        "Decision rationale: What the guideline asks for. What the records show of this employee. Therefore, the request for Naproxen 500mg #60 is not medically necessary.",
      ),
    ]);
  });

  test("is filled in if its label is there", () => {
    expect(
      fixed("issue/missing-claims-guideline", withIssue({ claims: "Claims Administrator guideline:" })),
    ).toEqual([
      gone(
        "Fill in “Claims Administrator guideline:”",
        "placeholders",
        "Claims Administrator guideline: Decision based on MTUS guideline and year, Section(s): section.",
      ),
    ]);
  });
});

describe("what is missing from a rationale", () => {
  const lines = (rule: string, rationale: string) =>
    fixed(rule, withIssue({ rationale: `Decision rationale: ${rationale}` }));

  test("a conclusion that matches the decision", () => {
    expect(
      lines("rationale/no-conclusion", "The MTUS recommends naproxen briefly. She has had it for years."),
    ).toEqual([
      gone(
        "Add a conclusion",
        "placeholders",
        "Decision rationale: The MTUS recommends naproxen briefly. She has had it for years. Therefore, the request for Naproxen 500mg #60 is not medically necessary.",
      ),
    ]);
  });

  test("a criterion and findings, before the conclusion", () => {
    expect(
      lines(
        "rationale/no-criterion",
        "She has had naproxen for years. The request is not medically necessary.",
      ),
    ).toEqual([
      gone(
        "Add a criterion sentence",
        "placeholders",
        "Decision rationale: She has had naproxen for years. The guideline recommends this treatment for …. The request is not medically necessary.",
      ),
    ]);
    expect(
      lines(
        "rationale/no-findings",
        "The MTUS recommends naproxen briefly. The request is not medically necessary.",
      ),
    ).toEqual([
      gone(
        "Add a findings sentence",
        "placeholders",
        "Decision rationale: The MTUS recommends naproxen briefly. The records show …. The request is not medically necessary.",
      ),
    ]);
  });

  test("the end of a quotation", () => {
    expect(
      lines(
        "rationale/unclosed-quotation",
        'The MTUS recommends naproxen "for a short time. She has had it for years. The request is not medically necessary.',
      ),
    ).toEqual([
      gone(
        "Close the quotation at the end of its sentence",
        "safe",
        'Decision rationale: The MTUS recommends naproxen "for a short time." She has had it for years. The request is not medically necessary.',
      ),
    ]);
  });
});

describe("what is missing from the letter", () => {
  test("a section gets its heading and its standard sentence", () => {
    expect(fixed("letter/missing-section", letter({ summary: "" }))).toEqual([
      gone(
        "Add the heading “CLINICAL CASE SUMMARY”",
        "placeholders",
        `CLINICAL CASE SUMMARY\n${summaryIntroduction.replace("\n", " ")}`,
      ),
    ]);
    expect(fixed("letter/missing-section", letter({ issuesHeading: "" }))).toEqual([
      gone(
        "Add the heading “IMR ISSUES, DECISIONS AND RATIONALES”",
        "placeholders",
        "IMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed items/services set forth below:",
      ),
    ]);
  });

  test("credentials are added as a block at the end of the section", () => {
    expect(
      fixed(
        "letter/missing-credentials",
        letter({ how: `HOW THE IMR FINAL DETERMINATION WAS MADE\n${howText}` }),
      ),
    ).toEqual([
      gone(
        "Add the reviewer's credentials",
        "placeholders",
        "The Expert Reviewer has the following credentials:\nState(s) of Licensure: state\nCertification(s)/Specialty: specialty",
      ),
    ]);
  });

  test("a drug is spelled as in the index", () => {
    const misspelled = letter({
      summary: summary.replace("low back.", "low back. She takes cyclobenzapine."),
    });
    expect(
      fixed("letter/drug-spelling", misspelled).map(({ title, applicability, left }) => [
        title,
        applicability,
        left,
      ]),
    ).toEqual([["Change “cyclobenzapine” to “cyclobenzaprine”", "safe", 0]]);
  });
});

describe("what is empty or not there yet", () => {
  test("a case summary gets its first sentences", () => {
    const heading = `CLINICAL CASE SUMMARY\n${summaryIntroduction}`;
    expect(fixed("letter/empty-section", letter({ summary: heading }))).toEqual([
      gone(
        "Fill in “CLINICAL CASE SUMMARY”",
        "placeholders",
        "The injured worker is a age year old sex who was injured when how it happened. Diagnoses include diagnoses.",
      ),
    ]);
  });

  test("the section on how the review was made gets its standard paragraph", () => {
    const [found] = fixed(
      "letter/empty-section",
      letter({ how: "HOW THE IMR FINAL DETERMINATION WAS MADE" }),
    );
    expect(found).toMatchObject({ applicability: "placeholders", left: 0 });
    expect(found?.lines).toMatch(/^MAXIMUS Federal Services sent the complete case file/);
  });

  test("the first issue gets its heading", () => {
    expect(fixed("letter/no-issues", letter({ issues: [] }))).toEqual([
      gone("Add an issue", "placeholders", "treatment: pending\nClaims Administrator guideline: "),
    ]);
  });

  test("an issue without a heading gets one", () => {
    expect(fixed("issue/missing-heading", withIssue({ heading: "" }))).toEqual([
      gone("Add a heading", "placeholders", "treatment: pending"),
    ]);
  });

  test("a treatment that was denied gets an issue", () => {
    const denied = summary.replace("non-certified the\nrequest", "denied naproxen and gabapentin");
    expect(fixed("consistency/summary-treatment", letter({ summary: denied }))).toEqual([
      gone(
        "Add an issue on “gabapentin”",
        "placeholders",
        "gabapentin: pending\nClaims Administrator guideline: ",
      ),
    ]);
  });
});

describe("what should not be there", () => {
  test("a treatment that is decided twice is removed", () => {
    const twice = letter({ issues: [issue(), issue({ heading: "NAPROXEN 500 MG #60: Upheld" })] });
    expect(fixed("letter/duplicate-issue", twice)).toEqual([gone("Remove issue 2", "alternative", "")]);
  });

  test("a note is removed, with the space before it", () => {
    const noted = letter({ summary: summary.replace("low back.", "low back [insert finding].") });
    expect(fixed("letter/remnant", noted)).toEqual([
      gone(
        "Remove “[insert finding]”",
        "alternative",
        "diagnosis is a strain of the low back. Utilization review dated 04/12/2016 non-certified the",
      ),
    ]);
  });

  test.each([
    ["She saw Ms. Quintero.", "She saw the employee."],
    ["Ms. Quintero rests.", "The employee rests."],
    ["It is Mr. Soto's pain.", "It is the employee's pain."],
  ])("a name gives way: %s", (named, unnamed) => {
    const text = letter({ summary: `${summary}\n${named}` });
    const [found] = fixed("letter/personal-data", text);
    expect(found).toMatchObject({ applicability: "alternative", lines: unnamed, left: 0 });
  });
});

test("the words of a heading never become tab stops", () => {
  const odd = withIssue({
    heading: "Naproxen ${1:x} $0 500mg #60: Upheld",
    rationale: `Decision rationale: ${reasons}`,
  });
  expect(fixed("rationale/no-conclusion", odd)[0]?.lines).toContain(
    "the request for Naproxen ${1:x} $0 500mg #60 is",
  );
});

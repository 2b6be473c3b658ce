import { describe, expect, test } from "vitest";
import { semanticTokens } from "../../../server/src/features/reading/semanticTokens.ts";
import type { Token } from "../../../server/src/features/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { lineOf } from "../../fixture/marks.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";
import { knowledge } from "../knowledge.ts";

const tokensOf = (letter: Letter): readonly Token[] => semanticTokens(letter, knowledge);

/** The lines with tokens, and below each its tokens at their positions. */
function annotated(letter: Letter): string {
  const tokens = tokensOf(letter);
  const shown: string[] = [""];
  let start = 0;
  for (const line of letter.text.split(/\r\n|\r|\n/)) {
    const here = tokens.filter((token) => token.start >= start && token.end <= start + line.length);
    if (here.length > 0) shown.push(line);
    for (const token of here) {
      shown.push(`${" ".repeat(token.start - start)}${"^".repeat(token.end - token.start)} ${token.type}`);
    }
    start += line.length + (letter.text.startsWith("\r\n", start + line.length) ? 2 : 1);
  }
  return shown.join("\n");
}

/** "type: words" of the tokens in the issue of these lines. */
function inIssue(...issueLines: string[]): string[] {
  const text = letterWith(...issueLines);
  const from = text.indexOf(issueLines[0] ?? "");
  return tokensOf(parse(text))
    .filter((token) => token.start >= from)
    .map((token) => `${token.type}: ${text.slice(token.start, token.end)}`);
}

const inSummary = (summary: string): string[] => {
  const text = letterWith(...flexeril).replace("Flexeril 7.5 mg #30 and naproxen.", summary);
  const end = text.indexOf("IMR ISSUES");
  return tokensOf(parse(text))
    .filter((token) => (token.type === "drug" || token.type === "dose") && token.end < end)
    .map((token) => `${token.type}: ${text.slice(token.start, token.end)}`);
};

describe("semantic tokens", () => {
  test("of a whole letter, with any line ends", () => {
    for (const shown of withEachLineEnd(letterWith(...flexeril), annotated)) {
      expect(shown).toBe(`
Case Number: CM15-0990001
^^^^^^^^^^^ label
Date Assigned: 02/10/2015          Date of Injury: 06/01/2012
^^^^^^^^^^^^^ label
                                   ^^^^^^^^^^^^^^ label
HOW THE IMR FINAL DETERMINATION WAS MADE
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section
State(s) of Licensure: California
^^^^^^^^^^^^^^^^^^^^^^ label
Certification(s)/Specialty: Family Medicine
^^^^^^^^^^^^^^^^^^^^^^^^^^^ label
CLINICAL CASE SUMMARY
^^^^^^^^^^^^^^^^^^^^^ section
This is a 41 year old female who takes Flexeril 7.5 mg #30 and naproxen.
                                       ^^^^^^^^ drug
                                                ^^^^^^ dose
                                                       ^^^ dose
                                                               ^^^^^^^^ drug
IMR ISSUES, DECISIONS AND RATIONALES
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ section
Flexeril 7.5mg, #90: Upheld
^^^^^^^^ drug
         ^^^^^ dose
                ^^^ dose
                     ^^^^^^ decision
Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ label
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ guideline
MUSCLE RELAXANTS (FOR PAIN) Page(s): 63.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ topic
                                     ^^ pages
MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 41-42, 63.
^^^^^^^^^^^^^^^^^^ label
                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ guideline
                                                                                     ^^^^^ pages
                                                                                            ^^ pages
Decision rationale: The MTUS recommends a short course. The employee has used it for a year. Therefore,
^^^^^^^^^^^^^^^^^^^ label
the request for Flexeril 7.5mg #90 is not medically necessary.
                ^^^^^^^^ drug
                         ^^^^^ dose
                               ^^^ dose`);
    }
  });

  test("a treatment without a drug is a treatment from end to end, line by line", () => {
    expect(
      inIssue("MRI of the lumbar spine without", "  contrast: Overturned", ...flexeril.slice(1)).slice(0, 3),
    ).toEqual(["treatment: MRI of the lumbar spine without", "treatment: contrast", "decision: Overturned"]);
  });

  test("a drug and its dose show through the treatment around them", () => {
    expect(inIssue("Topical naproxen 5% cream: Upheld", ...flexeril.slice(1)).slice(0, 5)).toEqual([
      "treatment: Topical",
      "drug: naproxen",
      "dose: 5%",
      "treatment: cream",
      "decision: Upheld",
    ]);
  });

  test("the year belongs to the guideline, a section is a topic", () => {
    const cited = inIssue(
      "MRI of the lumbar spine: Upheld",
      "",
      "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
    );
    expect(cited.slice(-2)).toEqual(["guideline: Low Back Complaints 2004", "topic: Special Studies"]);
  });

  test("a drug that a citation names is a drug", () => {
    const cited = inIssue(
      "Naproxen 500mg #60: Upheld",
      "",
      "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Naproxen use.",
    );
    expect(cited.slice(-2)).toEqual(["drug: Naproxen", "topic: use"]);
  });

  test.each([
    ["Naproxen 500 mg", ["drug: Naproxen", "dose: 500 mg"]],
    ["naproxen 5-325mg, #60", ["drug: naproxen", "dose: 5-325mg", "dose: #60"]],
    ["naproxen 10/325 #60", ["drug: naproxen", "dose: 10/325", "dose: #60"]],
    ["naproxen 25mg/5ml", ["drug: naproxen", "dose: 25mg/5ml"]],
    ["naproxen 5mg #20.Next", ["drug: naproxen", "dose: 5mg", "dose: #20"]],
    ["naproxen 5%", ["drug: naproxen", "dose: 5%"]],
    ["naproxen 25\u00b5g #10", ["drug: naproxen", "dose: 25\u00b5g", "dose: #10"]],
    ["naproxen 20meq #30", ["drug: naproxen", "dose: 20meq", "dose: #30"]],
    ["naproxen 500-mg #60.", ["drug: naproxen", "dose: 500-mg", "dose: #60"]],
    ["naproxen 1,000 mg", ["drug: naproxen", "dose: 1,000 mg"]],
    ["naproxen 7.5 - 325 mg", ["drug: naproxen", "dose: 7.5 - 325 mg"]],
    ["naproxen (500 mg)", ["drug: naproxen", "dose: 500 mg"]],
    ["naproxen\n500\nmg", ["drug: naproxen", "dose: 500", "dose: mg"]],
    ["naproxen 10/28/2013", ["drug: naproxen"]],
    ["naproxen 3 times a day", ["drug: naproxen"]],
    ["naproxen. 5 mg of something", ["drug: naproxen"]],
  ])("in running text: %s", (summary, expected) => {
    expect(inSummary(summary)).toEqual(expected);
  });

  test.each([
    "25\u00b5g #10",
    "20meq #30",
    "500-mg #60",
    "1,000 mg #60",
    "7.5 - 325 mg #60",
    "10/325 #60",
    "25 mg / ml #2",
    "100 units/ml #1",
    "12.5 percent qty: 60",
  ])("the same doses in a heading and in a rationale: %s", (doses) => {
    const tokens = inIssue(
      `Naproxen ${doses}: Upheld`,
      "",
      "MAXIMUS guideline: Decision based on MTUS.",
      "",
      `Decision rationale: Naproxen ${doses} is not medically necessary.`,
    );
    const rationale = tokens.indexOf("label: Decision rationale:");
    const dosesIn = (some: string[]) => some.filter((one) => one.startsWith("dose"));
    expect(dosesIn(tokens.slice(0, rationale))).toEqual(dosesIn(tokens.slice(rationale)));
    expect(dosesIn(tokens)).toHaveLength(4);
  });

  test("a stretch of the letter gets the tokens that the whole letter has there", () => {
    const letter = parse(letterWith(...flexeril));
    const all = tokensOf(letter);
    for (let start = 0; start < letter.text.length; start += 37) {
      const within = { start, end: start + 60 };
      expect(semanticTokens(letter, knowledge, within)).toEqual(
        all.filter((token) => token.start < within.end && token.end > within.start),
      );
    }
  });

  test("tokens come in order, do not overlap, and stay in their line", () => {
    for (const letter of withEachLineEnd(letterWith(...flexeril), (one) => one)) {
      let end = 0;
      for (const token of tokensOf(letter)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(lineOf(letter.text, token.start)).toBe(lineOf(letter.text, token.end));
        end = token.end;
      }
    }
  });

  test("a text that isn't a letter has none", () => {
    expect(tokensOf(parse("Shopping list: naproxen 500 mg"))).toEqual([]);
  });
});

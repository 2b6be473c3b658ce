/** The label or section heading that comes next. */
import { describe, expect, test } from "vitest";
import { type Asked, suggestionsAt } from "../../../../server/src/features/drafting/completion.ts";
import { parse } from "../../../../server/src/letter/parse.ts";
import { letterWith } from "../../../fixture/letter.ts";
import { accept, atMark, knowledge, labels, openings } from "./suggested.ts";

describe("the label that is due", () => {
  const claims =
    "Norco #60: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.";
  const reviewer = `${claims}\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004.`;
  const due = (words: string, asked?: Asked): string[] =>
    labels(letterWith(words).trimEnd(), asked).filter((label) => !openings.includes(label));

  test.each([
    ["Norco #60: Upheld\n\nC|", "Claims Administrator guideline:"],
    ["Norco #60: Upheld\n\nClaims |", "Claims Administrator guideline:"],
    ["Norco #60: Upheld\nC|", "Claims Administrator guideline:"],
    ["Norco #60\n\nC|", "Claims Administrator guideline:"],
    [`${claims}\n\nM|`, "MAXIMUS guideline:"],
    [`${claims}\n\nMAX|`, "MAXIMUS guideline:"],
    [`${claims}\nMAXI|`, "MAXIMUS guideline:"],
    [`${reviewer}\n\nD|`, "Decision rationale:"],
    [`${reviewer}\n\nDec|`, "Decision rationale:"],
  ])("%j", (words, label) => {
    expect(due(words)).toEqual([label]);
  });

  test("without a letter typed, by hand only", () => {
    expect(due(`${claims}\n\n|`, "byHand")).toEqual(["MAXIMUS guideline:"]);
    expect(due(`${claims}\n\n |`)).toEqual([]);
  });

  test("is put with a space, and asks for what follows", () => {
    expect(accept(letterWith(`${claims}\n\nMAX|`), "MAXIMUS guideline:")).toContain(
      "2004.\n\nMAXIMUS guideline: |",
    );
    const goesOn = atMark(letterWith(`${claims}\n\nM|`), "typed", (item) => item.goesOn);
    expect(goesOn).toEqual([true]);
  });

  test("gets the empty line that parts the blocks of the letter", () => {
    expect(accept(letterWith(`${claims}\nM|`), "MAXIMUS guideline:")).toContain(
      "2004.\n\nMAXIMUS guideline: |",
    );
    const tight = letterWith(claims.replace("\n\n", "\n")).trimEnd();
    expect(accept(`${tight}\nM|`, "MAXIMUS guideline:")).toContain("2004.\nMAXIMUS guideline: |");
  });

  test("between parts that stand, the one that lacks", () => {
    expect(due(`${claims}\n\nM|\n\nDecision rationale: No.`)).toEqual(["MAXIMUS guideline:"]);
    expect(due(`Norco #60: Upheld\n\nC|\n\nMAXIMUS guideline: X.`)).toEqual([
      "Claims Administrator guideline:",
    ]);
  });

  test.each([
    ["before the part above has words", "Norco #60: Upheld\n\nClaims Administrator guideline:\n\nM|"],
    [
      "before its sentence ends",
      "Norco #60: Upheld\n\nClaims Administrator guideline: Decision based on MTUS Knee\nM|",
    ],
    ["another label than the one due", `${claims}\n\nC|`],
    ["behind a rationale", `${reviewer}\n\nDecision rationale: It is not medically necessary.\n\nC|`],
    ["inside a rationale", `${reviewer}\n\nDecision rationale: Norco is an opioid.\n\nM|`],
    ["in lower case", `${claims}\n\nd|`],
    ["where it stands already", `${reviewer.replace("MAXIMUS", "D|\n\nMAXIMUS")}`],
    ["in the middle of a line", `${claims} M|`],
    ["before other words", `${claims}\n\nM| of the knee`],
  ])("nothing %s", (_, words) => {
    expect(due(words)).toEqual([]);
  });
});

describe("the section heading that is due", () => {
  const how =
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n\nMAXIMUS Federal Services sent the file to a reviewer.";
  const summary = `${how}\n\nCLINICAL CASE SUMMARY\n\nThe expert reviewer developed the following clinical case summary based on a review of the case file:\n\nThe patient is a 41 year old.`;

  const credentials =
    "The Expert Reviewer has the following credentials:\nState(s) of Licensure: Texas\nCertification(s)/Specialty: Family Medicine";

  test.each([
    ["H|", "HOW THE IMR FINAL DETERMINATION WAS MADE"],
    [
      "Case Number: CM15-0990001\nDate of Injury: 06/01/2012\n\nHOW|",
      "HOW THE IMR FINAL DETERMINATION WAS MADE",
    ],
    [`${how}\n\nCLIN|`, "CLINICAL CASE SUMMARY"],
    [`${how}\n\n${credentials}\n\nC|`, "CLINICAL CASE SUMMARY"],
    [`${summary}\n\nIM|`, "IMR ISSUES, DECISIONS AND RATIONALES"],
  ])("%j", (text, label) => {
    expect(labels(text)).toEqual([label]);
  });

  test("comes with its fixed sentence", () => {
    expect(accept(`${summary}\n\nIM|`, "IMR ISSUES, DECISIONS AND RATIONALES")).toBe(
      `${summary}\n\nIMR ISSUES, DECISIONS AND RATIONALES\nThe Final Determination was based on decisions for the disputed items/services set forth below:\n\n|`,
    );
  });

  test("on how the review was made comes whole, with blanks for who made it", () => {
    const paragraphs = accept("H|", "HOW THE IMR FINAL DETERMINATION WAS MADE").split("\n\n");
    expect(paragraphs[0]).toMatch(/^HOW THE IMR FINAL DETERMINATION WAS MADE\nMAXIMUS Federal Services sent/);
    expect(paragraphs[1]).toBe(
      [
        "The Expert Reviewer has the following credentials:",
        "State(s) of Licensure: ${1:state}",
        "Certification(s)/Specialty: ${2:specialty}",
      ].join("\n"),
    );
  });

  test("has the line end of the letter", () => {
    const text = `${summary}\n\nIM`.replaceAll("\n", "\r");
    const { items } = suggestionsAt(parse(text), knowledge, text.length, "typed");
    expect(items[0]?.text).toMatch(/RATIONALES\rThe Final/);
    expect(items[0]?.text).not.toContain("\n");
  });

  test.each([
    ["one letter that a paragraph of the summary may begin with", `${summary}\n\nI|`],
    ["an empty section", `${how}\n\nCLINICAL CASE SUMMARY\n\nIM|`],
    ["a line of the credentials", `${how}\n\n${credentials.replace("ertification", "|\n\nertification")}`],
    ["a line of a paragraph", `${summary}\nIM|`],
    [
      "a section that stands",
      letterWith("Norco #60: Upheld").replace("CLINICAL CASE", "CL|\n\nCLINICAL CASE"),
    ],
    ["a letter of 2013", "Notice of Independent Medical Review Determination\n\nH|"],
    ["no letter at all", "Some notes.\n\nH|"],
  ])("nothing for %s", (_, text) => {
    expect(labels(text)).toEqual([]);
  });
});

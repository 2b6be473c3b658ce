import { describe, expect, test } from "vitest";
import { looksLikeLetter } from "../../../client/src/detection/letterSigns.ts";

const letter = [
  "HOW THE IMR FINAL DETERMINATION WAS MADE",
  "MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no",
  "affiliation with the employer, employee, providers or the claims administrator.",
  "CLINICAL CASE SUMMARY",
];
const caseDetails = [
  "Case Number:          CM16-0990001",
  "Date Assigned:        02/03/2016                      Date of Injury:      04/18/2012",
  "Decision Date:        03/07/2016                      UR Denial Date:      12/29/2015",
];

describe("a letter is recognized", () => {
  test.each([
    ["with LF", letter.join("\n")],
    ["with CRLF", letter.join("\r\n")],
    ["with CR alone", letter.join("\r")],
    ["with a byte order mark", `\uFEFF${letter.join("\n")}`],
    ["double-spaced", ` ${letter.join(" \n\n")}`],
    ["with centered headings and page breaks", letter.map((line) => `          ${line}   `).join("\n\f")],
    ["with non-breaking spaces", letter.join("\n").replaceAll(" ", "\u00A0")],
    ["by its case details and one heading", [...caseDetails, "", "CLINICAL CASE SUMMARY"].join("\n")],
    [
      "by case details whose columns come one after the other",
      ["Case Number:", "Date Assigned:", "", "CM16-0990001", "UR Denial Date:", letter[0]].join("\n"),
    ],
    [
      "by one issue",
      ["MAXIMUS guideline: Decision based on MTUS.", "IMR ISSUES, DECISIONS AND RATIONALES"].join("\n"),
    ],
    [
      "of 2013",
      [
        "Notice of Independent Medical Review Determination",
        "Dated: 11/4/2013",
        "1) MAXIMUS Federal Services, Inc. has determined the request for Norco is not medically necessary",
      ].join("\n"),
    ],
    [
      "of early 2014",
      ["MAXIMUS FEDERAL SERVICES, INC. ", "Independent Medical Review", "CLINICAL CASE SUMMARY"].join("\n"),
    ],
    ["by another reviewer", ["", "MEDICAL PROFESSIONAL REVIEW", "ISSUE AT DISPUTE:", "Norco"].join("\n")],
  ])("%s", (_how, text) => {
    expect(looksLikeLetter(text)).toBe(true);
  });
});

describe("other text is not recognized", () => {
  test.each([
    ["empty", ""],
    ["one heading", "HOW THE IMR FINAL DETERMINATION WAS MADE\nA description of the form follows."],
    ["a cover sheet with nothing but the case details", caseDetails.join("\n")],
    [
      "an article that quotes headings in sentences",
      [
        "Each letter opens with HOW THE IMR FINAL DETERMINATION WAS MADE and goes on to the",
        "part named IMR ISSUES, DECISIONS AND RATIONALES, in which 'MAXIMUS guideline:' names what the reviewer used.",
        "MAXIMUS Federal Services, Inc. has reviewed cases since 2013; see case CM13-0001234.",
      ].join("\n"),
    ],
    ["signs only after the part that is inspected", `${"word ".repeat(4001)}\n${letter.join("\n")}`],
  ])("%s", (_what, text) => {
    expect(looksLikeLetter(text)).toBe(false);
  });
});

test("a long line of spaces takes no time", () => {
  const started = performance.now();
  looksLikeLetter(`CLINICAL${" ".repeat(1_000_000)}CASE`);
  expect(performance.now() - started).toBeLessThan(200);
});

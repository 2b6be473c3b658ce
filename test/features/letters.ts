/** Tiny letters in the real form, and what the feature tests share. */
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter } from "../../server/src/letter/types.ts";

/** A whole letter of 2015 with these issues. */
export const letterWith = (...issueLines: string[]): string =>
  [
    "Case Number: CM15-0990001",
    "Date Assigned: 02/10/2015          Date of Injury: 06/01/2012",
    "",
    "HOW THE IMR FINAL DETERMINATION WAS MADE",
    "MAXIMUS Federal Services sent the complete case file to an expert reviewer.",
    "",
    "The Expert Reviewer has the following credentials:",
    "State(s) of Licensure: California",
    "Certification(s)/Specialty: Family Medicine",
    "",
    "CLINICAL CASE SUMMARY",
    "The expert reviewer developed the following clinical case summary based on a review of the",
    "case file, including all medical records:",
    "",
    "This is a 41 year old female who takes Flexeril 7.5 mg #30 and naproxen.",
    "",
    "IMR ISSUES, DECISIONS AND RATIONALES",
    "The Final Determination was based on decisions for the disputed items/services set forth below:",
    "",
    ...issueLines,
    "",
  ].join("\n");

export const flexeril = [
  "Flexeril 7.5mg, #90: Upheld",
  "",
  "Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines",
  "MUSCLE RELAXANTS (FOR PAIN) Page(s): 63.",
  "",
  "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 41-42, 63.",
  "",
  "Decision rationale: The MTUS recommends a short course. The employee has used it for a year. Therefore,",
  "the request for Flexeril 7.5mg #90 is not medically necessary.",
];

export const mri = [
  "MRI of the lumbar spine: Overturned",
  "",
  "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its",
  "decision.",
  "",
  "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.",
  "",
  "Decision rationale: ACOEM recommends an MRI for red flags. The records show them. It is medically necessary.",
];

/** Runs the same feature over the text with each kind of line end; the three answers should be one. */
export function withEachLineEnd<T>(text: string, feature: (letter: Letter) => T): T[] {
  return ["\n", "\r\n", "\r"].map((lineEnd) => feature(parse(text.replaceAll("\n", lineEnd))));
}

/** 1-based, so that failures name the line an editor shows. */
export function lineOf(text: string, offset: number): number {
  return (text.slice(0, offset).match(/\r\n|\r|\n/g) ?? []).length + 1;
}

/** The fixed wording of the letters' forms: headings, labels, chapter names. */

import { sections } from "./standardWording.ts";
import type { FrontMatterField, LetterForm, PartKind, SectionKind } from "./types.ts";

export interface HeadingForm {
  readonly kind: SectionKind;
  /** The generation that the heading alone gives away. */
  readonly generation?: LetterForm;
}

/** Section headings, upper case, without a closing colon. Those of two lines are joined by a space. */
export const headingPatterns: ReadonlyMap<string, HeadingForm> = new Map<string, HeadingForm>([
  [sections.how.heading, { kind: "how" }],
  ["DOCUMENTS REVIEWED", { kind: "documents" }],
  [sections.summary.heading, { kind: "summary" }],
  [sections.issues.heading, { kind: "issues" }],
  ["IMR ISSUES, DECISIONS, AND RATIONALES", { kind: "issues" }],
  ["IMR ISSUES, DECISIONS & RATIONALES", { kind: "issues" }],
  ["IMR DECISION(S) AND RATIONALE(S)", { kind: "issues", generation: "G2" }],
  ["IMR DECISIONS AND RATIONALES", { kind: "issues", generation: "G2" }],

  ["NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION", { kind: "other", generation: "G1" }],
  ["INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", { kind: "issues", generation: "G1" }],
  ["MEDICAL QUALIFICATIONS OF THE EXPERT REVIEWER", { kind: "how", generation: "G1" }],
  ["CASE SUMMARY", { kind: "summary" }],
  ["EXPERT REVIEWER CASE SUMMARY", { kind: "summary", generation: "G1" }],
  ["DISCLAIMER", { kind: "other" }],
  ["DOCUMENTS REVIEWED FOR DETERMINATION", { kind: "documents" }],

  ["MEDICAL PROFESSIONAL REVIEW", { kind: "other", generation: "GX" }],
  ["ISSUE AT DISPUTE", { kind: "issues", generation: "GX" }],
  [
    "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY",
    { kind: "other", generation: "GX" },
  ],
  [
    "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY",
    { kind: "other", generation: "GX" },
  ],
  ["MEDICAL REVIEWER QUALIFICATIONS", { kind: "how", generation: "GX" }],
]);

export const longestHeading = Math.max(...[...headingPatterns.keys()].map((h) => h.length)) + 1;

export const partKinds: readonly PartKind[] = ["claims", "reviewer", "rationale"];
/** The start of a part's label: a group for each kind, in that order. A colon, or the line's end, has to follow. */
export const partLabel =
  /(Claims +Administrator(?:'s|\u2019s)? +guidelines?)|((?:MAXIMUS|Expert +Reviewer(?:'s|\u2019s)?) +guidelines?)|(Decision +rationale)/iy;

export const frontMatterFields: readonly FrontMatterField[] = [
  "caseNumber",
  "dateAssigned",
  "dateOfInjury",
  "decisionDate",
  "urDenialDate",
  "priority",
  "applicationReceived",
];
/** The label of a field: a group for each, in that order. The last one's words may be divided. */
export const frontMatterLabel =
  /\b(?:(Case Number ?:)|(Date Assigned ?:)|(Date of Injury ?:)|(Decision Date ?:)|(UR Denial Date ?:)|(Priority ?:)|(Application(?: Received ?:)?))/gi;

/** Chapters of the MTUS as citations name them; longer names first where one starts another. */
export const mtusChapters: readonly string[] = [
  "Chronic Pain Medical Treatment",
  "Chronic Pain Treatment",
  "Acupuncture Medical Treatment",
  "Acupuncture Treatment",
  "Postsurgical Treatment",
  "Post-Surgical Treatment",
  "Opioids Treatment",
  "Opioid Treatment",
  "General Approaches",
  "Initial Approaches to Treatment",
  "Neck and Upper Back Complaints",
  "Shoulder Complaints",
  "Elbow Complaints",
  "Elbow Disorders",
  "Forearm, Wrist, and Hand Complaints",
  "Forearm, Wrist and Hand Complaints",
  "Low Back Complaints",
  "Knee Complaints",
  "Ankle and Foot Complaints",
  "Stress-Related Conditions",
  "Stress Related Conditions",
  "Eye",
];

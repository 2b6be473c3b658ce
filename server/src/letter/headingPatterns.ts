/** The headings, labels, and chapter names of letters of all forms. */

import { sections } from "./standardWording.ts";
import type { FrontMatterField, LetterForm, PartKind, SectionKind } from "./types.ts";

export interface HeadingType {
  readonly kind: SectionKind;
  /** The form of letters that have this heading, if no others do. */
  readonly form?: LetterForm;
  /** The part of the issue that the section is, in a form whose parts are sections. */
  readonly part?: PartKind;
}

/** Section headings in upper case, without a closing colon. Headings of two lines are joined by a space. */
export const headingPatterns: ReadonlyMap<string, HeadingType> = new Map<string, HeadingType>([
  [sections.how.heading, { kind: "how" }],
  ["DOCUMENTS REVIEWED", { kind: "documents" }],
  [sections.summary.heading, { kind: "summary" }],
  [sections.issues.heading, { kind: "issues" }],
  ["IMR ISSUES, DECISIONS, AND RATIONALES", { kind: "issues" }],
  ["IMR ISSUES, DECISIONS & RATIONALES", { kind: "issues" }],
  ["IMR DECISION(S) AND RATIONALE(S)", { kind: "issues", form: "G2" }],
  ["IMR DECISIONS AND RATIONALES", { kind: "issues", form: "G2" }],

  ["NOTICE OF INDEPENDENT MEDICAL REVIEW DETERMINATION", { kind: "other", form: "G1" }],
  ["INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE", { kind: "issues", form: "G1" }],
  ["MEDICAL QUALIFICATIONS OF THE EXPERT REVIEWER", { kind: "how", form: "G1" }],
  ["CASE SUMMARY", { kind: "summary" }],
  ["EXPERT REVIEWER CASE SUMMARY", { kind: "summary", form: "G1" }],
  ["DISCLAIMER", { kind: "other" }],
  ["DOCUMENTS REVIEWED FOR DETERMINATION", { kind: "documents" }],
  ["EFFECT OF THE DECISION", { kind: "other", form: "G1" }],

  ["MEDICAL PROFESSIONAL REVIEW", { kind: "other", form: "GX" }],
  ["ISSUE AT DISPUTE", { kind: "issues", form: "GX" }],
  [
    "MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY",
    { kind: "other", form: "GX", part: "reviewer" },
  ],
  [
    "RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY",
    { kind: "other", form: "GX", part: "rationale" },
  ],
  ["MEDICAL REVIEWER QUALIFICATIONS", { kind: "how", form: "GX" }],
]);

/** In UTF-16 units, with a closing colon. */
export const maxHeadingLength = Math.max(...[...headingPatterns.keys()].map((h) => h.length)) + 1;

export const partKinds: readonly PartKind[] = ["claims", "reviewer", "rationale"];
/** The start of a part's label, with a group for each of `partKinds`. A colon or the end of the line has to follow. */
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
/** The label of a field, with a group for each of `frontMatterFields`. The words of the last one may be apart. */
export const frontMatterLabel =
  /\b(?:(Case Number ?:)|(Date Assigned ?:)|(Date of Injury ?:)|(Decision Date ?:)|(UR Denial Date ?:)|(Priority ?:)|(Application(?: Received ?:)?))/gi;

/** Chapters of the MTUS as citations name them. A name that starts with another name comes before it. */
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
  "Neck and Upper Back Complaints",
  "Shoulder Complaints",
  "Elbow Complaints",
  "Forearm, Wrist, and Hand Complaints",
  "Low Back Complaints",
  "Knee Complaints",
  "Ankle and Foot Complaints",
  "Stress-Related Conditions",
  "Eye",
];

/**
 * Chapters of the MTUS since December 1, 2017. "Disorders" and a serial comma may be missing. A short name is only read as a
 * chapter with its year, because topics have the same names.
 */
export const laterChapters: readonly string[] = [
  "Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder",
  "Workplace Mental Health: Post-traumatic Stress Disorder and Acute Stress Disorder",
  "Workplace Mental Health: PTSD and Acute Stress Disorder",
  "Workplace Mental Health: Depressive Disorders",
  "Workplace Mental Health: Anxiety Disorders",
  "Workplace Mental Health: Introduction",
  "Introduction to the Workplace Mental Health",
  "Introduction to Workplace Mental Health",
  "Posttraumatic Stress Disorder and Acute Stress Disorder",
  "Post-traumatic Stress Disorder and Acute Stress Disorder",
  "PTSD and Acute Stress Disorder",
  "Depressive Disorders",
  "Anxiety Disorders",
  "General Approach to Initial Assessment and Documentation",
  "Cornerstones of Disability Prevention and Management",
  "Initial Approaches to Treatment",
  "Cervical and Thoracic Spine Disorders",
  "Hand, Wrist, and Forearm Disorders",
  "Ankle and Foot Disorders",
  "Hip and Groin Disorders",
  "Low Back Disorders",
  "Shoulder Disorders",
  "Elbow Disorders",
  "Knee Disorders",
  "Eye Disorders",
  "Occupational/Work-Related Asthma Medical Treatment",
  "Occupational/Work-Related Asthma",
  "Occupational Interstitial Lung Disease",
  "Traumatic Brain Injury",
  "Coronavirus (COVID-19)",
  "Coronavirus",
  "COVID-19",
  "Chronic Pain",
  "Opioids",
  "Antiemetics",
  "Cannabis",
  "Prevention",
];

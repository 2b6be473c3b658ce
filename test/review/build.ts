/** Small letters in the real form, any part of which a test may replace or leave out. */

/** Whole sections; an empty string leaves a section out. */
export interface LetterParts {
  readonly details?: string;
  readonly how?: string;
  readonly summary?: string;
  /** The heading of the issues section with its fixed sentence. */
  readonly issuesHeading?: string;
  readonly issues?: readonly string[];
}

/** Whole paragraphs; an empty string leaves one out. */
export interface IssueParts {
  readonly heading?: string;
  readonly claims?: string;
  readonly reviewer?: string;
  readonly rationale?: string;
}

const details = `Case Number:          CM16-0990100
Date Assigned:        05/09/2016                      Date of Injury:      09/14/2013
Decision Date:        06/10/2016                      UR Denial Date:      04/12/2016
Priority:             Standard                        Application          04/28/2016
                                                      Received:`;

export const howText = `MAXIMUS Federal Services sent the complete case file to an expert reviewer. He/she has no
affiliation with the employer, employee, providers or the claims administrator.`;

export const credentials = `The Expert Reviewer has the following credentials:
State(s) of Licensure: California
Certification(s)/Specialty: Family Medicine`;

export const how = `HOW THE IMR FINAL DETERMINATION WAS MADE
${howText}

${credentials}`;

export const summaryIntroduction = `The expert reviewer developed the following clinical case summary based on a review of the case
file, including all medical records:`;

export const summary = `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female who sustained an industrial injury on 09/14/2013. The
diagnosis is a strain of the low back. Utilization review dated 04/12/2016 non-certified the
request.`;

export const issuesIntroduction =
  "The Final Determination was based on decisions for the disputed items/services set forth below:";

export const issuesHeading = `IMR ISSUES, DECISIONS AND RATIONALES
${issuesIntroduction}`;

/** All that a rationale says before it concludes, of whatever treatment. */
export const reasons = `The MTUS asks that this treatment be given only while it helps. The employee has had
it for two years without relief.`;

/** An issue that lacks nothing, whatever treatment its heading names. */
export function issue(parts: IssueParts = {}): string {
  const whole: Required<IssueParts> = {
    heading: "Naproxen 500mg #60: Upheld",
    claims:
      "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009,\nSection(s): Medications for chronic pain.",
    reviewer:
      "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):\nMedications for chronic pain.",
    rationale: `Decision rationale: ${reasons} Therefore, the request is not medically necessary.`,
    ...parts,
  };
  return joined([whole.heading, whole.claims, whole.reviewer, whole.rationale]);
}

/** A letter that lacks nothing. */
export function letter(parts: LetterParts = {}): string {
  const whole: Required<LetterParts> = { details, how, summary, issuesHeading, issues: [issue()], ...parts };
  return `${joined([whole.details, whole.how, whole.summary, whole.issuesHeading, ...whole.issues])}\n`;
}

const joined = (paragraphs: readonly string[]): string => paragraphs.filter((p) => p !== "").join("\n\n");

/** The forms that other sections make up. */
export const olderForms: Readonly<Record<string, string>> = {
  "2013": `Notice of Independent Medical Review Determination
Dated: 9/3/2013

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE
An application was filed.
1) MAXIMUS Federal Services, Inc. has determined the request for naproxen is not medically necessary
and appropriate.

Medical Qualifications of the Expert Reviewer:
The Medical Doctor who made the decision has no affiliation with the employer.

Case Summary:
The patient is a man of 50.

1) Regarding the request for naproxen:
Rationale for the Decision:
The guideline asks for the lowest dose. The request is not medically necessary and appropriate.
`,
  "early 2014": `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review

HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to a physician reviewer.

DOCUMENTS REVIEWED
Medical records

IMR DECISION(S) AND RATIONALE(S)
The Final Determination was based on decisions for the disputed items/services set forth below:

1. Naproxen 500mg #60 is not medically necessary and appropriate.

The Claims Administrator based its decision on the MTUS Chronic Pain Guidelines, page 67.

The Physician Reviewer's decision rationale:
The guideline asks for the lowest dose. The request is not medically necessary and appropriate.
`,
  "other reviewers": `MEDICAL PROFESSIONAL REVIEW

ISSUE AT DISPUTE: Naproxen

CASE SUMMARY:
The patient is a man of 50.

RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT
MEDICALLY NECESSARY:
The request is medically necessary.
`,
};

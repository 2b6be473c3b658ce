/** The fixed wording of new letters, in the forms in use since 2014. `headingPatterns.ts` has what letters of all forms are read by. */
import type { DecisionOutcome, FrontMatterField, PartKind } from "./types.ts";

/** Letters of 2014 cite by pages, letters of 2016 by sections, and those since 2018 newer guidelines by sections. */
export const templateForms = ["2018", "2016", "2014"] as const;
export type TemplateForm = (typeof templateForms)[number];

/** The labels of the case details, in order. */
export const caseDetails: Readonly<Record<FrontMatterField, string>> = {
  caseNumber: "Case Number:",
  dateAssigned: "Date Assigned:",
  dateOfInjury: "Date of Injury:",
  decisionDate: "Decision Date:",
  urDenialDate: "UR Denial Date:",
  priority: "Priority:",
  applicationReceived: "Application Received:",
};

/** The labels of the parts of an issue. */
export const labels: Readonly<Record<PartKind, string>> = {
  claims: "Claims Administrator guideline:",
  reviewer: "MAXIMUS guideline:",
  rationale: "Decision rationale:",
};

/** The sections, in order, each with the fixed sentence below its heading. */
export const sections = {
  how: {
    heading: "HOW THE IMR FINAL DETERMINATION WAS MADE",
    opening: "MAXIMUS Federal Services sent the complete case file to an expert reviewer.",
  },
  summary: {
    heading: "CLINICAL CASE SUMMARY",
    opening:
      "The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records:",
  },
  issues: {
    heading: "IMR ISSUES, DECISIONS AND RATIONALES",
    opening:
      "The Final Determination was based on decisions for the disputed items/services set forth below:",
  },
} as const;

/** How letters of each form call what is in dispute. */
const disputed: Readonly<Record<TemplateForm, string>> = {
  "2014": "disputed items/services",
  "2016": "disputed items/Service",
  "2018": "disputed items/Service",
};

/** The whole paragraph about how the review was made. */
export const howParagraph = (form: TemplateForm): string =>
  [
    sections.how.opening,
    "He/she has no affiliation with the employer, employee, providers or the claims administrator.",
    "He/she has been in active clinical practice for more than five years and is currently working at least 24 hours a week in active practice.",
    `The expert reviewer was selected based on his/her clinical experience, education, background, and expertise in the same or similar specialties that evaluate and/or treat the medical condition and ${disputed[form]}.`,
    "He/she is familiar with governing laws and regulations, including the strength of evidence hierarchy that applies to Independent Medical Review determinations.",
  ].join(" ");

/** The lines of the reviewer's credentials. */
export const credentials = {
  opening: "The Expert Reviewer has the following credentials:",
  licensure: "State(s) of Licensure:",
  specialty: "Certification(s)/Specialty:",
} as const;

/** Those who rely on guidelines, as the fixed sentences name them. */
export const parties = { claims: "Claims Administrator", reviewer: "Expert Reviewer" } as const;

/** What introduces a citation: "Decision based on MTUS …", "Decision based on Non-MTUS Citation …". */
export const basedOn = "Decision based on";

/** What introduces a source outside the MTUS, after `basedOn`. */
export const nonMtus = "Non-MTUS Citation";

/** "The Expert Reviewer did not cite any medical evidence for its decision." */
export const citesNothing = (kind: "claims" | "reviewer"): string =>
  `The ${parties[kind]} did not cite any medical evidence for its decision.`;

/** The sentence before a citation outside the MTUS. */
export const outsideMtus = (kind: "claims" | "reviewer"): string =>
  `The ${parties[kind]} based their decision on recommendation(s) outside of the MTUS Guidelines.`;

/** The two decisions, as headings end with them. */
export const decisions: Readonly<Record<DecisionOutcome, string>> = {
  upheld: "Upheld",
  overturned: "Overturned",
};

/** The decision in a template while nothing is decided. The review reports it as a missing decision. */
export const undecided = "pending";

/** What the conclusion says about the request, by decision. */
export const necessity: Readonly<Record<DecisionOutcome, string>> = {
  upheld: "not medically necessary",
  overturned: "medically necessary",
};

/** The sentence that concludes a rationale. `verdict` is usually one of `necessity`. */
export const conclusion = (treatment: string, verdict: string): string =>
  `Therefore, the request for ${treatment} is ${verdict}.`;

/** The heading of a partly authorized request, without the decision. */
export const partlyAuthorized = (original: string, authorized: string, remaining: string): string =>
  `${original} was the original request. ${authorized} was authorized by the ${parties.claims}. The remaining IMR eligible portion of the original request, ${remaining} is`;

/** A placeholder that shows these words until it is filled in. No finished letter has them in that place. */
export interface Placeholder {
  readonly words: string;
  /** The text before and after them. */
  readonly before?: string;
  readonly after?: string;
}

/** The placeholders of a new letter. They don't include words that a summary may have, such as "medications, therapy and procedures". */
export const placeholders = {
  caseNumber: { words: "CMyy-nnnnnnn" },
  date: { words: "MM/DD/YYYY" },
  licensure: { before: `${credentials.licensure} `, words: "state" },
  specialty: { before: `${credentials.specialty} `, words: "specialty" },
  age: { before: "is a ", words: "age", after: " year old" },
  sex: { before: " year old ", words: "sex", after: " who" },
  mechanism: { before: "when ", words: "how it happened" },
  diagnoses: { before: "Diagnoses include ", words: "diagnoses" },
  note: { before: "records ", words: "complaints, examination and plan" },
  review: { words: "what it decided, and on which requests" },
  treatment: { words: "strength and count" },
} as const satisfies Record<string, Placeholder>;

/** The placeholders of a citation. */
export const sourcePlaceholders = {
  guideline: "Guideline",
  topic: "topic",
  section: "section",
} as const;

/** The placeholders for the sentences of a rationale. */
export const sentencePlaceholders = {
  whyNotMtus: "Why the MTUS does not settle this request.",
  criterion: "What is asked for before it is approved.",
  check: "[Check this against the guideline.]",
  history: "Diagnosis and history.",
  drugUse: "Use so far, and its effect on pain and function.",
  earlierTreatment: "Earlier treatment and the response to it.",
  tests: "Examination and test results.",
  upheld: "How this falls short of what is asked for.",
  overturned: "How this meets what is asked for.",
  undecided: "How this compares with what is asked for.",
  guidelineAsks: "What the guideline asks for.",
  recordsShow: "What the records show of this employee.",
} as const;

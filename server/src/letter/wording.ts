/** The fixed wording of a letter that is being written, in the form in use since 2014. `forms.ts` reads all forms. */
import type { PartKind } from "./types.ts";

/** What stands before each part of an issue. */
export const labels: Readonly<Record<PartKind, string>> = {
  claims: "Claims Administrator guideline:",
  reviewer: "MAXIMUS guideline:",
  rationale: "Decision rationale:",
};

/** The sections in their order, each with the fixed sentence below its heading. */
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

/** Who relies on a guideline, as the fixed sentences name them. */
const parties = { claims: "Claims Administrator", reviewer: "Expert Reviewer" } as const;

/** "The Expert Reviewer did not cite any medical evidence for its decision." */
export const citesNothing = (kind: "claims" | "reviewer"): string =>
  `The ${parties[kind]} did not cite any medical evidence for its decision.`;

/** What stands before a citation from outside the MTUS. */
export const outsideMtus = (kind: "claims" | "reviewer"): string =>
  `The ${parties[kind]} based their decision on recommendation(s) outside of the MTUS Guidelines.`;

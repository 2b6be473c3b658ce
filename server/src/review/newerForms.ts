/** The rules that ask for what letters have only since mid-2014. */
import type { Rule } from "./types.ts";

/** Besides those that report missing content: how a letter cites, and in which order it has its parts. */
const rulesOfNewerForms: ReadonlySet<string> = new Set([
  "citation/edition",
  "citation/incomplete",
  "citation/other-party",
  "citation/other-treatment",
  "citation/outside-mtus",
  "citation/section",
  "citation/silent-mtus",
  "citation/uncited-source",
  "issue/part-order",
  "issue/repeated-part",
  "letter/section-order",
  "rationale/treatment-not-named",
]);

export const isOfNewerForms = ({ id, isMissingContent }: Rule): boolean =>
  isMissingContent === true || rulesOfNewerForms.has(id);

/**
 * What a sentence says about a fact that it mentions: whose fact it is, when it holds, and how sure it is. The names are those
 * of ConText and of the i2b2 assertion classes.
 */

/** Whose fact it is. "People" are people in general: "patients under the age of 40". */
export type Experiencer =
  | "employee"
  | "provider"
  | "reviewer"
  | "relative"
  | "otherPerson"
  | "study"
  | "people"
  | "thing";

/** When it holds. What belongs to another claim or another request isn't a fact of this letter, whenever it holds. */
export type Temporality = "current" | "past" | "planned" | "otherClaim" | "otherRequest";

/** How sure it is. "Quoted" is what a guideline or a study states. */
export type Certainty = "stated" | "denied" | "conditional" | "quoted";

export interface Assertion {
  readonly experiencer: Experiencer;
  readonly temporality: Temporality;
  readonly certainty: Certainty;
}

/** What holds if nothing in the sentence says otherwise. */
export const plainAssertion: Assertion = {
  experiencer: "employee",
  temporality: "current",
  certainty: "stated",
};

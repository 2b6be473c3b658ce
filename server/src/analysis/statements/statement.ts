/** A fact that a letter states, with its value and its place. */
import type { Span } from "../../base/span.ts";
import type { Assertion } from "../../letter/context/assertion.ts";
import type { Issue } from "../../letter/types.ts";

/** Who states it. The utilization review and providers are quoted by the summary or by a rationale. */
export type Source = "caseDetails" | "summary" | "utilizationReview" | "guideline" | "provider" | "reviewer";

/** The part of the letter that states it. */
export type Place = "caseDetails" | "summary" | "heading" | "claims" | "reviewer" | "rationale";

/** The span is that of the value's own words, in the text of the letter. */
export interface Statement<T> extends Span {
  readonly value: T;
  readonly place: Place;
  /** The issue that the place belongs to; undefined for case details and summary. */
  readonly issue: Issue | undefined;
  readonly source: Source;
  readonly assertion: Assertion;
}

const placeNames: Readonly<Record<Place, string>> = {
  caseDetails: "the case details",
  summary: "the case summary",
  heading: "the heading",
  claims: "the claims administrator's guideline",
  reviewer: "the reviewer's guideline",
  rationale: "the rationale",
};

/** The place as messages name it: "the case summary", "the rationale of issue 2". */
export function placeName({ place, issue }: Pick<Statement<unknown>, "place" | "issue">): string {
  return issue ? `${placeNames[place]} of issue ${issue.index + 1}` : placeNames[place];
}

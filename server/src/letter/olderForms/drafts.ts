/** What the readers of the older forms share: issues before they're numbered, and places in the flat text. */
import type { FlatText } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Decision, Heading, Issue } from "../types.ts";
import { type OlderParts, partsOf } from "./parts.ts";

export interface Draft {
  readonly heading: Omit<Heading, "request" | "partlyAuthorized">;
  readonly parts: OlderParts;
}

export const noParts = partsOf([]);

export function issueOf({ heading, parts }: Draft, index: number): Issue {
  const end = Math.max(heading.span.end, parts.parts.at(-1)?.span.end ?? 0);
  return {
    index,
    span: { start: heading.span.start, end },
    heading: { ...heading, request: heading.treatmentSpan, partlyAuthorized: false },
    ...parts,
  };
}

/** A heading. Where the letter has no decision apart from its rationale, the conclusion is the decision. */
export function headingOf(
  { text, span: toSpan }: FlatText,
  span: Span,
  [start, end]: readonly [start: number, end: number],
  decision: Decision | undefined,
  { rationale }: OlderParts,
): Draft["heading"] {
  const concluded = rationale?.conclusion;
  return {
    span,
    treatment: text.slice(start, end),
    treatmentSpan: toSpan(start, end),
    decision:
      decision ??
      (concluded && {
        span: concluded.span,
        text: concluded.necessary ? "medically necessary" : "not medically necessary",
        outcome: concluded.necessary ? "overturned" : "upheld",
      }),
  };
}

/** In UTF-16 units. */
export const longestHeading = 1500;

/** "1. ", "2) ". */
export const numbering = /(?<![\d.])(\d{1,2}) ?[).] (?=\S)/g;

/** What follows the last issue. */
export const closing =
  /\b(?:Effect of the Decision ?:|The determination of MAXIMUS Federal Services|(?:Disclaimer ?: ?)?MAXIMUS is providing an independent|Sincerely ?,|cc ?:)/i;

/** The offset in the flat text of an offset in the text, between two others. */
export function firstAt(flat: FlatText, offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flat.span(middle, middle + 1).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Operators that put sentences into a rationale that stand against its decision. */

import type { Issue } from "../../../server/src/letter/types.ts";
import { type Edit, type Operator, perIssue } from "./breaking.ts";

/** The sentence before the conclusion, which agrees with the decision. */
function beforeConclusion(
  { heading, rationale }: Issue,
  upheld: string,
  overturned: string,
): readonly Edit[][] {
  const outcome = heading.decision?.outcome;
  const conclusion = rationale?.conclusion;
  if (!outcome || !conclusion || conclusion.necessary !== (outcome === "overturned")) return [];
  const at = conclusion.span.start;
  return [[{ start: at, end: at, text: `${outcome === "upheld" ? upheld : overturned} ` }]];
}

export const stanceOperators: readonly Operator[] = [
  perIssue("recommend the contrary", (issue) =>
    beforeConclusion(
      issue,
      "I recommend that the denial be overturned.",
      "I recommend that the denial be upheld.",
    ),
  ),
  perIssue("side with the other party", (issue) =>
    beforeConclusion(issue, "I disagree with the utilization review.", "I concur with the denial."),
  ),
  perIssue("decide on the request to the contrary", (issue) =>
    beforeConclusion(issue, "The request is authorized.", "The request is non-certified."),
  ),
  perIssue("put a drug into another class", ({ rationale }) => {
    const at = rationale?.conclusion?.span.start;
    return at === undefined ? [] : [[{ start: at, end: at, text: "Gabapentin is an NSAID. " }]];
  }),
];

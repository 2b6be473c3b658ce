/** Rules on facts that contradict each other. */
import type { Letter } from "../letter/types.ts";
import { finding } from "./finding.ts";
import type { Finding, Rule } from "./types.ts";

function decisionAgainstConclusion(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap(({ heading, rationale }) => {
    const decision = heading.decision;
    const conclusion = rationale?.conclusion;
    if (!decision?.outcome || !conclusion) return [];
    const upheld = decision.outcome === "upheld";
    if (upheld !== conclusion.necessary) return [];
    const says = conclusion.necessary ? "medically necessary" : "not medically necessary";
    const means = upheld ? "Upheld (the denial stands)" : "Overturned (the treatment is granted)";
    return [
      finding(
        decision.span,
        `The heading says ${means}, but the rationale concludes that the treatment is ${says}.`,
        [{ ...conclusion.span, message: `The conclusion: ${says}.` }],
      ),
    ];
  });
}

export const consistencyRules: readonly Rule[] = [
  {
    id: "consistency/decision",
    severity: "warning",
    title: "Decision and conclusion contradict each other",
    law: "Labor Code 4610.6(h)",
    check: decisionAgainstConclusion,
  },
];

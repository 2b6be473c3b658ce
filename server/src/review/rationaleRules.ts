/** Rules on what a rationale says. */
import type { Letter } from "../letter/types.ts";
import { finding } from "./finding.ts";
import { isWritten } from "./missing.ts";
import type { Finding, Rule } from "./types.ts";

function noConclusion(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap(({ rationale }) => {
    if (!rationale || !isWritten(rationale) || rationale.conclusion) return [];
    return [
      finding(rationale.label, "The rationale never says whether the treatment is medically necessary."),
    ];
  });
}

export const rationaleRules: readonly Rule[] = [
  {
    id: "rationale/no-conclusion",
    severity: "warning",
    title: "The rationale does not say whether the treatment is medically necessary",
    law: "Labor Code 4610.6(e)",
    check: noConclusion,
  },
];

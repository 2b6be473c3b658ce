/** Compares what a rationale says of the employee's findings and states with what the case summary says of them. */
import { type FindingValue, findingConflicts } from "../../analysis/statements/findings.ts";
import type { Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { type Agreement, disagreement } from "./agreement.ts";
import { matchFindings } from "./finding.ts";

const agreement: Agreement<FindingValue> = {
  agree: (a, b) => a.name === b.name && a.value === b.value,
  name: ({ value }) => value,
  message: (stated, reference, where) => `${stated} here, but ${reference} in ${where}.`,
  related: (where) => `This is in ${where}.`,
};

export const contradictoryFindings = (letter: Letter): readonly Finding[] =>
  matchFindings(findingConflicts(letter), ({ stated, reference }) => {
    const { name } = stated.value;
    const row: Agreement<FindingValue> = {
      ...agreement,
      message: (is, other, where) => `${name}: ${is} in the rationale, but ${other} in ${where}.`,
    };
    const finding = disagreement(row, stated, reference);
    return finding ? [finding] : [];
  });

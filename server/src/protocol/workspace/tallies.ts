/** How often the letters uphold or overturn each treatment. */

import type { Treatment } from "../../analysis/treatmentKey.ts";
import type { IndexedIssue } from "../../features/workspace/indexEntry.ts";

export interface Tally {
  readonly upheld: number;
  readonly overturned: number;
  /** All issues, including those with another decision or none. */
  readonly issues: number;
}

export type Tallies = ReadonlyMap<Treatment, Tally>;

const none: Tally = { upheld: 0, overturned: 0, issues: 0 };

/** Counts the issues of these letters. An issue about several treatments counts for each of them. */
export function tallyLetters(
  letters: Iterable<{ readonly issues: readonly Pick<IndexedIssue, "treatment" | "decision">[] }>,
  treatmentsIn: (heading: string) => readonly Treatment[],
): Tallies {
  const tallies = new Map<Treatment, Tally>();
  for (const { issues } of letters) {
    for (const { treatment: heading, decision } of issues) {
      const one = {
        upheld: decision === "Upheld" ? 1 : 0,
        overturned: decision === "Overturned" ? 1 : 0,
        issues: 1,
      };
      for (const treatment of treatmentsIn(heading))
        tallies.set(treatment, sum(tallies.get(treatment) ?? none, one));
    }
  }
  return tallies;
}

/** The sum of several tallies of a treatment. */
export const totalOf = (treatment: Treatment, ...all: readonly Tallies[]): Tally =>
  all.reduce((total, tallies) => sum(total, tallies.get(treatment) ?? none), none);

const sum = (a: Tally, b: Tally): Tally => ({
  upheld: a.upheld + b.upheld,
  overturned: a.overturned + b.overturned,
  issues: a.issues + b.issues,
});

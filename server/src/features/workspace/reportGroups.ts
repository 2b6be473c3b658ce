/** Counts decisions, of all issues of a report or of groups of them. */

export interface Decisions {
  readonly issues: number;
  readonly letters: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Other words in place of the decision. */
  readonly other: number;
  /** No decision. */
  readonly none: number;
}

export interface Group extends Decisions {
  /** Unique among its groups. */
  readonly key: string;
  readonly name: string;
}

/** The counted properties of an issue. */
interface Decided {
  /** The index of its letter. */
  readonly letter: number;
  /** Null if there is none. */
  readonly decision: string | null;
}

export const decisionsOf = (issues: readonly Decided[]): Decisions => {
  const count = counter();
  for (const issue of issues) count.add(issue);
  return count.sum();
};

/** Counts issues by group, the largest group first. An issue counts in each of its groups. */
export function groups<T extends Decided>(
  issues: readonly T[],
  keysOf: (issue: T) => string | readonly string[],
): readonly Group[] {
  const counters = new Map<string, ReturnType<typeof counter>>();
  for (const issue of issues) {
    for (const key of [keysOf(issue)].flat()) {
      const known = counters.get(key) ?? counter();
      known.add(issue);
      counters.set(key, known);
    }
  }
  return [...counters]
    .map(([key, { sum }]) => ({ key, name: key, ...sum() }))
    .sort((a, b) => b.issues - a.issues || (a.key < b.key ? -1 : 1));
}

/** The number of letters with an issue for which `is` returns true. */
export const counted = <T extends Decided>(issues: readonly T[], is: (issue: T) => boolean): number =>
  decisionsOf(issues.filter(is)).letters;

/** Expects the issues of a letter one after the other. */
function counter() {
  const sum = { issues: 0, letters: 0, upheld: 0, overturned: 0, other: 0, none: 0 };
  let last = -1;
  return {
    add({ letter, decision }: Decided): void {
      sum.issues++;
      if (letter !== last) sum.letters++;
      last = letter;
      sum[outcomeOf(decision)]++;
    },
    sum: (): Decisions => ({ ...sum }),
  };
}

export function outcomeOf(decision: string | null): "upheld" | "overturned" | "other" | "none" {
  if (decision === null) return "none";
  if (decision === "Upheld") return "upheld";
  return decision === "Overturned" ? "overturned" : "other";
}

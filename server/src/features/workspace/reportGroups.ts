/** Counts of decisions, for all issues of a report or for each of their groups. */

export interface Decisions {
  readonly issues: number;
  readonly letters: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Other words stand where the decision should. */
  readonly other: number;
  /** Nothing stands there. */
  readonly none: number;
}

export interface Group extends Decisions {
  /** Unique among its groups. */
  readonly key: string;
  readonly name: string;
}

/** What is counted of an issue. */
interface Decided {
  /** Which letter it stands in. */
  readonly letter: number;
  /** Null where none stands there. */
  readonly decision: string | null;
}

export const decisionsOf = (issues: readonly Decided[]): Decisions => {
  const count = counter();
  for (const issue of issues) count.add(issue);
  return count.sum();
};

/** An issue counts in each of its groups. The largest come first. */
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

/** How many letters have such an issue. */
export const counted = <T extends Decided>(issues: readonly T[], is: (issue: T) => boolean): number =>
  decisionsOf(issues.filter(is)).letters;

/** The issues of a letter come one after the other. */
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

/** Counts decisions, of all issues of a report or of groups of them. */
import { deepCopy } from "../../base/deepCopy.ts";

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
  /** Null if there is none. */
  readonly decision: string | null;
}

export interface DecisionCounter {
  /** Expects the issues of a letter one after the other. `letter`: the index of the letter. */
  add(letter: number, issue: Decided): void;
  readonly sum: Decisions;
}

export interface GroupCounter {
  /** Counts an issue in each of its groups. Returns how many issues the smallest of these has now. */
  add(letter: number, issue: Decided, keys: readonly string[]): number;
  /** The largest group first. */
  finish(): readonly Group[];
}

/** No table can be read that has more rows, and no memory holds the names of any number of groups. */
export const maxGroups = 1000;
/** What groups are counted as that are found after these. */
export const furtherGroups = "others";

export function createGroupCounter(): GroupCounter {
  const counters = new Map<string, DecisionCounter>();
  function counterOf(key: string): DecisionCounter {
    const known = counters.get(key);
    if (known) return known;
    if (counters.size >= maxGroups && key !== furtherGroups) return counterOf(furtherGroups);
    const added = createDecisionCounter();
    counters.set(deepCopy(key), added);
    return added;
  }
  return {
    add(letter, issue, keys) {
      let fewest = Number.POSITIVE_INFINITY;
      for (const key of keys) {
        const counter = counterOf(key);
        counter.add(letter, issue);
        fewest = Math.min(fewest, counter.sum.issues);
      }
      return fewest;
    },
    finish: () =>
      [...counters]
        .map(([key, { sum }]) => ({ key, name: key, ...sum }))
        .sort((a, b) => b.issues - a.issues || (a.key < b.key ? -1 : 1)),
  };
}

export function createDecisionCounter(): DecisionCounter {
  const sum = { issues: 0, letters: 0, upheld: 0, overturned: 0, other: 0, none: 0 };
  let last = -1;
  return {
    sum,
    add(letter, { decision }) {
      sum.issues++;
      if (letter !== last) sum.letters++;
      last = letter;
      sum[outcomeOf(decision)]++;
    },
  };
}

export function outcomeOf(decision: string | null): "upheld" | "overturned" | "other" | "none" {
  if (decision === null) return "none";
  if (decision === "Upheld") return "upheld";
  return decision === "Overturned" ? "overturned" : "other";
}

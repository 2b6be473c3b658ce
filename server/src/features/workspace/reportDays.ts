/** Counts the days between the dates of cases, once for each letter. */
import type { CaseDays } from "../../review/caseDays.ts";

/** The days from one date of a case to the next, in all letters that state both. */
export interface DaysBetween {
  readonly between: keyof typeof intervals;
  readonly letters: number;
  readonly shortest: number;
  readonly median: number;
  readonly longest: number;
}

const intervals = {
  injuryToDenial: "daysInjuryToDenial",
  denialToApplication: "daysDenialToApplication",
  applicationToDecision: "daysApplicationToDecision",
} as const satisfies Readonly<Record<string, keyof CaseDays>>;

interface Case extends CaseDays {
  readonly caseNumber: string | null;
}

export interface DaysCounter {
  /** Expects the issues of a letter one after the other. `file` is the index of the file, which may have several letters. */
  add(file: number, issue: Case): void;
  finish(): readonly DaysBetween[];
}

export function createDaysCounter(): DaysCounter {
  const names = Object.keys(intervals) as (keyof typeof intervals)[];
  const found = new Map(names.map((name) => [name, [] as number[]]));
  let last = "";
  return {
    add(file, issue) {
      const letter = `${file} ${issue.caseNumber}`;
      if (letter === last) return;
      last = letter;
      for (const name of names) {
        const days = issue[intervals[name]];
        if (days !== null) found.get(name)?.push(days);
      }
    },
    finish: () => [...found].flatMap(([between, days]) => summaryOf(between, days)),
  };
}

function summaryOf(between: DaysBetween["between"], days: readonly number[]): readonly DaysBetween[] {
  const inOrder = days.toSorted((a, b) => a - b);
  const [shortest, longest] = [inOrder[0], inOrder.at(-1)];
  if (shortest === undefined || longest === undefined) return [];
  const middle = (inOrder.length - 1) / 2;
  const [lower = shortest, upper = shortest] = [inOrder[Math.floor(middle)], inOrder[Math.ceil(middle)]];
  return [{ between, letters: inOrder.length, shortest, median: (lower + upper) / 2, longest }];
}

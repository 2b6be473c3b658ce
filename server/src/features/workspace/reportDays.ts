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
  /** The number of letters by the number of days. */
  const found = new Map(names.map((name) => [name, new Map<number, number>()]));
  let last = "";
  return {
    add(file, issue) {
      const letter = `${file} ${issue.caseNumber}`;
      if (letter === last) return;
      last = letter;
      for (const [name, letters] of found) {
        const days = issue[intervals[name]];
        if (days !== null) letters.set(days, (letters.get(days) ?? 0) + 1);
      }
    },
    finish: () => [...found].flatMap(([between, letters]) => summaryOf(between, letters)),
  };
}

function summaryOf(
  between: DaysBetween["between"],
  lettersByDays: ReadonlyMap<number, number>,
): readonly DaysBetween[] {
  const inOrder = [...lettersByDays].sort(([a], [b]) => a - b);
  const [shortest, longest] = [inOrder[0]?.[0], inOrder.at(-1)?.[0]];
  if (shortest === undefined || longest === undefined) return [];
  const letters = inOrder.reduce((sum, [, count]) => sum + count, 0);
  /** The days of the letter at an index, of all letters in order. */
  const at = (index: number): number => {
    let before = 0;
    return inOrder.find(([, count]) => {
      before += count;
      return before > index;
    })?.[0] as number;
  };
  const middle = (letters - 1) / 2;
  return [
    { between, letters, shortest, median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, longest },
  ];
}

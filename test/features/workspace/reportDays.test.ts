import { expect, test } from "vitest";
import { createDaysCounter } from "../../../server/src/features/workspace/reportDays.ts";

const issue = (caseNumber: string | null, days: number | null) => ({
  caseNumber,
  daysInjuryToDenial: null,
  daysDenialToApplication: null,
  daysApplicationToDecision: days,
  lastDayToAppeal: null,
});

test("counts each letter once, and nothing that isn't stated", () => {
  const counter = createDaysCounter();
  counter.add(0, issue("CM16-1", 10));
  counter.add(0, issue("CM16-1", 10));
  counter.add(0, issue("CM16-2", 40));
  counter.add(1, issue("CM16-2", 11));
  counter.add(2, issue(null, null));
  counter.add(3, issue(null, 12));
  expect(counter.finish()).toEqual([
    { between: "applicationToDecision", letters: 4, shortest: 10, median: 11.5, longest: 40 },
  ]);
});

test("has the middle one of an odd number", () => {
  const counter = createDaysCounter();
  for (const [file, days] of [30, 2, 100].entries()) counter.add(file, issue(null, days));
  expect(counter.finish()).toMatchObject([{ shortest: 2, median: 30, longest: 100 }]);
});

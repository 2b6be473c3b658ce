/** Days between the dates of a case: only between dates that nothing contradicts. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { caseDaysOf } from "../../server/src/review/caseDays.ts";
import { letter } from "../fixture/letter.ts";

interface Dates {
  readonly injury?: string;
  readonly denial?: string;
  readonly received?: string;
  readonly assigned?: string;
  readonly decision?: string;
}

/** The days of a letter with these dates, and with this sentence in its case summary. */
function days(dates: Dates, sentence = "The injured worker is a 44 year old female with low back pain.") {
  const { injury, denial, received, assigned, decision } = {
    injury: "09/14/2013",
    denial: "04/12/2016",
    received: "04/28/2016",
    assigned: "05/09/2016",
    decision: "06/10/2016",
    ...dates,
  };
  const details = `Case Number: CM16-0990100
Date of Injury: ${injury}
UR Denial Date: ${denial}
Application Received: ${received}
Date Assigned: ${assigned}
Decision Date: ${decision}
Priority: Standard`;
  const summary = `CLINICAL CASE SUMMARY\n${sentence}`;
  const read = caseDaysOf(parse(letter({ details, summary })));
  const { daysInjuryToDenial, daysDenialToApplication, daysApplicationToDecision, lastDayToAppeal } = read;
  return [daysInjuryToDenial, daysDenialToApplication, daysApplicationToDecision, lastDayToAppeal];
}

test("are counted from date to date, over leap days and years", () => {
  expect(days({})).toEqual([941, 16, 43, "2016-07-10"]);
  expect(days({ decision: "12/05/2016" })).toEqual([941, 16, 221, "2017-01-04"]);
  expect(days({ denial: "04/28/2016" })).toEqual([957, 0, 43, "2016-07-10"]);
});

test("are counted from the last day of a cumulative trauma", () => {
  expect(days({ injury: "09/14/2012 - 09/14/2013" })[0]).toBe(941);
});

describe("are empty", () => {
  test.each<[string, Dates, readonly unknown[]]>([
    ["without a date of injury", { injury: "" }, [null, 16, 43, "2016-07-10"]],
    ["without a decision date", { decision: "" }, [941, 16, null, null]],
    ["if a date has no day", { decision: "June 2016" }, [941, 16, null, null]],
    ["if a date isn't on the calendar", { denial: "02/30/2016" }, [null, null, 43, "2016-07-10"]],
    ["if the injury is after the denial", { injury: "09/14/2016" }, [null, null, null, null]],
    ["if the denial is after the application", { denial: "05/01/2016" }, [null, null, null, "2016-07-10"]],
    ["if the decision is before the assignment", { decision: "05/02/2016" }, [941, 16, null, null]],
  ])("%s", (_, dates, expected) => {
    expect(days(dates)).toEqual(expected);
  });

  test("if the letter states another date of injury or of the review elsewhere", () => {
    expect(days({}, "The date of injury was 09/14/2012.")).toEqual([null, 16, 43, "2016-07-10"]);
    expect(days({}, "The date of injury was 09/14/2013.")).toEqual([941, 16, 43, "2016-07-10"]);
    expect(days({}, "Utilization review dated 04/15/2016 non-certified the request.")).toEqual([
      null,
      null,
      43,
      "2016-07-10",
    ]);
  });

  test("without case details", () => {
    expect(Object.values(caseDaysOf(parse("Buy milk.")))).toEqual([null, null, null, null]);
  });
});

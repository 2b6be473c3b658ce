import { describe, expect, it } from "vitest";
import { readFacts } from "../../server/src/letter/caseFacts.ts";
import { datesIn } from "../../server/src/letter/dates.ts";

const facts = (text: string) => readFacts(datesIn(text, { start: 0, end: text.length }));

describe("facts", () => {
  it.each([
    ["sustained an industrial injury on 05/13/2014 in a fall", "05/13/2014"],
    ["with a date of injury of January 8, 2011.", "January 8, 2011"],
    ["date of injury 2/23/01.", "2/23/01"],
    ["Date of injury: 11-09-2016", "11-09-2016"],
    ["was injured on 3-1-08 and", "3-1-08"],
    ["an injury that occurred on 10-\n17-16", "10-\n17-16"],
    ["injury reported on 4/5/2012", "4/5/2012"],
    ["DOI (4/5/2012)", "4/5/2012"],
    ["an injury in 08-2016", undefined],
    ["MRI of 05/13/2014 shows a tear", undefined],
    ["had surgery for the injury. Seen on 05/13/2014.", undefined],
  ])("injured: %j -> %j", (text, expected) => {
    const span = facts(text).dateOfInjury?.span;
    expect(span ? text.slice(span.start, span.end) : undefined).toBe(expected);
  });

  it.each([
    ["Utilization review dated 12/30/2016 non-certified it.", "12/30/2016"],
    ["On 12-30-2016, Utilization Review non-certified the request.", "12-30-2016"],
    ["On 12-30-2016 the patient came. Utilization Review denied it.", undefined],
    ["The UR determination dated December 30, 2016 denied it.", "December 30, 2016"],
    ["The original UR (12-16-2016) non-certified it.", "12-16-2016"],
    [
      "The request dated 12/01/2016 was non-certified by utilization review on December 20, 2016.",
      "December 20, 2016",
    ],
    ["The utilization review report, with a decision date of 01-05-2017, denied it.", "01-05-2017"],
    ["The request was denied on 01/05/2017.", "01/05/2017"],
    ["MRI was done on 01/05/2017.", undefined],
    ["A prior request for an MRI was denied on 01/05/2017.", undefined],
    [
      "A prior request for an MRI was denied on 01/05/2016; UR dated 01/05/2017 denied this one.",
      "01/05/2017",
    ],
    ["No date of utilization review is given.", undefined],
    [`UR ${"(".repeat(60)} 1/1/2015`, undefined],
  ])("reviewed: %j -> %j", (text, expected) => {
    const span = facts(text).utilizationReview?.span;
    expect(span ? text.slice(span.start, span.end) : undefined).toBe(expected);
  });
});

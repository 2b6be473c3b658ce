import { describe, expect, it } from "vitest";
import { injuryDatesOf } from "../../../server/src/analysis/statements/injuryDates.ts";
import { reviewDatesOf } from "../../../server/src/analysis/statements/reviewDates.ts";
import { timesSinceInjuryOf } from "../../../server/src/analysis/statements/timeSinceInjury.ts";
import type { Span } from "../../../server/src/base/span.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";

/** The words of the first statement in a summary of these words. */
function first(words: string, statements: (letter: Letter) => readonly Span[]): string | undefined {
  const text = `CLINICAL CASE SUMMARY\n${words}\n\nIMR ISSUES, DECISIONS AND RATIONALES\n`;
  const [found] = statements(parse(text));
  return found && text.slice(found.start, found.end);
}

describe("dates of injury", () => {
  it.each([
    ["sustained an industrial injury on 05/13/2014 in a fall", "05/13/2014"],
    ["with a date of injury of January 8, 2011.", "January 8, 2011"],
    ["date of injury 2/23/01.", "2/23/01"],
    ["Date of injury: 11-09-2016", "11-09-2016"],
    ["was injured on 3-1-08 and", "3-1-08"],
    ["an injury that occurred on 10-\n17-16", "10-\n17-16"],
    ["injury reported on 4/5/2012", "4/5/2012"],
    ["DOI (4/5/2012)", "4/5/2012"],
    ["an injury in 08-2016", "08-2016"],
    ["was injured at work on 4/5/2012", "4/5/2012"],
    ["injured her right knee on 4/5/2012", "4/5/2012"],
    ["injuries to the neck, back, and left arm on 4/5/2012", "4/5/2012"],
    ["was injured when a pallet fell on her foot on 4/5/2012", "4/5/2012"],
    ["was injured in 2011", "2011"],
    ["was injured in the summer of 2011", "2011"],
    ["injured in March 2016", "March 2016"],
    ["a cumulative trauma injury from 9/14/2014 to 9/14/2015", "9/14/2014 to 9/14/2015"],
    ["a date of injury of 9/14/2014 - 9/14/2015", "9/14/2014 - 9/14/2015"],
    ["CT 9/14/2014-9/14/2015", "9/14/2014-9/14/2015"],
    ["CT 2014-2015", "2014-2015"],
    ["CT injury of 9/14/2014 through 9/14/2015", "9/14/2014 through 9/14/2015"],
    ["cumulative trauma from 9/14/2014 to the present", "9/14/2014 to the present"],
    ["injuries of 6/2/2013 and 9/14/2015", "6/2/2013 and 9/14/2015"],
    ["dates of injury: 6/2/2013, 7/7/2014, and 9/14/2015", "6/2/2013, 7/7/2014, and 9/14/2015"],
    ["On 4/5/2012, the employee sustained an industrial injury", "4/5/2012"],
    ["On 4/5/2012 she injured her back", "4/5/2012"],
    ["the 4/5/2012 industrial injury", "4/5/2012"],
    ["a CT scan of 4/5/2012", undefined],
    ["CT of the chest in 2014", undefined],
    ["a note two weeks after the injury on 4/5/2012", undefined],
    ["the injured worker was seen on 4/5/2012", undefined],
    ["the injury was evaluated on 4/5/2012", undefined],
    ["the first report of injury is dated 4/5/2012", undefined],
    ["aggravated the injury on 4/5/2012", undefined],
    ["a prior knee injury on 4/5/2012", undefined],
    ["a second work injury on 4/5/2012", undefined],
    ["the wife was injured on 4/5/2012", undefined],
    ["MRI of 05/13/2014 shows a tear", undefined],
    ["had surgery for the injury. Seen on 05/13/2014.", undefined],
  ])("injured: %j -> %j", (text, expected) => {
    expect(first(text, (letter) => injuryDatesOf(letter).own)).toBe(expected);
  });
});

describe("dates of the utilization review", () => {
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
    ["The 4/11/2016 utilization review denied it.", "4/11/2016"],
    ["The claims administrator denied the request on 4/11/2016.", "4/11/2016"],
    ["The utilization review cited the note of 4/1/2016.", undefined],
    ["A report reviewed by the utilization review was dated 4/1/2016.", undefined],
    ["UR of 3/20/2016 certified six visits.", undefined],
    ["On 4/20/2016 the employee appealed the utilization review.", undefined],
    ["On 4/1/2016, a request was received that was denied on 4/11/2016.", "4/11/2016"],
    ["The treatment plan was modified on 4/1/2016.", undefined],
    ["No date of utilization review is given.", undefined],
    [`UR ${"(".repeat(60)} 1/1/2015`, undefined],
  ])("reviewed: %j -> %j", (text, expected) => {
    expect(first(text, reviewDatesOf)).toBe(expected);
  });
});

describe("times since the injury", () => {
  it.each([
    ["Five years after the injury she had surgery.", "Five years after the injury"],
    ["She is 18 months post-injury.", "18 months post-injury"],
    ["The injury occurred ten years ago.", "ten years ago"],
    ["Films are recommended six weeks after the injury.", undefined],
    ["Surgery was done ten years ago.", undefined],
    ["She had pain in the first two months after the injury.", undefined],
  ])("%j -> %j", (text, expected) => {
    expect(first(text, timesSinceInjuryOf)).toBe(expected);
  });
});

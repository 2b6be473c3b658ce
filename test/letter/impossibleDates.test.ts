import { describe, expect, it } from "vitest";
import { flatten } from "../../server/src/base/flatText.ts";
import { findDates } from "../../server/src/letter/dates.ts";
import { impossibleDates } from "../../server/src/letter/impossibleDates.ts";

const found = (text: string) =>
  impossibleDates(findDates(flatten(text, { start: 0, end: text.length }))).map(({ words, problem, meant }) =>
    [words, problem, ...(meant === undefined ? [] : [meant])].join(" "),
  );

describe("impossible dates", () => {
  it.each([
    ["on 02/30/2016", "02/30/2016 notOnCalendar"],
    ["on 4/31/16", "4/31/16 notOnCalendar"],
    ["on 4-31-16", "4-31-16 notOnCalendar"],
    ["1/32/2016", "1/32/2016 notOnCalendar"],
    ["02/29/2015", "02/29/2015 notOnCalendar"],
    ["0/14/2015", "0/14/2015 notOnCalendar"],
    ["3/4/2106", "3/4/2106 notOnCalendar"],
    ["3/4/0216", "3/4/0216 notOnCalendar"],
    ["on 3/4/216", "3/4/216 notOnCalendar"],
    ["3/4/20166", "3/4/20166 notOnCalendar"],
    ["03/042016", "03/042016 notOnCalendar"],
    ["2016-02-30", "2016-02-30 notOnCalendar"],
    ["2016/13/01", "2016/13/01 notOnCalendar"],
    ["02.30.2016", "02.30.2016 notOnCalendar"],
    ["in 13/2016", "13/2016 notOnCalendar"],
    ["April 31, 2016", "April 31, 2016 notOnCalendar"],
    ["Feb. 30th 2016", "Feb. 30th 2016 notOnCalendar"],
    ["31 June 2016", "31 June 2016 notOnCalendar"],
    ["the 31st of September, 2016", "31st of September, 2016 notOnCalendar"],
    ["30-Feb-2016", "30-Feb-2016 notOnCalendar"],
    ["31-Apr-16", "31-Apr-16 notOnCalendar"],
    ["March 45, 2016", "March 45, 2016 notOnCalendar"],
    ["on November 31 she", "November 31 notOnCalendar"],
    ["13-5-2016", "13-5-2016 dayFirst 5/13/2016"],
    ["14/09/2015", "14/09/2015 dayFirst 09/14/2015"],
    ["14.09.2015", "14.09.2015 dayFirst 09/14/2015"],
    ["on 14/9/15", "14/9/15 dayFirst 9/14/15"],
    ["O9/14/2015", "O9/14/2015 letterForDigit 09/14/2015"],
    ["l2/03/2015", "l2/03/2015 letterForDigit 12/03/2015"],
    ["09/l4/2015", "09/l4/2015 letterForDigit 09/14/2015"],
    ["09/14/2O15", "09/14/2O15 letterForDigit 09/14/2015"],
    ["09/14/20IS", "09/14/20IS letterForDigit 09/14/2015"],
    ["O9-14-2015", "O9-14-2015 letterForDigit 09-14-2015"],
    ["O9/14/15", "O9/14/15 letterForDigit 09/14/15"],
  ])("%s", (text, expected) => {
    expect(found(`It was ${text}.`)).toEqual([expected]);
  });

  it.each([
    "02/29/2016",
    "March 4, 2016",
    "may 5 of them",
    "May 31 was a Tuesday",
    "strength of 4/5/5",
    "ratings of 40/50/90",
    "range of motion 30/31/35",
    "31/30/29 pounds",
    "20/10/15",
    "10/325/5",
    "Norco 10/325",
    "pages 4-31-33",
    "7-10-12 minutes",
    "CM16-0240434",
    "tel 555-12-1234",
    "the claim 12-34-5678",
    "codes 64483-50",
    "levels L3-4-5",
    "Trezix 320.5/30/16mg",
    "his/her and/or I/II/III",
    "so/so/so",
    "version 10.31.15",
    "8 CCR 9792.24.2",
    "13/16 of an inch",
    "grades II-III-IV",
    "SI/SI joints",
  ])("none in %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});

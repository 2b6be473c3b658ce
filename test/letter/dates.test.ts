import { describe, expect, it } from "vitest";
import { flatten } from "../../server/src/base/flatText.ts";
import { findDates } from "../../server/src/letter/dates.ts";

const dates = (text: string) =>
  findDates(flatten(text, { start: 0, end: text.length })).dates.map(({ year, month, day, span }) => {
    const words = text.slice(span.start, span.end);
    return `${[year, month, ...(day === undefined ? [] : [day])].join("-")} = ${words}`;
  });

describe("dates", () => {
  it.each([
    ["on 12/16/2016.", ["2016-12-16 = 12/16/2016"]],
    ["on 2/23/01,", ["2001-2-23 = 2/23/01"]],
    ["of 3-1-08 and", ["2008-3-1 = 3-1-08"]],
    ["on 11-28-2016, UR", ["2016-11-28 = 11-28-2016"]],
    ["(10/17/16)", ["2016-10-17 = 10/17/16"]],
    ["born 9-9-49", ["2049-9-9 = 9-9-49"]],
    ["born 9-9-99", ["1999-9-9 = 9-9-99"]],
    ["mixed 9-9/99", ["1999-9-9 = 9-9/99"]],
    ["2016-01-08", ["2016-1-8 = 2016-01-08"]],
    ["in 08-2016", ["2016-8 = 08-2016"]],
    ["in 8/2016", ["2016-8 = 8/2016"]],
    ["December 23, 2016", ["2016-12-23 = December 23, 2016"]],
    ["Dec. 23, 2016", ["2016-12-23 = Dec. 23, 2016"]],
    ["Sept. 5th, 2016", ["2016-9-5 = Sept. 5th, 2016"]],
    ["december 23 2016", ["2016-12-23 = december 23 2016"]],
    ["23 December 2016", ["2016-12-23 = 23 December 2016"]],
    ["in May 2016", ["2016-5 = May 2016"]],
    ["02/29/2016", ["2016-2-29 = 02/29/2016"]],
    ["from 1/1/16 to 1/2/16", ["2016-1-1 = 1/1/16", "2016-1-2 = 1/2/16"]],
    ["10/17/16-10/20/16", ["2016-10-17 = 10/17/16", "2016-10-20 = 10/20/16"]],
    ["10/7/2016-10/9/2016", ["2016-10-7 = 10/7/2016", "2016-10-9 = 10/9/2016"]],
    ["visit of 10/17/16.The", ["2016-10-17 = 10/17/16"]],
    ["10-\n17-16", ["2016-10-17 = 10-\n17-16"]],
    ["10-17-\r\n2016", ["2016-10-17 = 10-17-\r\n2016"]],
    ["10/17/\n\n2016", ["2016-10-17 = 10/17/\n\n2016"]],
    ["December\n23, 2016", ["2016-12-23 = December\n23, 2016"]],
  ])("%j", (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    "pages 64-66",
    "Page(s): 76-85, 88-89",
    "pain 7/10",
    "8 out of 10",
    "rated 6-8 on a 10-point scale",
    "L4-5, L5-S1",
    "Norco 5-325mg",
    "Norco 10/325 #60",
    "Trezix 320.5/30/16mg",
    "Lidopro 4%-27.5%-0.0325%",
    "4-5-10 minutes",
    "12-6-03 mg",
    "2/1/16mg",
    "Table 13-2",
    "strength 5/5",
    "120/80",
    "1-2-3",
    "CM16-0240434",
    "1/32/2016",
    "13/1/2016",
    "02/29/2015",
    "10/17/216",
    "May 12",
    "may 5 of them",
    "tel 555-12-1234",
  ])("%j isn't a date", (text) => {
    expect(dates(text)).toEqual([]);
  });
});

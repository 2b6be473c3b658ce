import { describe, expect, it } from "vitest";
import { dayOf, lastDayOf, sameDate, written, writtenLike } from "../../server/src/letter/calendar.ts";

const date = (year: number, month?: number, day?: number) => ({ year, month, day });

describe("the calendar", () => {
  it.each([
    ["3/5/2015", "4/12/2016"],
    ["03/05/2015", "04/12/2016"],
    ["3-5-15", "4-12-16"],
    ["03.05.2015", "04.12.2016"],
    ["2015-03-05", "2016-04-12"],
    ["2015/03/05", "2016/04/12"],
    ["March 5, 2015", "April 12, 2016"],
    ["5-Mar-15", "12 April 2016"],
  ])("writes a date like %s", (like, expected) => {
    expect(writtenLike(like, date(2016, 4, 12))).toBe(expected);
  });

  it("writes what is known of a date", () => {
    expect([date(2016, 4, 2), date(2016, 4), date(2016)].map(written)).toEqual([
      "04/02/2016",
      "04/2016",
      "2016",
    ]);
  });

  it("compares what both dates state", () => {
    expect(sameDate(date(2016, 4, 2), date(2016, 4))).toBe(true);
    expect(sameDate(date(2016, 4, 2), date(2016))).toBe(true);
    expect(sameDate(date(2016, 4), date(2016, 5, 2))).toBe(false);
    expect(sameDate(date(2016, 4, 2), date(2015, 4, 2))).toBe(false);
  });

  it("counts days as the clock does", () => {
    for (let day = -40_000; day < 40_000; day += 37) {
      const utc = new Date(day * 86_400_000);
      expect(dayOf(date(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()))).toBe(day);
    }
  });

  it("counts the days of months and years", () => {
    expect(lastDayOf(date(2016, 2)) - dayOf(date(2016, 2))).toBe(28);
    expect(lastDayOf(date(2016)) - dayOf(date(2016))).toBe(365);
    expect(lastDayOf(date(2016, 2, 3))).toBe(dayOf(date(2016, 2, 3)));
  });
});

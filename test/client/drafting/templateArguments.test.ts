import { expect, test } from "vitest";
import { isIssueCount, wantedIssue, wantedLetter } from "../../../client/src/drafting/templateArguments.ts";

test("a letter has from 1 to 20 issues", () => {
  expect([1, 2, 20].every(isIssueCount)).toBe(true);
  expect([0, 21, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, "3", null].some(isIssueCount)).toBe(false);
});

test("of the arguments for a new letter, the valid ones are used", () => {
  expect(wantedLetter({ form: "2014", issues: 3 })).toEqual({ form: "2014", issues: 3 });
  expect(wantedLetter({ form: "2015", issues: "3" })).toEqual({});
  expect(wantedLetter({ issues: 21, form: "2016" })).toEqual({ form: "2016" });
  expect([undefined, null, "2016", 2016].map(wantedLetter)).toEqual(Array(4).fill(undefined));
});

test("the arguments for an issue need a treatment, which may be empty, unlike what menus pass", () => {
  expect(wantedIssue({ treatment: "Brace", decision: "Upheld" })).toEqual({
    treatment: "Brace",
    decision: "Upheld",
  });
  expect(wantedIssue({ treatment: "" })).toEqual({ treatment: "", decision: undefined });
  expect(wantedIssue({ treatment: "Brace", decision: "Modified" })?.decision).toBeUndefined();
  expect([undefined, null, { scheme: "file", path: "/a" }, "Brace"].map(wantedIssue)).toEqual(
    Array(4).fill(undefined),
  );
});

import { expect, test } from "vitest";
import {
  countIssues,
  decisionOf,
  issueAt,
  nextIssue,
  previousIssue,
  stateOf,
} from "../../client/src/issues.ts";
import type { IssueOverview } from "../../server/src/protocol/extensions.ts";

/** An issue whose heading is on the lines given and which goes on for eight lines more. */
const issue = (
  treatment: string,
  line: number,
  more: Partial<IssueOverview> = {},
  lastLine = line,
): IssueOverview => ({
  treatment,
  decision: "Upheld",
  missing: [],
  elements: [],
  heading: { start: { line, character: 0 }, end: { line: lastLine, character: 20 } },
  range: { start: { line, character: 0 }, end: { line: lastLine + 8, character: 0 } },
  ...more,
});
/** Norco's heading on line 10, Flexeril's on lines 20 and 21, therapy's on line 30. */
const issues = [issue("Norco", 10), issue("Flexeril", 20, {}, 21), issue("Therapy", 30)];
const at = (line: number, character = 0) => ({ line, character });

test.each([
  ["above all issues", at(2), { current: undefined, next: "Norco", previous: undefined }],
  ["on the first heading", at(10), { current: "Norco", next: "Flexeril", previous: undefined }],
  ["in the first issue", at(13), { current: "Norco", next: "Flexeril", previous: "Norco" }],
  ["on a heading's second line", at(21, 3), { current: "Flexeril", next: "Therapy", previous: "Norco" }],
  ["in the last issue", at(35), { current: "Therapy", next: undefined, previous: "Therapy" }],
])("%s", (_where, position, expected) => {
  expect({
    current: issueAt(issues, position)?.treatment,
    next: nextIssue(issues, position)?.treatment,
    previous: previousIssue(issues, position)?.treatment,
  }).toEqual(expected);
});

test("the count is put in words", () => {
  const of = (count: number) =>
    countIssues({ generation: "G3b", form: "form of 2015 to 2017", issues: issues.slice(0, count) });
  expect([of(0), of(1), of(2)]).toEqual(["IMR: no issues", "IMR: 1 issue", "IMR: 2 issues"]);
});

test("what an issue lacks is put in words", () => {
  const half = issue("Soma", 1, { decision: undefined, missing: ["decision", "conclusion"] });
  expect([decisionOf(half), stateOf(half)]).toEqual(["No decision", "Missing: decision, conclusion"]);
  expect([decisionOf(issues[0]!), stateOf(issues[0]!)]).toEqual(["Upheld", "Complete"]);
});

import { expect, test } from "vitest";
import {
  incompleteIssues,
  issueAt,
  nextIssue,
  previousIssue,
  shorten,
} from "../../../client/src/issues/issuePositions.ts";
import type { IssueOverview } from "../../../server/src/protocol/extensions.ts";

/** An issue with its heading on these lines and eight more lines. */
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

test("incomplete issues keep their numbers", () => {
  const draft = [...issues, issue("Soma", 40, { missing: ["decision"] })];
  const incomplete = incompleteIssues(draft).map(({ number, issue }) => `${number}. ${issue.treatment}`);
  expect(incomplete).toEqual(["4. Soma"]);
  expect(incompleteIssues([])).toEqual([]);
});

test.each([
  ["text that fits is unchanged", "Soma 350mg #60", 14, "Soma 350mg #60"],
  ["long text is truncated after a word", "Soma 350mg #60 with two refills", 20, "Soma 350mg #60…"],
  ["without the comma before the cut", "Soma 350mg, #60 tablets", 14, "Soma 350mg…"],
  ["a single long word is truncated anywhere", "Cyclobenzaprine", 9, "Cycloben…"],
  ["but not within a character", "wwwwwww\u{1F48A}\u{1F48A}", 9, "wwwwwww…"],
  ["empty text is unchanged", "", 9, ""],
])("shortened: %s", (_what, words, longest, expected) => {
  expect(shorten(words, longest)).toBe(expected);
  expect(shorten(words, longest).length).toBeLessThanOrEqual(longest);
});

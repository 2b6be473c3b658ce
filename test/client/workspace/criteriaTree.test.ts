/** How letters state a criterion: the rows of the references view. */
import { describe, expect, test } from "vitest";
import {
  type CriteriaRow,
  childrenOf,
  criteriaRows,
  nearestSentence,
  parentOf,
  sentencesIn,
  siblingSentence,
} from "../../../client/src/workspace/criteriaTree.ts";
import type { StatingIssue, StatingLetter } from "../../../server/src/protocol/extensions.ts";

const edition = "Low Back Complaints 2004";

const issue = (decision: string | null, line: number, more: Partial<StatingIssue> = {}): StatingIssue => ({
  treatment: "Lumbar MRI",
  decision,
  edition,
  sentences: [line, line + 1].map((at) => ({
    text: `Sentence ${at}.`,
    range: { start: { line: at, character: 0 }, end: { line: at, character: 11 } },
  })),
  ...more,
});

const letter = (name: string, day: string | null, ...issues: StatingIssue[]): StatingLetter => ({
  uri: `file:///letters/${name}.txt`,
  caseNumber: name,
  day,
  issues,
});

const groups = criteriaRows({
  section: "Special Studies",
  edition,
  cancelled: false,
  letters: [
    letter("old", "2014-01-01", issue("Upheld", 10), issue("Overturned", 20)),
    letter("undated", null, issue("UPHELD", 30)),
    letter("other", "2018-01-01", issue("Upheld", 40, { edition: "Low Back Disorders 2016" })),
    letter("new", "2016-12-05", issue("Upheld", 50), issue("Partly upheld", 60), issue(null, 70)),
  ],
});

test("upheld and overturned issues are apart, the newest first, and other editions are last", () => {
  expect(
    groups.map(({ decision, edition: other, issues }) => [
      decision,
      other,
      ...issues.map(({ caseNumber }) => caseNumber),
    ]),
  ).toEqual([
    ["upheld", undefined, "new", "old", "undated"],
    ["overturned", undefined, "old"],
    ["other", undefined, "new"],
    ["undecided", undefined, "new"],
    ["upheld", "Low Back Disorders 2016", "other"],
  ]);
});

test("each row knows its parent, and all sentences are in the order of the tree", () => {
  const all = (rows: readonly CriteriaRow[]): readonly CriteriaRow[] =>
    rows.flatMap((row) => [row, ...all(childrenOf(row))]);
  for (const row of all(groups)) for (const child of childrenOf(row)) expect(parentOf(child)).toBe(row);
  expect(sentencesIn(groups).map(({ range }) => range.start.line)).toEqual([
    50, 51, 10, 11, 30, 31, 20, 21, 60, 61, 70, 71, 40, 41,
  ]);
});

describe("the nearest sentence", () => {
  const lineAt = (name: string, line: number): number | undefined =>
    nearestSentence(groups, `file:///letters/${name}.txt`, { line, character: 3 })?.range.start.line;

  test.each([
    ["at the position", "old", 20, 20],
    ["above it", "old", 15, 11],
    ["the first one, above all", "old", 2, 10],
    ["the first of all, in another letter", "elsewhere", 2, 50],
  ])("is %s", (_, name, line, expected) => {
    expect(lineAt(name, line)).toBe(expected);
  });
});

test("the next and the previous sentence wrap around, and a group is followed by its first one", () => {
  const [first] = sentencesIn(groups);
  const last = sentencesIn(groups).at(-1);
  expect(siblingSentence(groups, last!, 1)).toBe(first);
  expect(siblingSentence(groups, first!, -1)).toBe(last);
  expect(siblingSentence(groups, groups[0]!, 1)).toBe(first);
  expect(siblingSentence(groups, groups[1]!, -1).range.start.line).toBe(31);
});

/** The rows of the references view: letters, and in each its determinations for a treatment. */
import { describe, expect, test } from "vitest";
import {
  countDecisions,
  determinationRows,
  isIssueRow,
  nearestRow,
  sibling,
} from "../../../client/src/workspace/determinationTree.ts";
import type { DeterminationIssue, DeterminationLetter } from "../../../server/src/protocol/extensions.ts";

const issue = (line: number, decision: string | null, treatment = "Soma 350mg #60"): DeterminationIssue => ({
  treatment,
  decision,
  heading: { start: { line, character: 0 }, end: { line, character: 20 } },
});
const noDetails = {
  specialty: null,
  states: [],
  days: {
    daysInjuryToDenial: null,
    daysDenialToApplication: null,
    daysApplicationToDecision: null,
    lastDayToAppeal: null,
    drugStatus: [],
  },
};
const letter = (name: string, day: string | null, ...issues: DeterminationIssue[]): DeterminationLetter => ({
  uri: `file:///letters/${name}.txt`,
  caseNumber: name.startsWith("CM") ? name : null,
  day,
  ...noDetails,
  issues,
});

const rows = determinationRows([
  letter("CM15-0990101", "2015-03-12", issue(40, "Upheld")),
  letter("draft", null, issue(12, null)),
  letter("CM16-0990004", "2016-12-05", issue(30, "Overturned"), issue(50, "UPHELD", "Carisoprodol")),
  letter("CM14-0990001", "2014-01-01"),
]);
const at = (line: number) => ({ line, character: 3 });
const nameOf = (row: { letter: { uri: string }; heading: { start: { line: number } } } | undefined) =>
  row && `${row.letter.uri.split("/").at(-1)}:${row.heading.start.line}`;

test("the newest letters come first, undated letters last, and letters without an issue are left out", () => {
  expect(rows.map(({ caseNumber, day }) => [caseNumber, day])).toEqual([
    ["CM16-0990004", "2016-12-05"],
    ["CM15-0990101", "2015-03-12"],
    [undefined, undefined],
  ]);
});

test("decisions are counted in any capitalization", () => {
  const partly = letter("partly", null, issue(20, "Upheld in part"));
  const counts = { upheld: 2, overturned: 1, other: 1, undecided: 1, letters: 4 };
  expect(countDecisions([...rows, ...determinationRows([partly])])).toEqual(counts);
});

test.each([
  ["in an issue", "CM16-0990004", 35, "CM16-0990004.txt:30"],
  ["on a heading", "CM16-0990004", 50, "CM16-0990004.txt:50"],
  ["above the first issue", "CM15-0990101", 2, "CM15-0990101.txt:40"],
  ["in a letter without a row", "other", 2, "CM16-0990004.txt:30"],
])("the nearest row %s", (_where, name, line, expected) => {
  expect(nameOf(nearestRow(rows, `file:///letters/${name}.txt`, at(line)))).toBe(expected);
});

describe("next and previous", () => {
  const [first, second, last] = rows;

  test("go through all issues, and wrap around", () => {
    const steps = [first!.issues[0]!];
    for (let step = 0; step < 4; step += 1) steps.push(sibling(rows, steps.at(-1)!, 1));
    expect(steps.map(nameOf)).toEqual([
      "CM16-0990004.txt:30",
      "CM16-0990004.txt:50",
      "CM15-0990101.txt:40",
      "draft.txt:12",
      "CM16-0990004.txt:30",
    ]);
    expect(nameOf(sibling(rows, first!.issues[0]!, -1))).toBe("draft.txt:12");
  });

  test("after a letter comes its own first issue", () => {
    expect(nameOf(sibling(rows, second!, 1))).toBe("CM15-0990101.txt:40");
    expect(nameOf(sibling(rows, second!, -1))).toBe("CM16-0990004.txt:50");
    expect(nameOf(sibling(rows, last!, 1))).toBe("draft.txt:12");
  });
});

test("a row is distinguished from other arguments of a command", () => {
  expect(isIssueRow(rows[0]!.issues[0])).toBe(true);
  for (const other of [undefined, null, "row", rows[0], {}, { kind: "issue" }]) {
    expect(isIssueRow(other)).toBe(false);
  }
});

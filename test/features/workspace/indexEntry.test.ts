import { expect, test } from "vitest";
import { issueTextAt } from "../../../server/src/features/workspace/comparableText.ts";
import { indexEntriesOf } from "../../../server/src/features/workspace/indexEntry.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";

const text = letterWith(...flexeril, "", ...mri, "", "Decision rationale: None.");

test("an entry has the case number and the locations of the headings", () => {
  const letter = parse(text);
  const [decided] = indexEntriesOf(letter);
  expect(decided).toMatchObject({ caseNumber: "CM15-0990001", day: null });
  expect(
    decided?.issues.map(({ treatment, decision, heading }) => [
      treatment,
      decision,
      text.slice(heading.start, heading.end),
    ]),
  ).toEqual([
    ["Flexeril 7.5mg, #90", "Upheld", "Flexeril 7.5mg, #90: Upheld"],
    ["MRI of the lumbar spine", "Overturned", "MRI of the lumbar spine: Overturned"],
  ]);
});

test("a text without issues has no entries", () => {
  expect(indexEntriesOf(parse("Buy milk."))).toEqual([]);
  expect(issueTextAt(parse("Buy milk."), 3)).toBeUndefined();
});

test("an issue without a heading has a number as its name and a location to go to", () => {
  const headless = letterWith("Decision rationale: None.");
  const [decided] = indexEntriesOf(parse(headless));
  expect(decided?.issues).toMatchObject([{ treatment: "Issue 1", decision: null }]);
  const { start, end } = decided!.issues[0]!.heading;
  expect([start, headless.slice(start).startsWith("Decision rationale")]).toEqual([end, true]);
});

test("an issue is formatted the same, whatever its lines and line ends", () => {
  const wrapped = text.replace(
    "The employee has used it for a year.",
    "The employee has\nused it\n\nfor a year.",
  );
  for (const one of [text, wrapped]) {
    const [lf, ...others] = withEachLineEnd(one, (letter) =>
      issueTextAt(letter, letter.text.indexOf("short course")),
    );
    expect(lf?.name).toBe("CM15-0990001, Flexeril 7.5mg, #90");
    expect(lf?.text).toContain("\nThe employee has used it for a year.\n");
    for (const other of others) expect(other).toEqual(lf);
  }
});

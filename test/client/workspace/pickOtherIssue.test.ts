/** The list of issues to compare one with. */
import { expect, test } from "vitest";
import { pickOtherIssue } from "../../../client/src/workspace/pickOtherIssue.ts";
import type { DeterminationLetter } from "../../../server/src/protocol/extensions.ts";
import { editor, resetEditor } from "../vscode.ts";

const heading = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 20 } });
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
const letters: readonly DeterminationLetter[] = [
  {
    uri: "file:///letters/2016/CM16-0990004.txt",
    caseNumber: "CM16-0990004",
    day: "2016-12-05",
    ...noDetails,
    issues: [
      { treatment: "Flexeril 10mg #30", decision: "Upheld", heading: heading(30) },
      { treatment: "Fexmid 7.5mg #60", decision: "Overturned", heading: heading(60) },
    ],
  },
  {
    uri: "file:///letters/2014/a letter without a number.txt",
    caseNumber: null,
    day: null,
    ...noDetails,
    issues: [{ treatment: "Topical cyclobenzaprine", decision: "Upheld", heading: heading(20) }],
  },
];
const symbols = [
  {
    name: "Soma #60: Upheld",
    containerName: "CM16-0990004",
    location: { uri: letters[0]!.uri, range: heading(90) },
  },
];
const client = {
  sendRequest: async (request: string) =>
    request === "workspace/symbol" ? symbols : { letters, isComplete: true },
} as never;

test("the separators above groups are short, because they take space from the row below", async () => {
  resetEditor();
  await pickOtherIssue(client, { uri: letters[0]!.uri, position: { line: 30, character: 0 } });
  expect(
    editor.picks.map(({ label, description, kind }) => (kind ? `-- ${label}` : `${label} | ${description}`)),
  ).toEqual([
    "-- Same treatment",
    "Fexmid 7.5mg #60 | Overturned · CM16-0990004 · 12/05/2016",
    "Topical cyclobenzaprine | Upheld · a letter without a number.txt",
    "-- 2016/CM16-0990004.txt",
    "Soma #60: Upheld | CM16-0990004",
  ]);
});

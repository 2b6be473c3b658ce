import { expect, test } from "vitest";
import { exportMessage, nothingToExport } from "../../../client/src/workspace/exportMessages.ts";

const counts = { letters: 1000, records: 1402, foreign: 3, unreadable: [], cancelled: false };

test.each([
  [{}, "Exported 1,402 issues of 1,000 letters to out.csv."],
  [{ letters: 1, records: 1 }, "Exported 1 issue of 1 letter to out.csv."],
  [
    { unreadable: ["file:///a", "file:///b"] },
    "Exported 1,402 issues of 1,000 letters to out.csv. 2 files could not be read.",
  ],
])("%j is told as %j", (some, words) => {
  expect(nothingToExport({ ...counts, ...some })).toBeUndefined();
  expect(exportMessage({ ...counts, ...some }, "out.csv")).toBe(words);
});

test.each([
  [{ cancelled: true }, "Stopped: nothing was written."],
  [{ letters: 0, records: 0 }, "No letters were found in this workspace."],
  [
    { letters: 0, records: 0, unreadable: ["file:///a"] },
    "No letters were found in this workspace. 1 file could not be read.",
  ],
  [{ records: 0 }, "The letters hold no issues: nothing was written."],
])("of %j nothing is written, and why is said: %j", (some, words) => {
  expect(nothingToExport({ ...counts, ...some })).toBe(words);
});

import { expect, test } from "vitest";
import { exportMessage, nothingToExport } from "../../../client/src/workspace/exportMessages.ts";

const counts = { letters: 1000, records: 1402, foreign: 3, unreadable: [], repeated: 0, cancelled: false };

test.each([
  [{}, "Exported 1,402 issues from 1,000 letters to out.csv."],
  [{ letters: 1, records: 1 }, "Exported 1 issue from 1 letter to out.csv."],
  [
    { repeated: 2 },
    "Exported 1,402 issues from 1,000 letters to out.csv. 2 letters are both in a PDF or Word file and in another file, and count once.",
  ],
  [
    { unreadable: ["file:///a", "file:///b"] },
    "Exported 1,402 issues from 1,000 letters to out.csv. 2 files couldn't be read.",
  ],
])("%j is reported as %j", (some, words) => {
  expect(nothingToExport({ ...counts, ...some })).toBeUndefined();
  expect(exportMessage({ ...counts, ...some }, "out.csv")).toBe(words);
});

test.each([
  [{ cancelled: true }, "Export canceled. No file was written."],
  [{ letters: 0, records: 0 }, "No letters were found in this folder."],
  [
    { letters: 0, records: 0, unreadable: ["file:///a"] },
    "No letters were found in this folder. 1 file couldn't be read.",
  ],
  [{ records: 0 }, "The letters have no issues. No file was written."],
])("for %j no file is written, and the reason is %j", (some, words) => {
  expect(nothingToExport({ ...counts, ...some })).toBe(words);
});

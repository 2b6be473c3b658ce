import { expect, test } from "vitest";
import { reviewMessage } from "../../../client/src/workspace/reviewMessages.ts";
import type { WorkspaceReviewSummary } from "../../../server/src/protocol/extensions.ts";

const clean: WorkspaceReviewSummary = {
  letters: 10_000,
  foreign: 3,
  unreadable: [],
  repeated: 0,
  cancelled: false,
  errors: 0,
  warnings: 0,
  information: 0,
  lettersWithProblems: 0,
};

test.each<[string, Partial<WorkspaceReviewSummary>, string]>([
  ["no letters", { letters: 0 }, "No letters were found in this folder."],
  [
    "a letter in two files",
    { repeated: 1 },
    "Reviewed 10,000 letters: no problems. 1 letter is both in a PDF or Word file and in another file, and counts once.",
  ],
  ["one letter without problems", { letters: 1 }, "Reviewed 1 letter: no problems."],
  ["letters without problems", {}, "Reviewed 10,000 letters: no problems."],
  [
    "problems",
    { lettersWithProblems: 312, errors: 15, warnings: 420, information: 1060 },
    "Reviewed 10,000 letters: 312 have problems (15 errors, 420 warnings, 1,060 informational).",
  ],
  [
    "one problem",
    { lettersWithProblems: 1, warnings: 1 },
    "Reviewed 10,000 letters: 1 has problems (1 warning).",
  ],
  [
    "only errors",
    { letters: 2, lettersWithProblems: 2, errors: 1 },
    "Reviewed 2 letters: 2 have problems (1 error).",
  ],
  [
    "only informational problems, which VS Code lists too",
    { letters: 51, lettersWithProblems: 6, information: 7 },
    "Reviewed 51 letters: 6 have problems (7 informational).",
  ],
  [
    "canceled",
    { letters: 1200, cancelled: true, lettersWithProblems: 4, warnings: 9 },
    "Canceled after 1,200 letters. Their problems are listed.",
  ],
  ["canceled immediately", { letters: 0, cancelled: true }, "Canceled before the first letter."],
  [
    "unreadable files",
    { unreadable: ["file:///a.txt", "file:///b.txt"] },
    "Reviewed 10,000 letters: no problems. 2 files couldn't be read.",
  ],
  [
    "one unreadable file and no letter",
    { letters: 0, unreadable: ["file:///a.txt"] },
    "No letters were found in this folder. 1 file couldn't be read.",
  ],
])("%s", (_what, part, expected) => {
  expect(reviewMessage({ ...clean, ...part })).toBe(expected);
});

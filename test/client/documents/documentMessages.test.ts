/** Every problem and notice of the reader has words. */
import { expect, test } from "vitest";
import { noticeMessage, problemMessage } from "../../../client/src/documents/documentMessages.ts";
import { problemWords } from "../../../reader/src/words.ts";

test.each([...Object.keys(problemWords), "tooLarge", "unreadable"])("%s", (problem) => {
  expect(problemMessage(problem as never)).toMatch(/^[A-Z].*\.$/);
});

test("a list of pages has an end", () => {
  const pages = Array.from({ length: 40 }, (_, index) => index + 1);
  expect(noticeMessage({ kind: "unreadPages", pages: [3] })).toMatch(/: 3\.$/);
  expect(noticeMessage({ kind: "pagesWithoutText", pages })).toMatch(/: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …\.$/);
});

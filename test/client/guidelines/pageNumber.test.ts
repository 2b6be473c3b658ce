import { expect, test } from "vitest";
import { isOnPage, pageNumberIn } from "../../../client/src/guidelines/pageNumber.ts";

test.each(["63", "p. 63", "p 63", "page 63", "Pages 63", "pg. 63", " 63 "])("%j is a page number", (words) =>
  expect(pageNumberIn(words)).toBe(63),
);

test.each(["", "63-66", "Norco 10", "63 mg", "12345", "page"])("%j is not a page number", (words) =>
  expect(pageNumberIn(words)).toBeUndefined(),
);

test("a topic is on each of its pages", () => {
  const topic = {
    pages: [
      [60, 61],
      [64, 64],
    ] as const,
  };
  expect([59, 60, 61, 62, 64, 65].filter((page) => isOnPage(topic, page))).toEqual([60, 61, 64]);
});

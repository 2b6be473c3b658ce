import { expect, test } from "vitest";
import { memoizeByText } from "../../server/src/base/memoize.ts";

test("the results for the last texts are cached, and no others", () => {
  const read: string[] = [];
  const lengthOf = memoizeByText((text) => read.push(text) && text.length, 2);
  expect(["a", "bb", "a", "bb"].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(read).toEqual(["a", "bb"]);
  expect(lengthOf("ccc")).toBe(3);
  expect(["bb", "ccc", "a"].map(lengthOf)).toEqual([2, 3, 1]);
  expect(read).toEqual(["a", "bb", "ccc", "a"]);
});

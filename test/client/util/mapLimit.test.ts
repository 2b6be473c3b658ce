import { expect, test } from "vitest";
import { mapLimit } from "../../../client/src/util/mapLimit.ts";

test("results are in the order of the items, and only a few items are processed at a time", async () => {
  let working = 0;
  let most = 0;
  const items = Array.from({ length: 50 }, (_, index) => index);
  const results = await mapLimit(items, 4, async (item) => {
    most = Math.max(most, ++working);
    await new Promise((resolve) => setTimeout(resolve, item % 3));
    working -= 1;
    return item * 2;
  });
  expect(results).toEqual(items.map((item) => item * 2));
  expect(most).toBe(4);
});

test("no items give no results", async () => {
  expect(await mapLimit([], 4, async () => 1)).toEqual([]);
});

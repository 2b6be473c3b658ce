import { expect, test } from "vitest";
import { mapLimit } from "../../../client/src/util/mapLimit.ts";

test("results come in the order of the items, and only a few are worked on at once", async () => {
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

test("of nothing comes nothing", async () => {
  expect(await mapLimit([], 4, async () => 1)).toEqual([]);
});

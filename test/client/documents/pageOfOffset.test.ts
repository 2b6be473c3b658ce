import { expect, test } from "vitest";
import { pageOfOffset } from "../../../client/src/documents/pageOfOffset.ts";

test.each([
  [[0], 0, 1],
  [[0], 500, 1],
  [[0, 100, 250], 99, 1],
  [[0, 100, 250], 100, 2],
  [[0, 100, 250], 249, 2],
  [[0, 100, 250], 9000, 3],
  [[], 5, 1],
])("in pages that begin at %j, %i is on page %i", (pages, offset, page) => {
  expect(pageOfOffset(pages, offset)).toBe(page);
});

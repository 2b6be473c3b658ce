import { expect, test } from "vitest";
import { fnv1a } from "../../server/src/base/fnv1a.ts";

/** From the reference code of FNV. */
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the hash of %j", (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});

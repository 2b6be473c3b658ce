/** Many texts, compared with the language's own map. */
import { expect, test } from "vitest";
import { createHashMap } from "../../server/src/base/hashMap.ts";

test("keeps the last value of each text, however many there are", () => {
  const map = createHashMap();
  const expected = new Map<string, number>();
  for (let index = 0; index < 50_000; index++) {
    // Every fourth text is there again, and texts differ in little.
    const text = `CM16-${(index % 4 === 3 ? index - 3 : index).toString().padStart(7, "0")}`;
    map.set(text, index);
    expected.set(text, index);
  }
  expect(map.size).toBe(expected.size);
  const different = [...expected].filter(([text, value]) => map.get(text) !== value);
  expect(different).toEqual([]);
});

test("has no value for other texts", () => {
  const map = createHashMap();
  for (let index = 0; index < 5000; index++) map.set(`a${index}`, 0);
  const found = Array.from({ length: 5000 }, (_, index) => map.get(`b${index}`));
  expect(new Set(found)).toEqual(new Set([undefined]));
  expect([map.get(""), map.get("a"), map.get("a0"), map.get("a4999")]).toEqual([undefined, undefined, 0, 0]);
});

test("keeps values up to 2³² - 1, and tells the empty text and unusual characters apart", () => {
  const map = createHashMap();
  const texts = ["", "\0", "\0\0", "é", "e\u0301", "\ud800", "\ufffd", "x".repeat(10_000)];
  texts.forEach((text, index) => {
    map.set(text, 2 ** 32 - 1 - index);
  });
  expect(texts.map((text) => map.get(text))).toEqual(texts.map((_, index) => 2 ** 32 - 1 - index));
});

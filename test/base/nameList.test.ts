import { expect, test } from "vitest";
import { createNameList } from "../../server/src/base/nameList.ts";

test.each([
  ["alike", (index: number) => `letters/CM16-${1_000_000 + index}.txt`],
  ["in any script", (index: number) => `${index % 3 === 0 ? "信" : "é\ud83d\ude00"}${index % 7}\n\0"`],
  ["cut within a character", (index: number) => (index % 2 === 0 ? "\ud83d\ude00" : "\ud83d\ude01")],
  ["empty or growing", (index: number) => "x".repeat(index % 5)],
])("returns names that are %s", (_, nameAt) => {
  const list = createNameList();
  const names = Array.from({ length: 1000 }, (_, index) => nameAt(index));
  for (const name of names) list.push(name);
  expect(list.length).toBe(1000);
  expect(names.map((_, index) => list.at(index))).toEqual(names);
  expect([list.at(1000), list.at(5000)]).toEqual(["", ""]);
});

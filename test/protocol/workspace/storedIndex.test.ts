import { expect, test } from "vitest";
import {
  type IndexedFile,
  readIndex,
  writeIndex,
} from "../../../server/src/protocol/workspace/storedIndex.ts";

const at = (line: number) => ({ line, character: 0 });
const file = (number: number): IndexedFile => ({
  stamp: String(number),
  key: null,
  letters: [
    {
      caseNumber: `CM16-${number}`,
      caseNumberAt: { start: at(0), end: at(0) },
      specialty: null,
      states: ["California"],
      days: {
        daysInjuryToDenial: null,
        daysDenialToApplication: 9,
        daysApplicationToDecision: null,
        lastDayToAppeal: "2017-01-04",
      },
      day: "2016-12",
      issues: [
        { treatment: "Naproxen", decision: "Upheld", heading: { start: at(1), end: at(2) }, stated: [] },
      ],
    },
  ],
});
const files = new Map(
  Array.from({ length: 5000 }, (_, number) => [`file:///${number}.imr.txt`, file(number)]),
);

test("a large index is opened as it was, and lets others in meanwhile", async () => {
  let yielded = 0;
  const read = await readIndex("1.0.0", writeIndex("1.0.0", files), async () => {
    yielded++;
  });
  expect(read).toEqual(files);
  expect(yielded).toBeGreaterThan(10);
});

test("an index with a file that isn't whole isn't opened, wherever it is", async () => {
  const spoiled = writeIndex("1.0.0", files).replace('"CM16-4999"', "4999");
  expect(await readIndex("1.0.0", spoiled, async () => {})).toBeUndefined();
});

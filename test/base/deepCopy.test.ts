/** What outlives letters holds few words of each, and not the letters. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { deepCopy } from "../../server/src/base/deepCopy.ts";
import { indexEntriesOf } from "../../server/src/features/workspace/indexEntry.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter } from "../../server/src/letter/types.ts";
import { typeset } from "../fixture/typeset.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const count = 100;
/** So much prose that a letter kept with its words would show. */
const prose = "The medical records were read with care, and nothing else was found in them. ".repeat(1500);

function* longLetters(): Generator<Letter> {
  for (let at = 0; at < count; at++) {
    const caseNumber = `CM17-${String(990_000 + at).padStart(7, "0")}`;
    const heading = `Physical therapy twice a week for ${at} weeks, lumbar spine`;
    yield parse(
      typeset({ caseNumber, summary: prose, issues: [{ heading, rationale: "It is not necessary." }] }),
    );
  }
}

/** Bytes that are held for each letter by what is made of it. */
function held(make: (letter: Letter) => unknown): number {
  // Once before it counts: what the engine and the parser keep for themselves is not meant.
  Array.from(longLetters(), make);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from(longLetters(), make);
  collectGarbage();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  expect(kept).toHaveLength(count);
  return bytes;
}

it("of the index of determinations", () => {
  expect(held(indexEntriesOf)).toBeLessThan(prose.length / 10);
});

it("which words that were cut out of a letter would do", () => {
  const cut = ({ text, issues }: Letter) =>
    issues.map(({ heading: { request } }) => text.slice(request.start, request.end));
  expect(held(cut)).toBeGreaterThan(prose.length / 2);
  expect(held((one) => deepCopy(cut(one)))).toBeLessThan(prose.length / 10);
});

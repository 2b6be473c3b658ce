/** What is kept of letters after they are closed holds a few words of each, and not their whole texts. */
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
/** Enough prose to notice if a whole letter is kept. */
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

/** The bytes of memory that the result of `make` holds for each letter. */
function bytesHeld(make: (letter: Letter) => unknown): number {
  // Once before measuring, because what the engine and the parser cache doesn't count.
  Array.from(longLetters(), make);
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from(longLetters(), make);
  collectGarbage();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  expect(kept).toHaveLength(count);
  return bytes;
}

it("the index of determinations doesn't hold letters", () => {
  expect(bytesHeld(indexEntriesOf)).toBeLessThan(prose.length / 10);
});

it("words that are cut out of a letter hold it, but copies of them don't", () => {
  const cut = ({ text, issues }: Letter) =>
    issues.map(({ heading: { request } }) => text.slice(request.start, request.end));
  expect(bytesHeld(cut)).toBeGreaterThan(prose.length / 2);
  expect(bytesHeld((one) => deepCopy(cut(one)))).toBeLessThan(prose.length / 10);
});

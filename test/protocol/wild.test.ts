/**
 * The server under an editor at its worst: storms of edits, cancellations and undos, positions that no document has,
 * documents that were never opened, versions that run backwards. `npm run fuzz` does the same for as long as one likes.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { actions, done, faultsOf } from "./wildSession.ts";

const numRuns = Number(process.env.IMR_FUZZ_RUNS ?? 80);
const seed = Number(process.env.IMR_FUZZ_SEED ?? 20170301);

test("nothing an editor does is answered wrongly, or brings the server out of step", {
  timeout: 86_400_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(actions, async (session) => {
      expect(await faultsOf(session)).toEqual([]);
    }),
    { numRuns, seed, endOnFailure: process.env.IMR_FUZZ_RUNS === undefined },
  );
  if (process.env.IMR_FUZZ_RUNS) console.table(done);
});

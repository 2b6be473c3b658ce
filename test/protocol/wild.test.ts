/**
 * Fuzzes the server: storms of edits, cancellations, and undos; invalid positions; documents that were never opened;
 * versions in reverse order. `npm run fuzz` does the same for as long as you like.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { actions, done, faultsOf } from "./wildSession.ts";

const numRuns = Number(process.env.IMR_FUZZ_RUNS ?? 80);
const seed = Number(process.env.IMR_FUZZ_SEED ?? 20170301);

test("whatever an editor does, results are valid and the server stays in sync", {
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

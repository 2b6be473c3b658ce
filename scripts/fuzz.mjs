/**
 * `npm run fuzz`: runs many random sessions of `test/protocol/wild.test.ts` and `workspace/letterIndexSessions.test.ts`.
 * `IMR_FUZZ_RUNS` is their number (2000), and `IMR_FUZZ_SEED` the seed (from the clock). A failure reports both, and the
 * shortest session that fails.
 */
import { bin, run } from "./project.mjs";

const { IMR_FUZZ_RUNS = "2000", IMR_FUZZ_SEED = String(Date.now() % 2 ** 31) } = process.env;
console.log(`${IMR_FUZZ_RUNS} sessions, seed ${IMR_FUZZ_SEED}`);
process.exitCode = await run(
  process.execPath,
  [
    bin("vitest", "vitest.mjs"),
    "run",
    "test/protocol/wild.test.ts",
    "test/protocol/workspace/letterIndexSessions.test.ts",
    "--disable-console-intercept",
  ],
  { env: { ...process.env, IMR_FUZZ_RUNS, IMR_FUZZ_SEED } },
);

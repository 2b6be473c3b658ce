/** The tests that need no VS Code. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, bin, run } from "../project.mjs";

const stdioTests = "test/protocol/stdio.test.ts";

/** All of them, the fast and the slow. */
export const runUnit = () => runVitest("unit");

/** Of these, the built server alone, spoken to as any editor would. */
export const runStdio = () => runVitest("stdio", stdioTests);

async function runVitest(name, ...args) {
  mkdirSync(at("test-results"), { recursive: true });
  const file = at("test-results", `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run(process.execPath, [bin("vitest", "vitest.mjs"), "run", ...reporters, ...args]);
  const { numPassedTests: passed, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, "utf8"));
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  // A file that could not even be loaded has no failed test to its name.
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

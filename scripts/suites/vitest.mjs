/** Runs the tests that don't need VS Code. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, bin, run } from "../project.mjs";

const stdioTests = "test/protocol/stdio.test.ts";

/**
 * Runs all of them, with the given Node.js. Those that measure run one after another, because others at the same time would
 * change the results.
 */
export async function runUnit(node = process.execPath) {
  const fast = await runVitest("unit-fast", node, "--project", "fast", "--maxWorkers=100%");
  const slow = await runVitest("unit-slow", node, "--project", "slow", "--maxWorkers=100%");
  const measuring = await runVitest("unit-measuring", node, "--project", "measuring", "--maxWorkers=1");
  return {
    passed: fast.passed + slow.passed + measuring.passed,
    failed: fast.failed + slow.failed + measuring.failed,
  };
}

/** Runs only the tests of the built server over stdio. */
export const runStdio = () => runVitest("stdio", process.execPath, stdioTests);

/** Runs the tests of the built server over stdio, and the main ones of the command line, with the given Node.js. */
export function runPrograms(node) {
  return runVitest("programs", node, stdioTests, "test/cli/cli.test.ts", "--maxWorkers=100%");
}

async function runVitest(name, node, ...args) {
  mkdirSync(at("test-results"), { recursive: true });
  const file = at("test-results", `${name}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run(node, [bin("vitest", "vitest.mjs"), "run", ...reporters, ...args]);
  const { numPassedTests: passed, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, "utf8"));
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  // A file that can't be loaded has no failed tests.
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

/**
 * `npm run attack`: runs the suites of hostile input in `test/attack/`, then the random sessions of `npm run fuzz`. With
 * names, runs only those suites: `npm run attack -- bombs kills`. `IMR_ATTACK_RUNS` is the number of random tries (300).
 * Prints a table; the last line has the totals.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { at, bin, run } from "./project.mjs";

const ending = ".attack.ts";
const suites = readdirSync(at("test/attack"))
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !suites.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown suite: ${unknown.join(", ")}. Suites: ${suites.join(", ")}.`);
  process.exit(2);
}

const { IMR_ATTACK_RUNS = "300", IMR_FUZZ_SEED = String(Date.now() % 2 ** 31) } = process.env;
const env = { ...process.env, IMR_ATTACK_RUNS, IMR_FUZZ_RUNS: IMR_ATTACK_RUNS, IMR_FUZZ_SEED };

/** Runs test files; returns a row for each. */
async function rowsOf(name, ...args) {
  mkdirSync(at("test-results"), { recursive: true });
  const report = at("test-results", `attack-${name}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  // Last, or it would take the first file for its value.
  const vitest = [bin("vitest", "vitest.mjs"), "run", ...reporters, ...args, "--disable-console-intercept"];
  const code = await run(process.execPath, vitest, { env });
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const rows = testResults.map(rowOf);
  // A failure outside of all tests isn't in any row.
  if (code !== 0 && rows.every(({ failed }) => failed === 0))
    rows.push({ ...rowOf({}), suite: name, failed: 1 });
  return rows;
}

function rowOf({ name = "", assertionResults: tests = [], startTime = 0, endTime = 0 }) {
  const ran = tests.filter(({ status }) => status === "passed" || status === "failed");
  return {
    suite: path.basename(name).replace(/\.(?:attack|test)\.ts$/, ""),
    attacks: ran.reduce((sum, { meta }) => sum + (meta?.attacks ?? 1), 0),
    passed: ran.filter(({ status }) => status === "passed").length,
    failed: ran.filter(({ status }) => status === "failed").length,
    skipped: tests.length - ran.length,
    memory: Math.max(0, ...ran.map(({ meta }) => meta?.memory ?? 0)),
    seconds: (endTime - startTime) / 1000,
  };
}

console.log(`${IMR_ATTACK_RUNS} random runs; seed of the sessions: ${IMR_FUZZ_SEED}`);
const files = (named.length > 0 ? named : suites).map((name) => `test/attack/${name}${ending}`);
const rows = await rowsOf("suites", "--config", "vitest.attack.config.mts", ...files);
if (named.length === 0) {
  const sessions = ["test/protocol/wild.test.ts", "test/protocol/workspace/letterIndexSessions.test.ts"];
  rows.push(...(await rowsOf("sessions", ...sessions)));
}

const cells = rows.map(({ suite, attacks, passed, failed, skipped, memory, seconds }) => [
  ...[suite, attacks, passed, failed, skipped].map(String),
  memory > 0 ? `${Math.round(memory / 1e6)} MB` : "",
  `${seconds.toFixed(1)} s`,
]);
const table = [["suite", "attacks", "passed", "failed", "skipped", "peak memory", "time"], ...cells];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
const padded = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
console.log(`\n${table.map((row) => row.map(padded).join("  ")).join("\n")}\n`);
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 || sum("passed") === 0 ? 1 : 0;

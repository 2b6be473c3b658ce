/**
 * `npm run attack`: the hostile suite. Its own suites in `test/attack/` (with names, only those: `npm run attack -- bombs
 * kills`), and with all of them the wild sessions of `npm run fuzz`. `IMR_ATTACK_RUNS` says how often what is left to
 * chance is tried (300). A table tells what held; the last line is the sum.
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
  console.error(`No such suite: ${unknown.join(", ")}. There are ${suites.join(", ")}.`);
  process.exit(2);
}

const { IMR_ATTACK_RUNS = "300", IMR_FUZZ_SEED = String(Date.now() % 2 ** 31) } = process.env;
const env = { ...process.env, IMR_ATTACK_RUNS, IMR_FUZZ_RUNS: IMR_ATTACK_RUNS, IMR_FUZZ_SEED };

/** Runs tests; a row for each file of them. */
async function rowsOf(name, ...args) {
  mkdirSync(at("test-results"), { recursive: true });
  const report = at("test-results", `attack-${name}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = [bin("vitest", "vitest.mjs"), "run", ...reporters, "--disable-console-intercept", ...args];
  const code = await run(process.execPath, vitest, { env });
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const rows = testResults.map(rowOf);
  // What failed outside of every test has no row that says so.
  if (code !== 0 && rows.every(({ broke }) => broke === 0))
    rows.push({ ...rowOf({}), suite: name, broke: 1 });
  return rows;
}

function rowOf({ name = "", assertionResults: tests = [], startTime = 0, endTime = 0 }) {
  const ran = tests.filter(({ status }) => status === "passed" || status === "failed");
  return {
    suite: path.basename(name).replace(/\.(?:attack|test)\.ts$/, ""),
    attacks: ran.reduce((sum, { meta }) => sum + (meta?.attacks ?? 1), 0),
    held: ran.filter(({ status }) => status === "passed").length,
    broke: ran.length - ran.filter(({ status }) => status === "passed").length,
    skipped: tests.length - ran.length,
    memory: Math.max(0, ...ran.map(({ meta }) => meta?.memory ?? 0)),
    seconds: (endTime - startTime) / 1000,
  };
}

console.log(`${IMR_ATTACK_RUNS} runs of what is left to chance; seed of the sessions ${IMR_FUZZ_SEED}`);
const files = (named.length > 0 ? named : suites).map((name) => `test/attack/${name}${ending}`);
const rows = await rowsOf("suites", "--config", "vitest.attack.config.mts", ...files);
if (named.length === 0) {
  const sessions = ["test/protocol/wild.test.ts", "test/protocol/shelfSessions.test.ts"];
  rows.push(...(await rowsOf("sessions", ...sessions)));
}

const cells = rows.map(({ suite, attacks, held, broke, skipped, memory, seconds }) => [
  ...[suite, attacks, held, broke, skipped].map(String),
  memory > 0 ? `${Math.round(memory / 1e6)} MB` : "",
  `${seconds.toFixed(1)} s`,
]);
const table = [["suite", "attacks", "held", "broke", "skipped", "peak memory", "time"], ...cells];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
const padded = (cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]));
console.log(`\n${table.map((row) => row.map(padded).join("  ")).join("\n")}\n`);
const sum = (of) => rows.reduce((total, row) => total + row[of], 0);
console.log(`${sum("held")} passed, ${sum("broke")} failed`);
process.exitCode = sum("broke") > 0 || sum("held") === 0 ? 1 : 0;

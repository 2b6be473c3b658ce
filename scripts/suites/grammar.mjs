/** Runs the tests of the TextMate grammars. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { at, bin, run } from "../project.mjs";

const grammar = ["imr-letter", "imr-guideline"].flatMap((name) => [
  "--grammar",
  `syntaxes/${name}.tmLanguage.json`,
]);
const tool = (name) => bin("vscode-tmgrammar-test", `dist/${name}.js`);

/** Runs lines with expected scopes, then whole letters with snapshots of their scopes. */
export async function runGrammar() {
  const cases = await runCases();
  const snapshots = await runSnapshots();
  return { passed: cases.passed + snapshots.passed, failed: cases.failed + snapshots.failed };
}

async function runCases() {
  const reports = at("test-results/grammar");
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const args = [tool("unit"), ...grammar, "--xunit-report", reports, "test/grammar/cases/*.imr*"];
  const code = await run(process.execPath, args);
  const written = readdirSync(reports).map((name) => readFileSync(path.join(reports, name), "utf8"));
  const count = (element) => written.join("").match(element)?.length ?? 0;
  const failed = count(/<(?:failure|error)\b/g);
  return { passed: count(/<testcase\b/g) - failed, failed: code === 0 ? failed : Math.max(1, failed) };
}

/** All letters pass or all fail, because the tool doesn't report how many do. */
async function runSnapshots() {
  const letters = readdirSync(at("test/grammar/snapshots")).filter((name) => !name.endsWith(".snap"));
  const code = await run(process.execPath, [
    tool("snapshot"),
    ...grammar,
    "--scope",
    "text.imr-letter",
    "test/grammar/snapshots/*.txt",
  ]);
  return code === 0 ? { passed: letters.length, failed: 0 } : { passed: 0, failed: letters.length };
}

/**
 * `npm test`: runs all tests, also right after cloning. With names, runs only those parts: `npm run test:node`, or
 * `node scripts/test.mjs unit grammar`. The last line has the totals.
 */

import { runScript } from "./project.mjs";
import { ensureDependencies } from "./setup.mjs";

/** The parts, in order. `run` resolves to the counts of tests. */
const parts = {
  unit: { title: "Unit tests", run: async () => (await import("./suites/vitest.mjs")).runUnit() },
  grammar: { title: "Grammar", run: async () => (await import("./suites/grammar.mjs")).runGrammar() },
  node: {
    title: "VS Code, Node.js extension host",
    run: async () => (await import("./workbench/runNodeHost.mjs")).runNodeHost(),
  },
  web: {
    title: "VS Code, web worker extension host",
    run: async () => (await import("./workbench/runWebHost.mjs")).runWebHost(),
  },
  ui: {
    title: "VS Code page, with the package",
    run: async () => (await import("../test/workbench/ui/run.mjs")).runUi(),
  },
};

/** Parts of other parts that can be run separately. */
const subparts = {
  stdio: { title: "Server over stdio", run: async () => (await import("./suites/vitest.mjs")).runStdio() },
};

const known = { ...parts, ...subparts };
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in known));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(", ")}. Parts: ${Object.keys(known).join(", ")}.`);
  process.exit(2);
}

/** A part that fails completely or runs no tests counts as one failure. */
async function runPart({ title, run }) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  let counts;
  try {
    counts = await run();
    if (counts.passed + counts.failed === 0) throw new Error("No test ran.");
  } catch (error) {
    console.error(error);
    counts = { passed: counts?.passed ?? 0, failed: Math.max(1, counts?.failed ?? 0) };
  }
  return { title, ...counts, seconds: (performance.now() - started) / 1000 };
}

try {
  await ensureDependencies();
  if ((await runScript("build.mjs", "--tests")) !== 0) throw new Error("The build failed; see above.");
} catch (error) {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exit(1);
}

const results = [];
for (const name of named.length > 0 ? named : Object.keys(parts)) results.push(await runPart(known[name]));

console.log("");
for (const { title, passed, failed, seconds } of results) {
  console.log(
    `${failed > 0 ? "FAILED" : "ok"}  ${title}: ${passed} of ${passed + failed} passed in ${seconds.toFixed(1)} s`,
  );
}
const sum = (of) => results.reduce((total, result) => total + result[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

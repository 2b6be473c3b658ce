/**
 * `npm test`: runs all tests, also right after cloning. With names, runs only those parts: `npm run test:node`, or
 * `node scripts/test.mjs unit grammar`. The last line has the totals.
 */

import { runScript } from "./project.mjs";
import { ensureDependencies, ensureNode24 } from "./setup.mjs";

const vitest = () => import("./suites/vitest.mjs");
const editors = () => import("./suites/editors.mjs");
const nodeHost = async (options) => (await import("./workbench/runNodeHost.mjs")).runNodeHost(options);
const webHost = async (options) => (await import("./workbench/runWebHost.mjs")).runWebHost(options);
const page = async (options) => (await import("../test/workbench/ui/run.mjs")).runUi(options);
const newestVscode = async () => (await import("./workbench/hosts.mjs")).newestVscode;

/** A part that runs in the newest VS Code. */
const inNewest = (title, run) => ({
  title: `Newest VS Code, ${title}`,
  needs: async () => (await newestVscode()).prepare(),
  run: async () => run({ vscode: await newestVscode() }),
});

/**
 * The parts, in order. `needs` installs what not every computer can have: if it fails, the part is skipped. `run` resolves to
 * the counts of tests.
 */
const parts = {
  unit: { title: "Unit tests", run: async () => (await vitest()).runUnit() },
  grammar: { title: "Grammar", run: async () => (await import("./suites/grammar.mjs")).runGrammar() },
  node24: {
    title: "Node.js 24, server over stdio and command line",
    needs: ensureNode24,
    run: async (node) => (await vitest()).runPrograms(node),
  },
  editors: {
    title: "Other editors",
    needs: async () => {
      if ((await editors()).installedEditors().length === 0)
        throw new Error("none of those that can be tested is installed.");
    },
    run: async () => (await editors()).runEditors(),
  },
  node: { title: "VS Code, Node.js extension host", run: nodeHost },
  web: { title: "VS Code, web worker extension host", run: webHost },
  ui: { title: "VS Code page, with the package", run: page },
};

/** Parts that only run by name: they take long, or are in other parts. */
const subparts = {
  stdio: { title: "Server over stdio", run: async () => (await vitest()).runStdio() },
  unit24: {
    title: "Node.js 24, unit tests",
    needs: ensureNode24,
    run: async (node) => (await vitest()).runUnit(node),
  },
  newestNode: inNewest("Node.js extension host", nodeHost),
  newestWeb: inNewest("web worker extension host", webHost),
  newestUi: inNewest("page with the package", page),
};

const known = { ...parts, ...subparts };
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in known));
if (unknown.length > 0) {
  console.error(`Unknown part: ${unknown.join(", ")}. Parts: ${Object.keys(known).join(", ")}.`);
  process.exit(2);
}

/** A part that fails completely or runs no tests counts as one failure. */
async function runPart({ title, needs, run }) {
  console.log(`\n== ${title}`);
  let needed;
  try {
    needed = await needs?.();
  } catch (error) {
    console.log(`Skipped: ${error.message}`);
    return { title, passed: 0, failed: 0, skipped: error.message };
  }
  const started = performance.now();
  let counts;
  try {
    counts = await run(needed);
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
for (const { title, passed, failed, skipped, seconds } of results) {
  console.log(
    skipped !== undefined
      ? `skipped  ${title}: ${skipped}`
      : `${failed > 0 ? "FAILED" : "ok"}  ${title}: ${passed} of ${passed + failed} passed in ${seconds.toFixed(1)} s`,
  );
}
const sum = (of) => results.reduce((total, result) => total + result[of], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;

#!/usr/bin/env node
/**
 * Replaces VS Code desktop if it isn't available: takes the same arguments and runs the tests in the Node.js extension host.
 * `VSCODE_EXECUTABLE=scripts/workbench/asDesktop.mjs npm run test:desktop`
 */
import { report } from "./hostRun.mjs";
import { runNodeHost } from "./runNodeHost.mjs";

const args = process.argv.slice(2);
const option = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

report(
  await runNodeHost({
    extension: option("extensionDevelopmentPath"),
    tests: option("extensionTestsPath"),
    folder: args.find((arg) => !arg.startsWith("--")),
  }),
);

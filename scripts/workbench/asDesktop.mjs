#!/usr/bin/env node
/**
 * Stands in for a desktop VS Code where none can be had: takes the arguments that one is started with, and runs the
 * tests in the Node extension host. `VSCODE_EXECUTABLE=scripts/workbench/asDesktop.mjs npm run test:desktop`
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

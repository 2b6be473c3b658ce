/**
 * `npm run test:desktop`: runs the workbench tests in VS Code desktop, which is downloaded unless VSCODE_EXECUTABLE is the path
 * of one. VSCODE_VERSION selects a version, such as 1.100.3.
 */
import { runTests } from "@vscode/test-electron";
import { at, runScript } from "./project.mjs";

if ((await runScript("build.mjs", "--tests")) !== 0) process.exit(1);
try {
  await runTests({
    vscodeExecutablePath: process.env.VSCODE_EXECUTABLE,
    version: process.env.VSCODE_VERSION,
    extensionDevelopmentPath: at(),
    extensionTestsPath: at("dist/test/node/index.js"),
    launchArgs: [at("test/workbench/workspace"), "--disable-extensions", "--disable-workspace-trust"],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

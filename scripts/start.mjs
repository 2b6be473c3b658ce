/**
 * `npm start`: opens the sample letters in VS Code with the extension. Installs and builds what it needs first, so it works
 * right after cloning.
 *   npm start -- --web   uses VS Code in a browser, even if VS Code desktop is installed
 */

import { runScript } from "./project.mjs";
import { ensureDependencies } from "./setup.mjs";

const inBrowser = process.argv.includes("--web");

try {
  await ensureDependencies();
  if ((await runScript("build.mjs")) !== 0) throw new Error("The build failed; see above.");
  const { openDesktop, openInBrowser } = await import("./workbench/open.mjs");
  if (inBrowser || !(await openDesktop())) await openInBrowser();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/**
 * `npm start`: opens VS Code with the extension on the sample letters. Installs and builds what it needs first, so it
 * works right after a clone.
 *   npm start -- --web   the VS Code that runs in a browser, even where a desktop one is at hand
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

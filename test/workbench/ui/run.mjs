/**
 * Tests the user interface: packages the extension, installs the package in a new VS Code, and drives the page. All checks
 * run in order in the same VS Code.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, runScript } from "../../../scripts/project.mjs";
import { openWorkbench } from "../../../scripts/workbench/page.mjs";
import { checks } from "./checks.mjs";
import { hostilePacks } from "./hostile.mjs";

async function makePackage() {
  const file = at("test-results/imr-letters.vsix");
  rmSync(file, { force: true });
  mkdirSync(at("test-results"), { recursive: true });
  const packageTo = async (out) => {
    if ((await runScript("package.mjs", "--out", out)) !== 0)
      throw new Error("The extension couldn't be packaged.");
  };
  await packageTo(file);
  const again = at("test-results/imr-letters-again.vsix");
  await packageTo(again);
  if (!readFileSync(file).equals(readFileSync(again)))
    throw new Error("Packaging the extension twice gives different bytes.");
  return file;
}

/**
 * @param {{ vscode?: object }} options the VS Code to run, from `hosts.mjs`
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runUi({ vscode } = {}) {
  const { page, close } = await openWorkbench({
    file: "missing-decision.imr.txt",
    vsix: await makePackage(),
    packs: hostilePacks,
    vscode,
  });
  const counts = { passed: 0, failed: 0 };
  try {
    for (const [name, check] of Object.entries(checks)) {
      const started = performance.now();
      try {
        await check(page);
        counts.passed += 1;
        console.log(`  ok  ${name} (${Math.round(performance.now() - started)} ms)`);
      } catch (error) {
        counts.failed += 1;
        const picture = at("test-results", `failed-${counts.failed}.png`);
        await page.screenshot({ path: picture });
        console.error(`  FAILED  ${name} (see ${picture})\n${error.stack ?? error}`);
      }
      await page.keyboard.press("Escape");
    }
  } finally {
    await close();
  }
  return counts;
}

/**
 * What a person sees: the extension is packaged, the package installed in a fresh VS Code, and the page driven. One VS
 * Code serves all checks, which go through it in order.
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
  const makeIt = async (out) => {
    if ((await runScript("package.mjs", "--out", out)) !== 0)
      throw new Error("The extension could not be packaged.");
  };
  await makeIt(file);
  const again = at("test-results/imr-letters-again.vsix");
  await makeIt(again);
  if (!readFileSync(file).equals(readFileSync(again)))
    throw new Error("Packaged twice, the extension has other bytes.");
  return file;
}

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function runUi() {
  const { page, close } = await openWorkbench({
    file: "missing-decision.imr.txt",
    vsix: await makePackage(),
    packs: hostilePacks,
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

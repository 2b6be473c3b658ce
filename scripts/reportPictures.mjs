/** Takes the screenshots for docs/report.md, with made-up letters: light, dark, and the table of issues. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { writeCorpus } from "./corpus.mjs";
import { at, run } from "./project.mjs";
import { launchBrowser } from "./workbench/browser.mjs";

/** Writes the screenshots to `folder`. The command line must be built. */
export async function takeReportPictures(folder) {
  const work = mkdtempSync(path.join(tmpdir(), "imr-report-"));
  let browser;
  try {
    writeCorpus(path.join(work, "letters"), 1000);
    const args = [at("dist/cli.js"), "report", "letters", "-o", "report.html"];
    if ((await run(process.execPath, args, { cwd: work })) !== 0)
      throw new Error("The report couldn't be created.");
    browser = await launchBrowser();
    for (const colorScheme of ["light", "dark"]) {
      const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 960 } });
      await page.goto(pathToFileURL(path.join(work, "report.html")).href);
      const takeScreenshot = async (name) => {
        await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), caret: "hide" });
        console.log(`docs/images/${name}-${colorScheme}.png`);
      };
      await takeScreenshot("report");
      if (colorScheme === "light") {
        await page.getByRole("button", { name: "NSAID", exact: true }).click();
        await page.getByRole("searchbox").fill("overturned");
        await page.setViewportSize({ width: 1280, height: 560 });
        await page.locator("#issues").scrollIntoViewIfNeeded();
        await takeScreenshot("report-issues");
      }
      await page.close();
    }
  } finally {
    await browser?.close();
    rmSync(work, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await takeReportPictures(at("docs/images"));

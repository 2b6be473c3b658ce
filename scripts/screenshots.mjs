/** `npm run screenshots`: takes the screenshots of the README and the docs, in a light and a dark theme. */
import { mkdirSync } from "node:fs";
import { at, runScript } from "./project.mjs";
import { takeReportPictures } from "./reportPictures.mjs";
import { ensureDependencies } from "./setup.mjs";

await ensureDependencies();
if ((await runScript("build.mjs")) !== 0) process.exit(1);
const {
  chooseTheme,
  goToLine,
  hoverOn,
  lowerPanel,
  openFile,
  openWorkbench,
  runCommand,
  showOutline,
  widenSideBar,
} = await import("./workbench/page.mjs");

const themes = { light: "Light Modern", dark: "Dark Modern" };
/** The screenshots that are also taken in the dark theme. */
const shownDark = ["letter", "report-in-editor"];
const folder = at("docs/images");
mkdirSync(folder, { recursive: true });

await takeReportPictures(folder);

for (const [theme, themeName] of Object.entries(themes)) {
  const { page, close } = await openWorkbench({
    file: "missing-decision.imr.txt",
    settings: { "workbench.activityBar.location": "hidden" },
  });
  const takeScreenshot = async (name, { pointer = false } = {}) => {
    if (theme === "dark" && !shownDark.includes(name)) return;
    // Away from everything that would show a tooltip.
    if (!pointer) await page.mouse.move(180, 640);
    // Fonts, colors, and list rows are rendered when two screenshots in a row are the same.
    let last;
    for (let tries = 0; tries < 20; tries += 1) {
      const picture = await page.screenshot({ caret: "hide" });
      if (last && picture.equals(last)) break;
      last = picture;
    }
    await page.screenshot({ path: `${folder}/${name}-${theme}.png`, caret: "hide" });
    console.log(`docs/images/${name}-${theme}.png`);
  };
  try {
    await chooseTheme(page, themeName);
    await widenSideBar(page, 360);
    await showOutline(page);
    await runCommand(page, "View: Toggle Problems");
    await page.locator(".markers-panel .monaco-list-row").first().waitFor();
    await lowerPanel(page, 690);
    await page.keyboard.press("Control+1");
    await goToLine(page, 62);
    await goToLine(page, 50);
    await takeScreenshot("letter");

    await page.keyboard.press("Control+J");
    await openFile(page, "opioids-and-muscle-relaxants.imr.txt");
    await runCommand(page, "IMR: Go to Next Issue");
    await runCommand(page, "IMR: Go to Issue");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "Gabapentin" }).waitFor();
    await takeScreenshot("issues");
    await page.keyboard.press("Escape");

    await openFile(page, "compound-cream-and-omeprazole-2014.imr.txt");
    await goToLine(page, 62);
    await hoverOn(page, "Page(s): 56.", "56");
    await takeScreenshot("pages", { pointer: true });
    await page.mouse.move(5, 5);

    await goToLine(page, 58);
    await page.keyboard.press("Control+B");
    await runCommand(page, "IMR: Find Guideline");
    await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
    await page.keyboard.type("muscle relax");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "(for pain)" }).first().waitFor();
    await page.locator(".tab", { hasText: "page 63" }).waitFor();
    await takeScreenshot("find");
    await page.keyboard.press("Escape");
    await page.locator(".tab", { hasText: "page 63" }).waitFor({ state: "detached" });
    await page.keyboard.press("Control+B");

    await openFile(page, "no-rationale.imr.txt");
    await runCommand(page, "View: Show IMR Letters");
    await page.locator(".pane-body .monaco-list-row", { hasText: "Lidoderm" }).waitFor();
    await goToLine(page, 51);
    await page.keyboard.press("Control+End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("End");
    await page.locator(".view-line", { hasText: "needs:" }).waitFor();
    await takeScreenshot("drafting");

    await openFile(page, "missing-reviewer-guideline.imr.txt");
    await page.keyboard.press("Control+B");
    await goToLine(page, 39);
    await page.keyboard.press("End");
    await page.keyboard.type(
      "\n\nMAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, ",
    );
    await page.keyboard.type("Section(s): manu", { delay: 20 });
    await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "Manual therapy" }).waitFor();
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-details").waitFor();
    await takeScreenshot("completion");
    await page.keyboard.press("Escape");

    await runCommand(page, "Welcome: Open Walkthrough");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "IMR Letters" }).click();
    await page.locator(".getting-started-category, .step-title").first().waitFor();
    await takeScreenshot("walkthrough");

    await openFile(page, "missing-decision.imr.txt");
    await goToLine(page, 50);
    await runCommand(page, "IMR: Find All Determinations for This Treatment");
    const row = page.locator(".pane-body .monaco-list-row", { hasText: "Overturned · Omeprazole" });
    await row.waitFor();
    await takeScreenshot("determinations");

    await row.hover();
    await row.locator(".action-label").click();
    await page.locator(".monaco-diff-editor .view-line", { hasText: "Omeprazole" }).first().waitFor();
    await page.keyboard.press("Control+B");
    await takeScreenshot("compare");
    await page.keyboard.press("Control+B");

    await openFile(page, "opioids-and-muscle-relaxants.imr.txt");
    await goToLine(page, 52);
    await hoverOn(page, "Section(s): Opioids, criteria for use.", "criteria");
    await page.locator(".monaco-hover:visible a", { hasText: "State" }).first().click();
    await page.locator(".pane-body .monaco-list-row", { hasText: "CM16-" }).first().waitFor();
    await takeScreenshot("criteria");

    if (theme === "dark") {
      await runCommand(page, "View: Close All Editors");
      await page.keyboard.press("Control+B");
      await runCommand(page, "IMR: Show Folder Report");
      const report = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await report.getByRole("button", { name: "proton pump inhibitor" }).click();
      await report.getByRole("link", { name: "CM16-0990012" }).click();
      await page.locator(".view-line", { hasText: "Omeprazole 20mg #60:" }).first().waitFor();
      await report.getByRole("link", { name: "CM16-0990012" }).scrollIntoViewIfNeeded();
      await takeScreenshot("report-in-editor");
      await page.keyboard.press("Control+B");
    }
  } finally {
    await close();
  }
}

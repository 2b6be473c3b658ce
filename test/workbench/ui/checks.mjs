/** The checks, by what they prove. They start on missing-decision.imr.txt: two issues, the second without a decision. */
import assert from "node:assert/strict";
import { goToLine, hoverOn, openFile, runCommand, showOutline } from "../../../scripts/workbench/page.mjs";

const textsOf = async (locator) =>
  (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
/** Waits until the status bar says that the cursor is on that line of the letter. */
const cursorIsOn = (page, line) =>
  page.locator(".statusbar-item", { hasText: new RegExp(`Ln ${line}, Col`) }).waitFor();

export const checks = {
  async "the packaged extension is active and the status bar counts the issues"(page) {
    const item = page.locator(".statusbar-item", { hasText: "IMR: 2 issues" });
    await item.waitFor();
  },

  async "the missing decision has a squiggle"(page) {
    await goToLine(page, 50);
    await page.locator(".squiggly-warning").first().waitFor();
  },

  async "F8 says what is wrong"(page) {
    await goToLine(page, 1);
    await page.keyboard.press("F8");
    const widget = page.locator(".marker-widget");
    await widget.waitFor();
    await page.locator(".marker-widget", { hasText: /decision/i }).waitFor();
    assert.match(await widget.textContent(), /Omeprazole/);
  },

  async "the outline shows sections and treatments"(page) {
    await showOutline(page);
    const rows = page.locator(".outline-pane .monaco-list-row");
    await page.locator(".outline-pane .monaco-list-row", { hasText: "Naproxen 550mg #60" }).waitFor();
    const texts = await textsOf(rows);
    assert.ok(
      texts.some((text) => text.startsWith("CLINICAL CASE SUMMARY")),
      texts.join(" | "),
    );
    assert.ok(
      texts.some((text) => /^Naproxen 550mg #60 ?Overturned$/.test(text)),
      texts.join(" | "),
    );
    assert.ok(
      texts.some((text) => /^Omeprazole 20mg #60 ?no decision\b/i.test(text)),
      texts.join(" | "),
    );
    await page.keyboard.press("Control+1");
  },

  async "the keys go from issue to issue"(page) {
    await goToLine(page, 1);
    await page.keyboard.press("Control+Alt+PageDown");
    await cursorIsOn(page, 36);
    await page.keyboard.press("Control+Alt+PageDown");
    await cursorIsOn(page, 50);
    await page.keyboard.press("Control+Alt+PageDown");
    await page.locator(".statusbar-item", { hasText: "Last issue" }).waitFor();
    await page.keyboard.press("Control+Alt+PageUp");
    await cursorIsOn(page, 36);
  },

  async "the issue picker lists decisions and what is missing, and opens from the status bar"(page) {
    await page.locator(".statusbar-item", { hasText: "IMR: 2 issues" }).click();
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.nth(1).waitFor();
    const texts = await textsOf(rows);
    assert.match(texts[0], /1\. Naproxen 550mg #60 ?Overturned ?Complete/);
    assert.match(texts[1], /2\. Omeprazole 20mg #60 ?No decision ?Missing: decision/);
    await page.keyboard.press("Escape");
    await rows.first().waitFor({ state: "hidden" });
    await page.keyboard.press("Control+1");
  },

  async "mending the letter takes the squiggle away, and undo brings it back"(page) {
    await runCommand(page, "IMR: Go to Next Issue");
    await cursorIsOn(page, 50);
    await page.keyboard.press("End");
    await page.keyboard.type(" Upheld");
    await page.locator(".squiggly-warning").first().waitFor({ state: "hidden" });
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+Z");
    await page.locator(".squiggly-warning").first().waitFor();
  },

  async "cited pages under the pointer say what stands on them"(page) {
    await openFile(page, "cyclobenzaprine-2014.imr.txt");
    await runCommand(page, "IMR: Go to Next Issue");
    const text = await hoverOn(page, "Page(s): 63-66", "63-66");
    assert.match(text, /muscle relaxants/i);
    assert.match(text, /PDF/);
    await page.mouse.move(5, 5);
  },

  async "a letter named .txt is recognised"(page) {
    await openFile(page, "CM16-0990004.txt");
    await page.locator(".statusbar-item", { hasText: "IMR Letter" }).waitFor();
    await page.locator(".statusbar-item", { hasText: /IMR: \d+ issues?/ }).waitFor();
  },
};

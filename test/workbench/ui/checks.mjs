/** The checks by name. They start on missing-decision.imr.txt: two issues, the second without a decision. */
import assert from "node:assert/strict";
import { goToLine, hoverOn, openFile, runCommand, showOutline } from "../../../scripts/workbench/page.mjs";
import { hostileLetter } from "./hostile.mjs";

const textsOf = async (locator) =>
  (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
/** Waits until the status bar shows this line of the cursor. */
const cursorIsOn = (page, line) =>
  page.locator(".statusbar-item", { hasText: new RegExp(`Ln ${line}, Col`) }).waitFor();

/** Waits until VS Code has stored its editors, which it does every few seconds. */
async function untilStateHas(page, words) {
  const isStored = async (wanted) => {
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      const stores = [...database.objectStoreNames].filter((store) => store === "ItemTable");
      for (const store of stores) {
        const values = database.transaction(store).objectStore(store);
        const editors = await result(values.get("memento/workbench.parts.editor"));
        if (String(editors).includes(wanted)) {
          database.close();
          return true;
        }
      }
      database.close();
    }
    return false;
  };
  for (let tries = 0; tries < 60; tries += 1) {
    if (await page.evaluate(isStored, words)) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`VS Code hasn't stored "${words}".`);
}

export const checks = {
  async "the packaged extension is active and the status bar counts the issues"(page) {
    const item = page.locator(".statusbar-item", { hasText: "IMR: 2 issues" });
    await item.waitFor();
  },

  async "the missing decision is underlined"(page) {
    await goToLine(page, 50);
    await page.locator(".squiggly-warning").first().waitFor();
  },

  async "F8 shows the problem"(page) {
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

  async "the keyboard shortcuts go from issue to issue"(page) {
    await goToLine(page, 1);
    await page.keyboard.press("Control+Alt+PageDown");
    await cursorIsOn(page, 36);
    await page.keyboard.press("Control+Alt+PageDown");
    await cursorIsOn(page, 50);
    await page.keyboard.press("Control+Alt+PageDown");
    await page.locator(".statusbar-item", { hasText: "This is the last issue." }).waitFor();
    await page.keyboard.press("Control+Alt+PageUp");
    await cursorIsOn(page, 36);
  },

  async "the issue picker opens from the status bar and lists decisions and missing elements"(page) {
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

  async "fixing the letter removes the underline, and undo brings it back"(page) {
    await runCommand(page, "IMR: Go to Next Issue");
    await cursorIsOn(page, 50);
    await page.keyboard.press("End");
    await page.keyboard.type(" Upheld");
    await page.locator(".squiggly-warning").first().waitFor({ state: "hidden" });
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+Z");
    await page.locator(".squiggly-warning").first().waitFor();
  },

  async "hovering over cited pages shows what they cover"(page) {
    await openFile(page, "cyclobenzaprine-2014.imr.txt");
    await runCommand(page, "IMR: Go to Next Issue");
    const text = await hoverOn(page, "Page(s): 63-66", "63-66");
    assert.match(text, /muscle relaxants/i);
    assert.match(text, /PDF/);
    await page.mouse.move(5, 5);
  },

  async "a letter in a .txt file is recognized"(page) {
    await openFile(page, "CM16-0990004.txt");
    await page.locator(".statusbar-item", { hasText: "IMR Letter" }).waitFor();
    await page.locator(".statusbar-item", { hasText: /IMR: \d+ issues?/ }).waitFor();
  },

  async "the report filters its issues, and a link in it opens the letter at the issue"(page) {
    await runCommand(page, "IMR: Show Folder Report");
    await page.locator(".tab.active", { hasText: "IMR Letters Report" }).waitFor();
    const report = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await report.getByRole("status").filter({ hasText: "Showing 31 issues." }).waitFor();
    const background = (element) => getComputedStyle(element).backgroundColor;
    assert.equal(
      await report.locator("body").evaluate(background),
      await page.locator(".part.editor > .content").evaluate(background),
    );
    await report.getByRole("button", { name: "proton pump inhibitor" }).click();
    await report.getByRole("status").filter({ hasText: "Showing 2 matching issues, out of 31." }).waitFor();
    await report.getByRole("link", { name: "CM16-0990012" }).click();
    await page.locator(".tab.active", { hasText: "missing-decision.imr.txt" }).last().waitFor();
    await cursorIsOn(page, 50);
    await runCommand(page, "View: Close All Editors");
  },

  async "the code lens above an issue shows all determinations for its treatment"(page) {
    await openFile(page, "missing-decision.imr.txt");
    await goToLine(page, 50);
    const lens = page.locator(".codelens-decoration a", { hasText: "0 upheld, 1 overturned" });
    await lens.click();
    const view = page.locator(".pane-body", { hasText: "1 overturned, 1 without a decision in 2 letters" });
    await view.locator(".monaco-list-row", { hasText: "CM14-0990006" }).waitFor();
    await view.locator(".monaco-list-row", { hasText: "Overturned · Omeprazole" }).waitFor();
    await page.keyboard.press("Control+1");
  },

  async "an issue can be compared with any other found by its words, in any order"(page) {
    await goToLine(page, 50);
    await runCommand(page, "IMR: Compare Rationales");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Omeprazole 20mg #60" }).first().waitFor();
    await page.keyboard.type("overturned acupuncture");
    await rows.filter({ hasText: "Acupuncture for the lumbar spine" }).first().click();
    await page.locator(".tab.active", { hasText: "Acupuncture" }).waitFor();
    const sides = page.locator(".diff-editor, .monaco-diff-editor").first();
    await sides.locator(".original .view-line", { hasText: "no decision" }).first().waitFor();
    await sides.locator(".modified .view-line", { hasText: "Overturned" }).first().waitFor();
    await runCommand(page, "View: Close All Editors");
  },

  async "a letter drafted by typing and accepting suggestions has no warnings"(page) {
    await runCommand(page, "File: New Untitled Text File");
    await runCommand(page, "Change Language Mode");
    await page.locator('.quick-input-filter input[placeholder*="Language Mode"]').waitFor();
    await page.keyboard.type("IMR Letter");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "IMR Letter" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".statusbar-item", { hasText: "IMR Letter" }).waitFor();
    const list = page.locator(".suggest-widget.visible");
    const type = (text) => page.keyboard.type(text, { delay: 10 });
    /** Waits until the first suggestion is the expected one, and accepts it. */
    const accept = async (expected) => {
      await list.locator(".monaco-list-row.focused", { hasText: expected }).waitFor();
      await page.keyboard.press("Tab");
      await list.locator(".monaco-list-row.focused", { hasText: expected }).waitFor({ state: "hidden" });
    };

    await type("Case Number: CM16-0990077\nDate Assigned: 05/09/2016\nDate of Injury: 09/14/2015\n");
    await type("Decision Date: 06/10/2016\nUR Denial Date: 04/12/2016\nPriority: Standard\n");
    await type("Application Received: 04/28/2016\n\n");
    await type("HO");
    await accept("HOW THE IMR FINAL DETERMINATION WAS MADE");
    await type("California");
    await page.keyboard.press("Tab");
    await type("Family Medicine");
    await page.keyboard.press("Tab");
    await type("CL");
    await accept("CLINICAL CASE SUMMARY");
    await type(
      "The injured worker is a 41 year old male who sustained an industrial injury on 09/14/2015 when ",
    );
    await type(
      "he lifted a crate. Diagnoses include lumbar strain. He has taken cyclobenzaprine for seven months. ",
    );
    await type("Utilization review dated 04/12/2016 non-certified the request.\n\n");
    await type("IM");
    await accept("IMR ISSUES, DECISIONS AND RATIONALES");
    await type("Cyclobenzaprine 7.5mg #60: ");
    await accept("Upheld");
    await type("\n\nCl");
    await accept("Claims Administrator guideline:");
    await accept("Decision based on MTUS");
    // The next list comes with the space before it.
    await list.locator(".monaco-list-row.focused").waitFor();
    await type("Chronic");
    await accept("Chronic Pain Medical Treatment 2009");
    await accept("Cyclobenzaprine (Flexeril)");
    await type(".\n\nMA");
    await accept("MAXIMUS guideline:");
    await accept("Decision based on MTUS");
    await accept("Chronic Pain Medical Treatment 2009");
    await list.locator(".monaco-list-row.focused").waitFor();
    await type("Musc");
    await accept("Muscle relaxants (for pain)");
    await type(".\n\nDe");
    await accept("Decision rationale:");
    assert.equal(await list.count(), 0, "There must be no suggestions at the start of prose.");
    await type(
      "The MTUS recommends cyclobenzaprine for a short course only. The records show that the employee ",
    );
    await type("has used it for seven months without a gain in function. ");
    assert.equal(await list.count(), 0, "There must be no suggestions in prose.");
    await page.keyboard.press("Control+Space");
    await accept("Therefore, the request for Cyclobenzaprine 7.5mg #60");
    await page.locator(".statusbar-item", { hasText: /^\s*IMR: 1 issue\s*$/ }).waitFor();
    await page.locator(".squiggly-warning").first().waitFor({ state: "hidden" });
    await page.locator(".codelens-decoration", { hasText: "Upheld: complete" }).waitFor();
  },

  async "hostile text of a pack and a letter is plain text in hovers and in the tooltips of links"(page) {
    const requested = [];
    page.on("request", (request) => requested.push(request.url()));
    await runCommand(page, "File: New Untitled Text File");
    await runCommand(page, "Change Language Mode");
    await page.locator('.quick-input-filter input[placeholder*="Language Mode"]').waitFor();
    await page.keyboard.type("IMR Letter");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: "IMR Letter" }).waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".statusbar-item", { hasText: "IMR Letter" }).waitFor();
    await page.keyboard.insertText(hostileLetter);
    await page.locator(".statusbar-item", { hasText: /^\s*IMR: 1 issue/ }).waitFor();
    await goToLine(page, 1);
    for (const [line, on, expected] of [
      ["Eye Complaints", "417", "Ice Clinic>) ![x]("],
      ["Eye Complaints", "Eye", "About Clinic>) ![x]("],
      ["Ice pack", "Ice pack", "Decision: Upheld"],
    ]) {
      const text = await hoverOn(page, line, on);
      assert.ok(text.includes(expected), text);
      const hover = page.locator(".monaco-hover:visible");
      assert.equal(await hover.locator("img, iframe, video, audio, h1, code").count(), 0, text);
      const links = await hover
        .locator("a[data-href]")
        .evaluateAll((all) => all.map(({ dataset }) => dataset.href));
      for (const link of links) {
        assert.match(link, /^(?:https:\/\/example\.org\/[^<>[\]]*|imr-guideline:\/acoem-16\/[^<>[\]]*)$/);
      }
      await page.mouse.move(5, 5);
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(
      requested.filter((url) => url.includes("evil")),
      [],
    );
    await runCommand(page, "View: Revert and Close Editor");
  },

  async "a letter is saved as Word, opens as a letter, and is open again after the page is reloaded"(page) {
    const letter = page.locator(".tab.active", { hasText: "CM16-0990012.docx (letter)" });
    const isLetterOpen = async () => {
      await letter.waitFor({ timeout: 60_000 });
      await page.locator(".statusbar-item", { hasText: "Word file" }).waitFor({ timeout: 60_000 });
      await page.locator(".view-line", { hasText: "HOW THE IMR FINAL DETERMINATION WAS MADE" }).waitFor();
    };
    const saveDialog = page.locator(".quick-input-widget:visible .quick-input-filter input").first();
    /** The name in the dialog for the file to save. */
    const suggestedName = async (end) => {
      await runCommand(page, "IMR: Save as Word");
      await page.waitForFunction(
        (ending) =>
          [...document.querySelectorAll(".quick-input-widget .quick-input-filter input")].some(
            ({ value, offsetParent }) => offsetParent !== null && value.endsWith(ending),
          ),
        end,
      );
      return (await saveDialog.inputValue()).split("/").at(-1);
    };
    await openFile(page, "missing-decision.imr.txt");
    assert.equal(await suggestedName(".docx"), "CM16-0990012.docx");
    await page.keyboard.press("Enter");
    const files = page.locator(".pane-header", { hasText: "samples" });
    await runCommand(page, "Explorer: Focus on Folders View");
    if ((await files.getAttribute("aria-expanded")) === "false") await files.click();
    const row = page.locator(".explorer-folders-view .monaco-list-row", { hasText: "CM16-0990012.docx" });
    await row.click({ button: "right" });
    await page.locator(".monaco-menu .action-item", { hasText: "Open as IMR Letter" }).click();
    await isLetterOpen();
    // The tab says that it can't be changed.
    await letter.locator(".codicon-lock, [aria-label*='ead-only']").first().waitFor({ state: "attached" });
    assert.equal(await suggestedName(".docx"), "CM16-0990012 (published form).docx");
    await page.keyboard.press("Escape");
    await untilStateHas(page, "imr-document");
    // With a file to open, VS Code opens only that.
    const address = new URL(page.url());
    const payload = JSON.parse(address.searchParams.get("payload"));
    address.searchParams.set("payload", JSON.stringify(payload.filter(([name]) => name !== "openFile")));
    await page.goto(address.href);
    await isLetterOpen();
  },
};

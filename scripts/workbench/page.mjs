/** The workbench as a person sees it, driven by tests and for pictures. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at } from "../project.mjs";
import { launchBrowser } from "./browser.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

const patience = 60_000;

/** Settings that make a page easy to read and quick to come up. */
const plainPage = {
  "editor.minimap.enabled": false,
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "outline.collapseItems": "alwaysExpand",
};

/**
 * Opens a file of the samples, or rather of a copy of them, in a fresh VS Code.
 * @param {{ file: string, vsix?: string, settings?: object, packs?: object }} options `vsix` installs a package; without
 *   it the extension runs from the project's folder; `packs` are texts by the names of guideline packs in the folder
 */
export async function openWorkbench({ file, vsix, settings = {}, packs = {} }) {
  const copies = mkdtempSync(path.join(tmpdir(), "imr-letters-"));
  const samples = path.join(copies, "samples");
  cpSync(at("samples"), samples, { recursive: true });
  mkdirSync(path.join(samples, ".imr"));
  for (const [name, text] of Object.entries(packs)) writeFileSync(path.join(samples, ".imr", name), text);
  const server = await startServer({ vsix, settings: { ...plainPage, ...settings } });
  let browser;
  const close = async () => {
    await browser?.close().catch(() => {});
    await server.stop();
    rmSync(copies, { recursive: true, force: true });
  };
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    const where = { folder: samples, file: path.join(samples, file), extension: vsix ? undefined : at() };
    await page.goto(workbenchUrl(server, where));
    await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: patience });
    await page.locator(".statusbar-item", { hasText: /^\s*IMR: / }).waitFor({ timeout: patience });
    return { page, close };
  } catch (error) {
    await browser
      ?.contexts()[0]
      ?.pages()[0]
      ?.screenshot({ path: at("test-results/page-did-not-open.png") });
    await close();
    throw error;
  }
}

/**
 * Opens one of the input lists, types into it and waits for what comes up. While the focus is on its way from one part
 * of the page to another, keys are lost: then all of it again.
 */
async function typeInto(page, key, text, expected) {
  const list = page.locator(".quick-input-widget");
  for (let tries = 0; tries < 5; tries += 1) {
    await page.keyboard.press(key);
    try {
      await page
        .locator(".quick-input-widget:visible .quick-input-filter input")
        .first()
        .waitFor({ timeout: 3000 });
      await page.keyboard.type(text);
      await expected.waitFor({ timeout: 5000 });
      return;
    } catch {
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "hidden" });
    }
  }
  throw new Error(`${key} and "${text}" brought up nothing.`);
}

const listRow = (page, text) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

/** Runs a command by its name in the command palette. */
export async function runCommand(page, name) {
  await typeInto(page, "F1", name, listRow(page, name));
  await listRow(page, name).click();
}

/** Draws the side bar's right border to `x`, in pixels. */
export async function widenSideBar(page, x) {
  const { x: left, width } = await page.locator(".part.sidebar").boundingBox();
  await drag(page, [left + width, 300], [x, 300]);
}

/** Draws the upper border of the panel below the editor to `y`, in pixels. */
export async function lowerPanel(page, y) {
  const { x, y: top } = await page.locator(".part.panel").boundingBox();
  await drag(page, [x + 300, top], [x + 300, y]);
}

async function drag(page, from, to) {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
}

/** Gives the side bar to the outline, the list of files folded away. */
export async function showOutline(page) {
  const files = page.locator(".pane-header", { hasText: "samples" });
  if ((await files.getAttribute("aria-expanded")) === "true") await files.click();
  await runCommand(page, "Explorer: Focus on Outline View");
  await page.locator(".outline-pane .monaco-list-row").first().waitFor();
}

/** Changes the colours, by the name that the list of themes shows. */
export async function chooseTheme(page, name) {
  await runCommand(page, "Preferences: Color Theme");
  // The list shows a part of itself at a time; what is typed too early is lost.
  await listRow(page, "Modern").waitFor();
  await page.keyboard.type(name);
  await listRow(page, name).click();
}

/** Opens another file of the folder. */
export async function openFile(page, name) {
  await typeInto(page, "Control+P", name, listRow(page, name));
  await listRow(page, name).click();
  await page.locator(".tab.active", { hasText: name }).waitFor();
}

/** Brings a line (1-based) into view, the cursor at its start. */
export async function goToLine(page, line) {
  await typeInto(page, "Control+G", String(line), listRow(page, `line ${line}`));
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The middle of `words` in the first visible line that holds `line`, in pixels. */
export async function placeOf(page, line, words = line) {
  const find = ([lineText, wanted]) => {
    const plain = (text) => text.replaceAll("\u00A0", " ");
    for (const element of document.querySelectorAll(".monaco-editor .view-line")) {
      const text = plain(element.textContent);
      if (!text.includes(lineText)) continue;
      let start = text.indexOf(wanted, text.indexOf(lineText));
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (start < node.length) {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, Math.min(node.length, start + wanted.length));
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        start -= node.length;
      }
    }
    return undefined;
  };
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll(".monaco-editor .view-line")].some((element) =>
        element.textContent.replaceAll("\u00A0", " ").includes(text),
      ),
    line,
  );
  const place = await page.evaluate(find, [line, words]);
  if (!place) throw new Error(`"${words}" is not on the page.`);
  return place;
}

/** Holds the pointer over `words` until the hover stands; resolves to its text. */
export async function hoverOn(page, line, words) {
  const hover = page.locator(".monaco-hover:visible .hover-row").first();
  // Lenses and hints that arrive late move the line away from under the pointer: then once more.
  for (let tries = 0; tries < 4; tries += 1) {
    const place = await placeOf(page, line, words);
    await page.mouse.move(place.x, place.y - 40);
    await page.mouse.move(place.x, place.y, { steps: 4 });
    const shown = await hover.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (shown) break;
  }
  return (await page.locator(".monaco-hover:visible").first().textContent()).replaceAll("\u00A0", " ");
}

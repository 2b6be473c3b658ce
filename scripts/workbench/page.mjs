/** Drives the workbench like a user, for tests and screenshots. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at } from "../project.mjs";
import { launchBrowser } from "./browser.mjs";
import { startServer, workbenchUrl } from "./server.mjs";

const startTimeoutMs = 60_000;

/** Settings that make the page easy to read and quick to load. */
const plainPage = {
  "editor.minimap.enabled": false,
  "workbench.layoutControl.enabled": false,
  "window.commandCenter": false,
  "chat.commandCenter.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "outline.collapseItems": "alwaysExpand",
};

/**
 * Opens a file from a copy of the samples in a new VS Code.
 * @param {{ file: string, vsix?: string, settings?: object, packs?: object, vscode?: object }} options `vsix` is a package to install; without
 *   it, the extension runs from the project's folder. `packs` maps the names of guideline packs in the folder to their texts.
 *   `vscode` is the VS Code to run, from `hosts.mjs`.
 */
export async function openWorkbench({ file, vsix, settings = {}, packs = {}, vscode }) {
  const copies = mkdtempSync(path.join(tmpdir(), "imr-letters-"));
  const samples = path.join(copies, "samples");
  cpSync(at("samples"), samples, { recursive: true });
  mkdirSync(path.join(samples, ".imr"));
  for (const [name, text] of Object.entries(packs)) writeFileSync(path.join(samples, ".imr", name), text);
  const server = await startServer({ vscode, vsix, settings: { ...plainPage, ...settings } });
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
    await page.locator(".monaco-editor .view-line").first().waitFor({ timeout: startTimeoutMs });
    await page.locator(".statusbar-item", { hasText: /^\s*IMR: / }).waitFor({ timeout: startTimeoutMs });
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
 * Opens a quick input, types into it, and waits for an element. Keys are lost while the focus moves from one part of the page to
 * another, so it tries again.
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
  throw new Error(`Nothing appeared after ${key} and "${text}".`);
}

const listRow = (page, text) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

/** Runs a command by its name from the Command Palette. */
export async function runCommand(page, name) {
  await typeInto(page, "F1", name, listRow(page, name));
  await listRow(page, name).click();
}

/** Drags the right border of the side bar to `x`, in pixels. */
export async function widenSideBar(page, x) {
  const { x: left, width } = await page.locator(".part.sidebar").boundingBox();
  await drag(page, [left + width, 300], [x, 300]);
}

/** Drags the upper border of the panel to `y`, in pixels. */
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

/** Shows the outline in the side bar and collapses the list of files. */
export async function showOutline(page) {
  const files = page.locator(".pane-header", { hasText: "samples" });
  if ((await files.getAttribute("aria-expanded")) === "true") await files.click();
  await runCommand(page, "Explorer: Focus on Outline View");
  await page.locator(".outline-pane .monaco-list-row").first().waitFor();
}

/** Selects a color theme by its name. */
export async function chooseTheme(page, name) {
  await runCommand(page, "Preferences: Color Theme");
  // The list loads gradually, and keys are lost before that.
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

/** Goes to a 1-based line, with the cursor at its start. */
export async function goToLine(page, line) {
  await typeInto(page, "Control+G", String(line), listRow(page, `line ${line}`));
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The center of `words` in the first visible line that contains `line`, in pixels. */
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
  if (!place) throw new Error(`"${words}" isn't on the page.`);
  return place;
}

/** Points to `words` until the hover is shown; resolves to its text. */
export async function hoverOn(page, line, words) {
  const hover = page.locator(".monaco-hover:visible .hover-row").first();
  // CodeLens and inlay hints that arrive late move the line away from the pointer, so try again.
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

/** The page in a browser that reaches no network: what a person with a mouse, with keys, or with a screen reader gets. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { launchBrowser } from "../../scripts/workbench/browser.mjs";
import { letter, manyLetters, pageOn } from "./reports.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Axe {
  run(): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "imr-report-"));
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the page asked of a network, and what the browser said was wrong with it. */
let asked: string[];
let complaints: string[];
let page: Page;
afterEach(async () => {
  await page.context().close();
  expect(asked).toEqual([]);
  expect(complaints).toEqual([]);
});

async function open(html: string, options: BrowserContextOptions = {}, before = ""): Promise<void> {
  const file = path.join(folder, "report.html");
  writeFileSync(file, html);
  [asked, complaints] = [[], []];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (before !== "") await page.addInitScript(before);
  await page.route(/^(?!file:)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(pathToFileURL(file).href);
}

const hundred = pageOn(manyLetters(60));

const status = () => page.getByRole("status").textContent();
const rows = () => page.locator("#all-issues tbody tr");
const column = async (number: number) => rows().locator(`:nth-child(${number})`).allTextContents();
const heading = (name: string) =>
  page.locator("#all-issues").getByRole("columnheader", { name, exact: true });
const filter = () => page.getByRole("searchbox", { name: "Show issues with" });

describe("the table of issues", () => {
  test("shows a hundred rows at a time, and says which", async () => {
    await open(hundred);
    expect(await status()).toBe("Showing 1 to 100 of 120 issues.");
    expect(await rows().count()).toBe(100);
    await page.getByRole("button", { name: "Next" }).click();
    expect(await status()).toBe("Showing 101 to 120 of 120 issues.");
    expect(await page.getByRole("button", { name: "Next" }).getAttribute("aria-disabled")).toBe("true");
    await page.getByRole("button", { name: "Next" }).click({ force: true });
    expect(await rows().count()).toBe(20);
    await page.getByRole("button", { name: "Previous" }).click();
    expect(await status()).toBe("Showing 1 to 100 of 120 issues.");
  });

  test("is filtered by words of any column, in any order", async () => {
    await open(hundred);
    await filter().fill("UPHELD norco cm16-000001");
    expect(await status()).toBe("Showing 4 issues that match, of 120.");
    expect(new Set(await column(3))).toEqual(new Set(["Norco 10/325mg #120"]));
    await filter().fill("no such treatment");
    expect(await status()).toBe("No issue matches, of 120.");
    await filter().fill("");
    expect(await rows().count()).toBe(100);
  });

  test("is filtered by decision", async () => {
    await open(hundred);
    await page.getByLabel("Decision", { exact: true }).selectOption("none");
    expect(await status()).toBe("Showing 24 issues that match, of 120.");
    expect(new Set(await column(5))).toEqual(new Set(["none"]));
  });

  test("is sorted by its headings, and says how", async () => {
    await open(pageOn(manyLetters(6)));
    expect(await page.locator("#all-issues [aria-sort]").count()).toBe(0);
    await heading("Treatment").getByRole("button").click();
    expect(await heading("Treatment").getAttribute("aria-sort")).toBe("ascending");
    const ascending = await column(3);
    expect(ascending).toEqual(ascending.toSorted((a, b) => a.localeCompare(b, "en")));
    await heading("Treatment").getByRole("button").click();
    expect(await heading("Treatment").getAttribute("aria-sort")).toBe("descending");
    expect(await column(3)).toEqual(ascending.toReversed());
    await heading("Decided").getByRole("button").click();
    expect(await heading("Treatment").getAttribute("aria-sort")).toBeNull();
    const days = await column(2);
    expect(days).toEqual(days.toSorted());
  });

  test("sorts empty cells to the end, either way", async () => {
    await open(pageOn([letter([{ decisionDate: null }, {}, { decisionDate: "2015-01-01" }])]));
    await heading("Decided").getByRole("button").click();
    expect(await column(2)).toEqual(["2015-01-01", "2016-12-05", ""]);
    await heading("Decided").getByRole("button").click();
    expect(await column(2)).toEqual(["2016-12-05", "2015-01-01", ""]);
  });

  test("shows what a row of another table counts, and all again", async () => {
    await open(hundred);
    await page.getByRole("button", { name: "opioid" }).click();
    expect(await status()).toBe("Showing 24 issues that match, of 120.");
    expect(new Set(await column(4))).toEqual(new Set(["opioid"]));
    expect(await page.locator(".narrowed").textContent()).toContain("Only Drug class: opioid");
    expect(await page.evaluate("document.activeElement?.id")).toBe("issues");
    await page.getByRole("button", { name: "Show all again" }).click();
    expect(await status()).toBe("Showing 1 to 100 of 120 issues.");
    await page.getByRole("button", { name: "The rationale states no guideline criterion" }).click();
    expect(await status()).toBe("Showing 30 issues that match, of 120.");
  });

  test("keeps twenty thousand rows out of the page but those that are shown", async () => {
    await open(pageOn(manyLetters(10_000)));
    expect(await status()).toBe("Showing 1 to 100 of 20,000 issues.");
    expect(await page.locator("tr").count()).toBeLessThan(200);
    await filter().fill("norco");
    expect(await status()).toBe("Showing 1 to 100 of 4,000 issues that match, of 20,000.");
    await heading("Case").getByRole("button").click();
    await heading("Case").getByRole("button").click();
    expect((await column(1))[0]).toBe("CM16-0009999");
    expect(await rows().count()).toBe(100);
  });
});

test("a table of counts sorts by number and is cut short until it is asked for", async () => {
  const classes = Array.from({ length: 30 }, (_, index) =>
    Array.from({ length: 1 + ((index * 7) % 30) }, () => ({ drugClass: `class ${index}` })),
  );
  await open(pageOn([letter(classes.flat())]));
  const table = page.locator("table", { hasText: "Treatments with a drug" });
  const counts = async () =>
    (await table.locator("tbody tr:visible td:nth-child(2)").allTextContents()).map(Number);
  expect(await counts()).toEqual([30, 29, 28, 27, 26, 25, 24, 23, 22, 21]);
  await table.getByRole("button", { name: "Issues" }).click();
  await table.getByRole("button", { name: "Issues" }).click();
  expect(await counts()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const more = page.getByRole("button", { name: "Show all 30" });
  expect(await more.getAttribute("aria-expanded")).toBe("false");
  await more.click();
  expect((await counts()).length).toBe(30);
});

test("all of it works with keys alone, and shows where the focus is", async () => {
  await open(hundred);
  const outline = () => page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
  await filter().focus();
  expect(await outline()).toBe("solid");
  await page.keyboard.type("acupuncture");
  expect(await status()).toBe("Showing 24 issues that match, of 120.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Overturned");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await heading("Case").getAttribute("aria-sort")).toBe("ascending");
  expect(await outline()).toBe("solid");
});

test("it is readable without its script", async () => {
  await open(hundred, { javaScriptEnabled: false });
  expect(await rows().count()).toBe(120);
  expect(await rows().last().isVisible()).toBe(true);
  expect(await filter().isVisible()).toBe(false);
  expect(await page.getByRole("button").count()).toBe(0);
});

describe.each(["light", "dark"] as const)("in %s colours", (colorScheme) => {
  test("nothing is found against its accessibility", async () => {
    await open(hundred, { colorScheme });
    const paper = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(paper).toBe(colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(27, 30, 35)");
    await page.getByRole("button", { name: "opioid" }).click();
    await heading("Case").getByRole("button").click();
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { readonly axe: Axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });

  test("and on a narrow screen the page itself does not scroll sideways", async () => {
    await open(hundred, { colorScheme, viewport: { width: 360, height: 700 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });
});

test("on paper it is black on white, with all rows that are looked for and without controls", async () => {
  await open(hundred, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  expect(await filter().isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Next" }).isVisible()).toBe(false);
  expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await rows().count()).toBe(120);
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  expect(await rows().count()).toBe(100);
});

describe("what stands in letters", () => {
  test("runs nothing and breaks nothing", async () => {
    const words = `"><script>document.title="gone"</script><img src="https://example.org/x"> \u202e'=1+1`;
    await open(
      pageOn(
        [
          letter([{ treatment: words, caseNumber: words, missing: [words] }], {
            name: words,
            rules: [words],
          }),
        ],
        words,
      ),
    );
    await filter().fill("script");
    expect(await column(3)).toEqual([words]);
    expect(await page.title()).toBe(`IMR letters: ${words}`);
    expect(await page.locator("img").count()).toBe(0);
  });
});

describe("inside VS Code", () => {
  const topOf = (one: unknown): number =>
    (one as { getBoundingClientRect(): { readonly top: number } }).getBoundingClientRect().top;

  /** What the webview lends the page, with the colours of a dark theme; messages are kept to be looked at. */
  const editor = (state: object | null = null) => `
    globalThis.sent = [];
    globalThis.kept = ${JSON.stringify(state)};
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => sent.push(message),
      getState: () => kept ?? undefined,
      setState: (state) => { kept = state; },
    });
    addEventListener("DOMContentLoaded", () => {
      document.body.classList.add("vscode-dark");
      document.documentElement.style.setProperty("--vscode-editor-background", "#002b36");
    });`;

  test("a link asks the editor to open the letter, at its line", async () => {
    await open(pageOn([letter([{}], { href: "file:///w/a%20b.imr", line: 12 })]), {}, editor());
    await page.getByRole("link", { name: "CM16-0990001" }).click();
    expect(await page.evaluate("sent")).toEqual([{ open: "file:///w/a%20b.imr#L12" }]);
    expect(page.url()).toMatch(/report\.html$/);
  });

  test("the link stays in view when the letter's editor makes the page narrow", async () => {
    await open(hundred, {}, editor());
    const link = page.getByRole("link", { name: "CM16-0000040" }).first();
    await link.click();
    await page.setViewportSize({ width: 600, height: 900 });
    await expect.poll(() => link.evaluate(topOf)).toBeGreaterThan(0);
    expect(await link.evaluate(topOf)).toBeLessThan(900);
  });

  test("the colours are the theme's, whatever the system has", async () => {
    await open(hundred, { colorScheme: "light" }, editor());
    const style = await page.evaluate(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).colorScheme]",
    );
    expect(style).toEqual(["rgb(0, 43, 54)", "dark"]);
  });

  test("what was looked for is there again when the tab is shown again", async () => {
    await open(hundred, {}, editor());
    await filter().fill("naproxen");
    await heading("Case").getByRole("button").click();
    await heading("Case").getByRole("button").click();
    const kept = (await page.evaluate("kept")) as object;
    const first = await rows().first().textContent();
    await page.context().close();
    await open(hundred, {}, editor(kept));
    expect(await filter().inputValue()).toBe("naproxen");
    expect(await heading("Case").getAttribute("aria-sort")).toBe("descending");
    expect(await rows().first().textContent()).toBe(first);
  });
});

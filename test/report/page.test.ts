/** The page in a browser without a network, for people who use a mouse, a keyboard, or a screen reader. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { launchBrowser } from "../../scripts/workbench/browser.mjs";
import { parse } from "../../server/src/letter/parse.ts";
import { finalCheckHtml } from "../../server/src/report/finalCheckHtml.ts";
import { finalCheck } from "../../server/src/review/finalCheck.ts";
import { rules } from "../../server/src/review/rules.ts";
import { issue, letter as letterToCheck } from "../fixture/letter.ts";
import { knowledge } from "../review/knowledge.ts";
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

/** Network requests of the page, and messages of the browser's console. */
let requests: string[];
let consoleMessages: string[];
let page: Page;
afterEach(async () => {
  await page.context().close();
  expect(requests).toEqual([]);
  expect(consoleMessages).toEqual([]);
});

async function open(html: string, options: BrowserContextOptions = {}, initScript = ""): Promise<void> {
  const file = path.join(folder, "report.html");
  writeFileSync(file, html);
  [requests, consoleMessages] = [[], []];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  if (initScript !== "") await page.addInitScript(initScript);
  await page.route(/^(?!file:)/, (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  page.on("console", (message) => consoleMessages.push(message.text()));
  page.on("pageerror", (error) => consoleMessages.push(error.message));
  await page.goto(pathToFileURL(file).href);
}

const titleOf = (ruleId: string): string => rules.find(({ id }) => id === ruleId)?.title ?? "";

const page120 = pageOn(manyLetters(60));

const status = () => page.getByRole("status").textContent();
const rows = () => page.locator("#all-issues tbody tr");
const column = async (number: number) => rows().locator(`:nth-child(${number})`).allTextContents();
const heading = (name: string) =>
  page.locator("#all-issues").getByRole("columnheader", { name, exact: true });
const filter = () => page.getByRole("searchbox", { name: "Filter by any column" });

describe("the table of issues", () => {
  test("shows 100 rows at a time and says which", async () => {
    await open(page120);
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
    await open(page120);
    await filter().fill("UPHELD norco cm16-000001");
    expect(await status()).toBe("Showing 4 matching issues, out of 120.");
    expect(new Set(await column(3))).toEqual(new Set(["Norco 10/325mg #120"]));
    await filter().fill("no such treatment");
    expect(await status()).toBe("No matching issues, out of 120.");
    await filter().fill("");
    expect(await rows().count()).toBe(100);
  });

  test("is filtered by decision", async () => {
    await open(page120);
    await page.getByLabel("Decision", { exact: true }).selectOption("none");
    expect(await status()).toBe("Showing 24 matching issues, out of 120.");
    expect(new Set(await column(5))).toEqual(new Set(["none"]));
  });

  test("is sorted by its headings and exposes the direction", async () => {
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
    expect(days[0]).toBe("01/05/2014");
    expect(days).toEqual(days.toSorted((a, b) => Date.parse(a) - Date.parse(b)));
  });

  test("sorts dates by year and empty cells to the end, in either direction", async () => {
    await open(pageOn([letter([{ decisionDate: null }, {}, { decisionDate: "2017-01-01" }])]));
    await heading("Decided").getByRole("button").click();
    expect(await column(2)).toEqual(["12/05/2016", "01/01/2017", ""]);
    await heading("Decided").getByRole("button").click();
    expect(await column(2)).toEqual(["01/01/2017", "12/05/2016", ""]);
  });

  test("shows the issues that a row of another table counts, then all issues again", async () => {
    await open(page120);
    await page.getByRole("button", { name: "opioid" }).click();
    expect(await status()).toBe("Showing 24 matching issues, out of 120.");
    expect(new Set(await column(4))).toEqual(new Set(["opioid"]));
    expect(await page.locator(".filtered").textContent()).toContain("Filtered by Drug class: opioid");
    expect(await page.evaluate("document.activeElement?.id")).toBe("issues");
    await page.getByRole("button", { name: "Show All Issues" }).click();
    expect(await status()).toBe("Showing 1 to 100 of 120 issues.");
    await page.getByRole("button", { name: titleOf("rationale/no-criterion") }).click();
    expect(await status()).toBe("Showing 30 matching issues, out of 120.");
  });

  test("keeps 20,000 rows out of the document except those that are shown", async () => {
    await open(pageOn(manyLetters(10_000)));
    expect(await status()).toBe("Showing 1 to 100 of 20,000 issues.");
    expect(await page.locator("tr").count()).toBeLessThan(200);
    await filter().fill("norco");
    expect(await status()).toBe("Showing 1 to 100 of 4,000 matching issues, out of 20,000.");
    await heading("Case").getByRole("button").click();
    await heading("Case").getByRole("button").click();
    expect((await column(1))[0]).toBe("CM16-0009999");
    expect(await rows().count()).toBe(100);
  });
});

test("a table of counts sorts by number and shows its first rows until Show All is selected", async () => {
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
  const more = page.getByRole("button", { name: "Show All 30" });
  expect(await more.getAttribute("aria-expanded")).toBe("false");
  await more.click();
  expect((await counts()).length).toBe(30);
});

test("everything works with the keyboard and the focus is visible", async () => {
  await open(page120);
  const outline = () => page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
  await filter().focus();
  expect(await outline()).toBe("solid");
  await page.keyboard.type("acupuncture");
  expect(await status()).toBe("Showing 24 matching issues, out of 120.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Overturned");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await heading("Case").getAttribute("aria-sort")).toBe("ascending");
  expect(await outline()).toBe("solid");
});

test("the page is readable without its script", async () => {
  await open(page120, { javaScriptEnabled: false });
  expect(await rows().count()).toBe(120);
  expect(await rows().last().isVisible()).toBe(true);
  expect(await filter().isVisible()).toBe(false);
  expect(await page.getByRole("button").count()).toBe(0);
});

describe.each(["light", "dark"] as const)("in %s colors", (colorScheme) => {
  test("axe reports no accessibility problems on the page of a check before sending", async () => {
    const text = letterToCheck({
      issues: ["%% imr-ignore", issue({ heading: "Naproxen 500mg #60" }), issue()],
    });
    const check = finalCheck(parse(text), knowledge, { "letter/personal-data": "off" }, new Set());
    const facts = { name: "CM16-0990100", href: "a.imr", lineOf: () => 12, readLines: 900 };
    await open(finalCheckHtml(check, { ...facts, made: "2026-11-28", program: "IMR Letters 1.0.0" }));
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { readonly axe: Axe }).axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    expect(violations).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
  });

  test("axe reports no accessibility problems", async () => {
    await open(page120, { colorScheme });
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

  test("the page doesn't scroll sideways on a narrow screen", async () => {
    await open(page120, { colorScheme, viewport: { width: 360, height: 700 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });
});

test("the printed page is black on white, with all matching rows and without controls", async () => {
  await open(page120, { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  expect(await filter().isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "Next" }).isVisible()).toBe(false);
  expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(0, 0, 0)");
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
  expect(await rows().count()).toBe(120);
  await page.evaluate("dispatchEvent(new Event('afterprint'))");
  expect(await rows().count()).toBe(100);
});

describe("text from letters", () => {
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

  /** Imitates a webview with a dark theme, and records the messages. */
  const webview = (state: object | null = null) => `
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

  test("a link asks the editor to open the letter at its line", async () => {
    await open(pageOn([letter([{}], { href: "file:///w/a%20b.imr", line: 12 })]), {}, webview());
    await page.getByRole("link", { name: "CM16-0990001" }).click();
    expect(await page.evaluate("sent")).toEqual([{ open: "file:///w/a%20b.imr#L12" }]);
    expect(page.url()).toMatch(/report\.html$/);
  });

  test("the link stays in view when the letter's editor makes the page narrow", async () => {
    await open(page120, {}, webview());
    const link = page.getByRole("link", { name: "CM16-0000040" }).first();
    await link.click();
    await page.setViewportSize({ width: 600, height: 900 });
    await expect.poll(() => link.evaluate(topOf)).toBeGreaterThan(0);
    expect(await link.evaluate(topOf)).toBeLessThan(900);
  });

  test("the colors are the theme's, whatever the system's are", async () => {
    await open(page120, { colorScheme: "light" }, webview());
    const style = await page.evaluate(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).colorScheme]",
    );
    expect(style).toEqual(["rgb(0, 43, 54)", "dark"]);
  });

  test("the filter and the order are restored when the tab is shown again", async () => {
    await open(page120, {}, webview());
    await filter().fill("naproxen");
    await heading("Case").getByRole("button").click();
    await heading("Case").getByRole("button").click();
    const kept = (await page.evaluate("kept")) as object;
    const first = await rows().first().textContent();
    await page.context().close();
    await open(page120, {}, webview(kept));
    expect(await filter().inputValue()).toBe("naproxen");
    expect(await heading("Case").getAttribute("aria-sort")).toBe("descending");
    expect(await rows().first().textContent()).toBe(first);
  });
});

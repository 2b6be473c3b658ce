/** The page as text: its contents, and that text from letters stays text. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formatNumber } from "../../server/src/base/formatNumber.ts";
import { maxListedIssues } from "../../server/src/features/workspace/report.ts";
import { script, style } from "../../server/src/report/pageParts.js";
import { share } from "../../server/src/report/tables.ts";
import { networkIn } from "../network.ts";
import { letter, manyLetters, pageOn } from "./reports.ts";

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

describe("the policy", () => {
  const page = pageOn(manyLetters(5));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];

  test("allows the page's own style and script, and nothing else", () => {
    const parts = (name: string) => [...page.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))];
    const [[, styleThere = ""] = [], ...otherStyles] = parts("style");
    const [[, scriptThere = ""] = [], ...otherScripts] = parts("script");
    expect([otherStyles, otherScripts]).toEqual([[], []]);
    expect([styleThere, scriptThere]).toEqual([style, script]);
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `style-src '${hashOf(style)}'`,
      `script-src '${hashOf(script)}'`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  test("comes before both, and nothing on the page needs more", () => {
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"));
    const body = page.slice(page.indexOf("<body>"));
    expect(body).not.toMatch(/<(?:script|style|link|img|iframe|object|base)\b|\sstyle=|\son\w+=/i);
    expect(networkIn(script)).toEqual([]);
    expect(style).not.toMatch(/url\(|@import/);
  });
});

describe("text from letters", () => {
  const hostile = [
    `</td></table><script>alert(1)</script>`,
    `"><img src=x onerror=alert(1)>`,
    `' onmouseover='alert(1)`,
    `<!-- `,
    `&lt;b&gt; &amp;`,
    `=HYPERLINK("https://example.org","x")`,
    `\u202eevil\u2028line\u2029`,
    `]]>${"\0"}\ud800`,
  ];

  test.each(hostile)("stays text: %j", (words) => {
    const page = pageOn(
      [
        letter(
          [{ treatment: words, caseNumber: words, decision: words, drugClass: words, missing: [words] }],
          {
            name: words,
            href: words,
            rules: [words],
          },
        ),
      ],
      words,
    );
    const plain = pageOn([letter([{ drugClass: "x", missing: ["y"], decision: "z" }], { rules: ["w"] })]);
    const tags = (html: string) => html.match(/<[!/]?[a-z][^\s>]*/gi);
    expect(tags(page)).toEqual(tags(plain));
    const attributes = (html: string) => [...html.matchAll(/\s([a-z-]+)="/g)].map(([, name]) => name);
    expect(attributes(page)).toEqual(attributes(plain));
    expect(page.slice(page.indexOf("<body>"))).not.toMatch(/[\0\ud800]/);
  });

  test.each(["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "command:imr.newLetter"])(
    "doesn't become a link: %s",
    (href) => {
      expect(pageOn([letter([{}], { href })])).not.toContain('class="letter"');
    },
  );

  test("links to the letter, and to its line if that's known", () => {
    expect(pageOn([letter([{}], { href: "a%20b.imr" })])).toContain('href="a%20b.imr" title="a.imr">CM16');
    expect(pageOn([letter([{}], { href: "file:///a.imr", line: 20 })])).toContain('href="file:///a.imr#L20"');
    expect(pageOn([letter([{ caseNumber: null }], { name: "far/off/b.imr", href: "b.imr" })])).toContain(
      'title="far/off/b.imr">b.imr</a>',
    );
  });
});

describe("the page", () => {
  test("says if there are no issues", () => {
    const page = pageOn([]);
    expect(page).toContain("These letters have no issues.");
    expect(page).not.toContain("<table");
  });

  test("has headings in order, and each table has a caption and headings with a scope", () => {
    const page = pageOn(manyLetters(8));
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const tables = page.match(/<table.*?<\/table>/gs) ?? [];
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      expect(table).toMatch(/^<table[^>]*>\n<caption>\S/);
      expect(table.match(/<th\b(?![^>]* scope=)/g)).toBeNull();
    }
  });

  test("shows dates as letters write them", () => {
    const page = pageOn([letter([{}, { decisionDate: "2015-03" }])]);
    expect(page).toContain('<p class="secondary">Created on 11/28/2026 with IMR Letters 0.1.0.');
    expect(page).toContain('<time datetime="2016-12-05">12/05/2016</time>');
    expect(page).toContain('<time datetime="2015-03">03/2015</time>');
    expect(page.replace(/datetime="[^"]*"/g, "")).not.toMatch(/\b\d{4}-\d\d/);
  });

  test("formats numbers for people", () => {
    expect([0, 999, 1000, 1234567].map(formatNumber)).toEqual(["0", "999", "1,000", "1,234,567"]);
    expect([share(0, 0), share(1, 3), share(1, 1000), share(999, 1000), share(5, 5)]).toEqual([
      "0%",
      "33%",
      "<1%",
      ">99%",
      "100%",
    ]);
  });
});

describe("a page on more issues than one can look at", () => {
  const page = pageOn(manyLetters(maxListedIssues));

  test("says how many it has of how many, and where the others are", () => {
    expect(page).toContain("This table has 20,000 of 40,000 issues: the first 20,000 and");
    expect(page).toContain("<code>imr-letters export</code>");
    expect(page).toContain('<a href="#issues">Issues</a>');
    expect(page).toContain("<caption>20,000 issues, with links to their letters</caption>");
    expect(page.match(/<tr data-keys/g)).toHaveLength(20_000);
  });

  test("says nothing of the kind if it has all of them", () => {
    const small = pageOn(manyLetters(3));
    expect(small).not.toContain("This table has");
    expect(small).toContain('<a href="#issues">All issues</a>');
  });
});

describe("cases", () => {
  const page = pageOn([
    letter([{ lastDayToAppeal: "2017-01-04", daysApplicationToDecision: 43 }], {
      name: "a/1.imr",
      href: "a/1.imr",
    }),
    letter([{ lastDayToAppeal: null }], { name: "b/1.imr", href: "javascript:alert(1)" }),
  ]);

  test("have the last day to appeal, and say what it counts from", () => {
    expect(page).toContain('<time datetime="2017-01-04">01/04/2017</time>');
    expect(page).toContain("so “Appeal until” counts from the date of the decision");
    expect(pageOn([letter([{}])])).not.toContain("so “Appeal until” counts");
  });

  test("have the days between their dates", () => {
    expect(page).toMatch(/Receipt of the application to decision.*?>1<.*?>43<.*?>43<.*?>43</s);
    expect(pageOn([letter([{}])])).not.toContain("Days between dates");
  });

  test("in many files are listed with the first ones", () => {
    const letters = Array.from({ length: 1500 }, (_, index) => letter([{}], { name: `${index}.imr` }));
    expect(pageOn(letters)).toMatch(/>19\.imr<\/a>, and 1,480 more<\/td>/);
    const pairs = Array.from({ length: 2400 }, (_, index) => letter([{ caseNumber: `C-${index % 1200}` }]));
    expect(pageOn(pairs)).toContain("the same case number; these are 1,000 of 1,200 case numbers</caption>");
  });

  test("in several files are listed with links to them", () => {
    expect(page).toContain('<a class="letter" href="a/1.imr" title="a/1.imr">a/1.imr</a>, b/1.imr');
    expect(pageOn([letter([{}])])).not.toContain("Case numbers in several files");
  });
});

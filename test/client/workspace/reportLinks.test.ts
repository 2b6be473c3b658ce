import { expect, test } from "vitest";
import { letterLinks, lineOfFragment } from "../../../client/src/workspace/reportLinks.ts";
import { letter, pageOn } from "../../report/reports.ts";

test("the letters of a report are the URLs that its page links to, unescaped", () => {
  const hrefs = ["file:///w/a%20b.imr", 'vscode-vfs://github/o/r/it\'s&"so"<x>.imr?a=1&b=&amp;'];
  const page = pageOn(hrefs.map((href) => letter([{ caseNumber: href }], { href, line: 20 })));
  expect([...letterLinks(page)]).toEqual(hrefs.map((href) => `${href}#L20`));
});

test("links to the pages of rules, and links in the text of letters, are left out", () => {
  const treatment = '<a class="letter" href="file:///etc/passwd">x</a>';
  const page = pageOn([letter([{ treatment }], { href: "a.imr", rules: ["rationale/no-criterion"] })]);
  expect(page).toContain("docs/rules/rationale-no-criterion.md");
  expect([...letterLinks(page)]).toEqual(["a.imr"]);
});

test.each([
  ["L1", 0],
  ["L20", 19],
  ["L0", 0],
  ["", 0],
  ["issues", 0],
  ["L-3", 0],
])("the line of #%s is %i", (fragment, line) => {
  expect(lineOfFragment(fragment)).toBe(line);
});

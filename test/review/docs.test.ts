/** The rules' pages are right about the rules: their examples are run. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../server/src/review/rules.ts";
import { letter } from "../fixture/letter.ts";
import { findingsIn } from "./findings.ts";

const docs = path.resolve(import.meta.dirname, "../../docs");
const read = (file: string): string => readFileSync(path.join(docs, file), "utf8").replaceAll("\r\n", "\n");
const pageOf = (id: string): string => `${id.replace("/", "-")}.md`;

/** The provision, linked to its official text. */
function linked(law: string): string {
  const [, code, section = ""] = /^(Labor Code|8 CCR) ([\d.]+)/.exec(law) ?? [];
  const url =
    code === "Labor Code"
      ? `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${section}`
      : `https://www.dir.ca.gov/t8/${section.replaceAll(".", "_")}.html`;
  return `[${law}](${url})`;
}

test("every rule has a page, and every page a rule", () => {
  expect(readdirSync(path.join(docs, "rules")).sort()).toEqual(rules.map(({ id }) => pageOf(id)).sort());
});

test("the index lists all rules, in order", () => {
  const rows = rules.map(
    ({ id, title, severity, law }) =>
      `| [\`${id}\`](rules/${pageOf(id)}) | ${title} | ${severity} | ${law ? linked(law) : "–"} |`,
  );
  expect(read("rules.md").match(/^\| \[.*$/gm)).toEqual(rows);
});

test("the pages, which are in the package, link to each other and to the web only", () => {
  for (const file of ["rules.md", ...rules.map(({ id }) => `rules/${pageOf(id)}`)]) {
    const links = [...read(file).matchAll(/\]\(([^)#\s]+)/g)].map(([, link]) => link as string);
    const elsewhere = links
      .filter((link) => !link.startsWith("https:"))
      .map((link) => path.posix.join(path.posix.dirname(file), link))
      .filter((target) => !/^rules(?:\.md|\/[a-z-]+\.md)$/.test(target));
    expect(elsewhere, file).toEqual([]);
  }
});

describe.each(rules)("the page of $id", ({ id, title, severity, law }) => {
  const page = () => read(`rules/${pageOf(id)}`);
  const example = (heading: string) => new RegExp(`^## ${heading}\n\n\`\`\`text\n([^]*?)\n\`\`\`$`, "m");

  test("has the rule's title, severity, and provision", () => {
    const [first, , third] = page().split("\n");
    expect(first).toBe(`# ${title}`);
    expect(third).toBe([`\`${id}\``, severity, ...(law ? [linked(law)] : [])].join(" · "));
  });

  test("says how to turn the rule off", () => {
    expect(page()).toContain(`"imr.rules": { "${id}": "off" }`);
  });

  test("has a wrong example, in which only this rule reports something", () => {
    const wrong = letterOf(example("Wrong").exec(page())?.[1] ?? "");
    const found = new Set(findingsIn(wrong).map((finding) => finding.rule));
    expect([...found]).toEqual([id]);
  });

  test("has a right example, without findings", () => {
    const right = letterOf(example("Right").exec(page())?.[1] ?? "");
    expect(right).not.toBe("");
    expect(findingsIn(right)).toEqual([]);
  });
});

/** The letter around an example that is a section or an issue. An example with several sections is a letter itself. */
function letterOf(example: string): string {
  const sections = ["HOW THE IMR", "CLINICAL CASE SUMMARY", "IMR ISSUES"].filter((heading) =>
    example.includes(heading),
  );
  if (sections.length > 1) return example;
  if (sections[0] === "HOW THE IMR") return letter({ how: example });
  if (sections[0] === "CLINICAL CASE SUMMARY") return letter({ summary: example });
  if (sections[0] === "IMR ISSUES") return letter({ issuesHeading: "", issues: [example] });
  return /guideline:/.test(example) ? letter({ issues: [example] }) : example;
}

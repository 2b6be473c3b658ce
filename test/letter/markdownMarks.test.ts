/** Letters as programs write them that convert PDF and Word files to Markdown. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { withoutMarkdownMarks } from "../../server/src/letter/markdownMarks.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { findingsIn } from "../review/findings.ts";

const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));
const section = /^ *(?=(?:HOW THE IMR|CLINICAL CASE|IMR ISSUES|IMR DECISION)[A-Z ,()]+$)/gm;
const label = /^(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale):/gim;
const decided = /^(\S.*: (?:Upheld|Overturned))$/gm;

const asMarkdown = (text: string): string =>
  text
    .replace(section, "## ")
    .replace(label, "**$&**")
    .replace(decided, "**$1**")
    .replace(/ #(?=\d)/g, " \\#");

const readIn = (text: string) => {
  const { sections, issues, credentials } = parse(text);
  return {
    sections: sections.map(({ kind }) => kind),
    specialty: credentials?.specialty && text.slice(credentials.specialty.start, credentials.specialty.end),
    issues: issues.map(({ heading, parts, rationale }) => [
      heading.treatment,
      heading.decision?.text,
      parts.map(({ kind }) => kind),
      rationale?.conclusion?.necessary,
    ]),
  };
};

describe.each(samples)("%s in Markdown", (name) => {
  const text = readFileSync(`samples/${name}`, "utf8");

  test("is read as the same letter", () => {
    expect(asMarkdown(text)).not.toBe(text);
    expect(readIn(asMarkdown(text))).toEqual(readIn(text));
    const rulesOf = (of: string) => findingsIn(of).map(({ rule, message }) => `${rule}: ${message}`);
    expect(rulesOf(asMarkdown(text))).toEqual(rulesOf(text));
  });
});

test("marks become spaces, and nothing else changes", () => {
  expect(withoutMarkdownMarks("### HOW IT WAS MADE\n**Norco \\#60: Upheld** and")).toBe(
    "    HOW IT WAS MADE\n  Norco  #60: Upheld   and",
  );
  for (const text of ["Norco\n# 60 a month", "pain *** of 10", "2 ** 3 ** 4", "C:\\#a", "Norco #60"])
    expect(withoutMarkdownMarks(text)).toBe(text);
});

/** Headers, footers, and page numbers of converted letters. */
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { withoutRunningLines } from "../../server/src/letter/runningLines.ts";

const pages = (first: string, ...others: string[]): string => [first, ...others].join("\f");

/** What is left, without the spaces at the ends of lines. */
const kept = (text: string): string => withoutRunningLines(text).replace(/[ ]+$/gm, "");

describe("lines at the edge of a page that aren't part of the letter", () => {
  test.each([
    ["page numbers", "Page 1 of 2", "Page 2 of 2"],
    ["numbers alone", "1", "2"],
    ["numbers between dashes", "- 1 -", "- 2 -"],
    ["numbers before the word", "1 | Page", "2 | Page"],
    ["the case number", "Case Number: CM16-0990001", "Case Number: CM16-0990001"],
    ["a notice", "CONFIDENTIAL", "CONFIDENTIAL"],
  ])("%s", (_, one, two) => {
    expect(kept(pages(`Some words of\n\n     ${one}\n`, `a sentence.\n\n     ${two}\n`))).toBe(
      "Some words of\n\n\n\fa sentence.\n\n\n",
    );
    expect(kept(pages("Some words of\n", `${one}\n\na sentence\n`, `${two}\n\nand more.\n`))).toBe(
      "Some words of\n\f\n\na sentence\n\f\n\nand more.\n",
    );
  });

  test("offsets stay", () => {
    const text = pages("Words.\n\nPage 1 of 2\n", "More.\n\nPage 2 of 2\n");
    expect(withoutRunningLines(text)).toHaveLength(text.length);
    expect(withoutRunningLines(text).indexOf("More.")).toBe(text.indexOf("More."));
  });
});

describe("what stays", () => {
  test.each([
    [
      "the last line of a paragraph, twice",
      pages("Some.\n\nand more of this\n", "Other words.\nand more of this\n"),
    ],
    ["a sentence, twice", pages("Some.\n\nIt isn't necessary.\n", "Other.\n\nIt isn't necessary.\n")],
    ["a decision, twice", pages("Some.\n\nNorco #60: Upheld\n", "Other.\n\nNorco #60: Upheld\n")],
    ["a label, twice", pages("Some.\n\nDecision rationale:\n", "Other.\n\nDecision rationale:\n")],
    [
      "the case details of each letter",
      pages(
        "Case Number: CM16-0990001\nDate of Injury: 1/1/2010\n",
        "Case Number: CM16-0990001\nDate of Injury: 1/1/2010\n",
      ),
    ],
    ["a text without pages", "Page 1 of 2\n\nWords.\n\nPage 2 of 2\n"],
  ])("%s", (_, text) => {
    expect(withoutRunningLines(text)).toBe(text);
  });
});

test("a citation goes on after a page number", () => {
  const letter = parse(
    pages(
      `IMR ISSUES, DECISIONS AND RATIONALES

Norco 10/325mg #60: Upheld

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical

                         Page 1 of 2
`,
      `Treatment 2009, Section(s): Opioids.

Decision rationale: The request is not medically necessary.

                         Page 2 of 2
`,
    ),
  );
  const [issue] = letter.issues;
  expect(issue?.claims?.citations.map(({ guideline, year }) => [guideline?.value, year?.value])).toEqual([
    ["Chronic Pain Medical Treatment", 2009],
  ]);
  expect(issue?.rationale?.conclusion).toBeDefined();
});

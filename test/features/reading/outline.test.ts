import { describe, expect, test } from "vitest";
import { outline } from "../../../server/src/features/reading/outline.ts";
import type { OutlineItem } from "../../../server/src/features/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { lineOf } from "../../fixture/marks.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";

/** The outline as an indented tree: `name (detail) first line-last line`. */
const tree = (letter: Letter): string =>
  `\n${outline(letter)
    .map((item) => branch(letter.text, item, 0))
    .join("")}`;

function branch(text: string, item: OutlineItem, depth: number): string {
  const lines = `${lineOf(text, item.span.start)}-${lineOf(text, item.span.end)}`;
  const detail = item.detail === undefined ? "" : ` (${item.detail})`;
  const own = `${"  ".repeat(depth)}${item.name}${detail} ${lines}\n`;
  return own + item.children.map((child) => branch(text, child, depth + 1)).join("");
}

const names = (...issueLines: string[]): string[] =>
  outline(parse(letterWith(...issueLines))).flatMap((section) =>
    section.children.map((issue) => `${issue.name} (${issue.detail})`),
  );

describe("outline", () => {
  test("a symbol per section, with its issues and their parts, with any line ends", () => {
    for (const shown of withEachLineEnd(letterWith(...flexeril, "", ...mri), tree)) {
      expect(shown).toBe(`
Case details (CM15-0990001) 1-2
HOW THE IMR FINAL DETERMINATION WAS MADE 4-9
CLINICAL CASE SUMMARY 11-15
IMR ISSUES, DECISIONS AND RATIONALES 17-37
  Flexeril 7.5mg, #90 (Upheld) 20-28
    Claims Administrator guideline 22-23
    MAXIMUS guideline 25-25
    Decision rationale (not medically necessary) 27-28
  MRI of the lumbar spine (Overturned) 30-37
    Claims Administrator guideline 32-33
    MAXIMUS guideline 35-35
    Decision rationale (medically necessary) 37-37
`);
    }
  });

  test("the detail of an issue without a decision", () => {
    expect(names("Naproxen 500mg #60:", ...flexeril.slice(1))).toEqual(["Naproxen 500mg #60 (no decision)"]);
  });

  test("other words than Upheld or Overturned are shown unchanged", () => {
    expect(names("Naproxen 500mg #60: Modified", ...flexeril.slice(1))).toEqual([
      "Naproxen 500mg #60 (Modified)",
    ]);
  });

  test("a partly authorized request is named by what is still disputed", () => {
    const heading =
      "Naproxen 500mg #60 with 2 refills was the original request. Naproxen 500mg #60 with no refills was\n" +
      "authorized by the Claims Administrator. The remaining IMR eligible portion of the original request,\n" +
      "Naproxen 500mg #60 with 1 refill is: Upheld";
    expect(names(heading, ...flexeril.slice(1))).toEqual(["Naproxen 500mg #60 with 1 refill (Upheld)"]);
  });

  test("a text that isn't a letter has no outline", () => {
    expect(outline(parse(""))).toEqual([]);
    expect(outline(parse("Dear Sir,\nthank you."))).toEqual([]);
  });

  test("two letters in one file follow each other", () => {
    const both = letterWith(...flexeril) + letterWith(...mri);
    const sections = outline(parse(both)).filter((section) => section.children.length > 0);
    expect(sections.map((section) => section.children[0]?.name)).toEqual([
      "Flexeril 7.5mg, #90",
      "MRI of the lumbar spine",
    ]);
  });

  test("ranges nest and names lie inside, in every prefix of a letter", () => {
    const whole = letterWith(...flexeril, "", ...mri);
    for (let length = 0; length < whole.length; length += 23)
      checkNesting(outline(parse(whole.slice(0, length))));
  });
});

function checkNesting(
  items: readonly OutlineItem[],
  outer = { start: 0, end: Number.POSITIVE_INFINITY },
): void {
  for (const item of items) {
    expect(item.name).toMatch(/^\S.*\S$/);
    expect(item.span.start).toBeGreaterThanOrEqual(outer.start);
    expect(item.span.end).toBeLessThanOrEqual(outer.end);
    expect(item.nameSpan.start).toBeGreaterThanOrEqual(item.span.start);
    expect(item.nameSpan.end).toBeLessThanOrEqual(item.span.end);
    checkNesting(item.children, item.span);
  }
}

import { describe, expect, test } from "vitest";
import { hoverAt } from "../../../server/src/features/reading/hover.ts";
import type { HoverContent } from "../../../server/src/features/types.ts";
import { editionInForce, editionNamed } from "../../../server/src/knowledge/editions.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { Topic } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { hoverMarkup } from "../../../server/src/protocol/lsp/hoverMarkup.ts";
import { escapeMarkdown } from "../../../server/src/protocol/lsp/markup.ts";
import { knowledge } from "../../features/knowledge.ts";
import { flexeril, issue, letter, letterWith, mri } from "../../fixture/letter.ts";

/** What is known of the first place of these words in a letter with these issues. */
function contentAt(words: string, ...issueLines: string[]): HoverContent {
  const text = letterWith(...issueLines);
  const content = hoverAt(parse(text), knowledge, text.indexOf(words))?.content;
  if (content === undefined) throw new Error(`nothing is shown on "${words}"`);
  return content;
}

const markdown = (content: HoverContent): string => `\n${hoverMarkup(content, true).value}\n`;
const plain = (content: HoverContent): string => `\n${hoverMarkup(content, false).value}\n`;

describe("as Markdown", () => {
  test("pages: the document, its topics there, how sure, and the page itself", () => {
    expect(markdown(contentAt("41-42", ...flexeril))).toMatchInlineSnapshot(`
      "
      **Chronic Pain Medical Treatment Guidelines (2009), pages 41-42**  
      [Official PDF, page 41](https://example.org/chronic-pain.pdf#page=41)

      **Cyclobenzaprine (Flexeril)**, pages 41-42  
      Recommended as an option. For a short course.  
      _Pages 41-42 seen in 2 published letters._
      "
    `);
  });

  test("a fact: where else the letter states it", () => {
    const lines = [
      "Norco 10/325mg #60: Upheld",
      "",
      "Decision rationale: Norco 10/325mg #60 is not medically necessary.",
    ];
    expect(markdown(contentAt("#60", ...lines))).toMatchInlineSnapshot(`
      "
      **Quantity**: #60

      The letter also states it in:  
      the rationale of issue 1: “#60”
      "
    `);
  });

  test("a topic", () => {
    expect(markdown(contentAt("MUSCLE", ...flexeril))).toMatchInlineSnapshot(`
      "
      **Muscle relaxants (for pain)**

      Chronic Pain Medical Treatment Guidelines (2009), pages 63-66

      Recommended as an option. For a short course.

      Letters also cite page 61.

      _Usually cited this way. Check the PDF._

      [Official PDF, page 63](https://example.org/chronic-pain.pdf#page=63)
      "
    `);
  });

  test("a guideline", () => {
    expect(markdown(contentAt("Chronic Pain Treatment", ...flexeril))).toMatchInlineSnapshot(`
      "
      **Chronic Pain Medical Treatment Guidelines (2009)**

      The chapter of the MTUS on chronic pain.

      Regulation: [8 CCR 9792.24.2](https://example.org/9792_24_2.html)  
      In effect: July 2009 to July 2016

      [Official document](https://example.org/chronic-pain.pdf)
      "
    `);
  });

  test("the edition of a guideline that a letter cites", () => {
    const known = createKnowledge();
    const about = (id: string, year: number, decided: string | undefined) => {
      const guideline = known.guideline(id);
      if (!guideline) throw new Error(id);
      const inForce = decided ? editionInForce(guideline, decided, known.guidelines) : undefined;
      const cited = { year, edition: editionNamed(guideline, year), decided, inForce };
      return markdown({ kind: "guideline", guideline, says: [], cited })
        .trim()
        .split("\n\n")
        .filter((words) => /edition|On the day/.test(words));
    };
    expect(about("acoem-knee", 2020, "2021-03-01")).toEqual([
      "Cited edition (2020): version of December 3, 2019, from September 21, 2020.",
      "On the day of the decision, March 1, 2021, that edition was in force.",
    ]);
    expect(about("acoem-knee", 2015, "2021-03-01")).toEqual([
      "Cited edition (2015): version of October 28, 2015, from December 1, 2017 to September 21, 2020.",
      "On the day of the decision, March 1, 2021, another edition was in force: version of December 3, 2019, from September 21, 2020.",
    ]);
    expect(about("acoem-13", 2014, "2017-02-06")).toEqual([
      "An edition of 2014 isn't known here.",
      "On the day of the decision, February 6, 2017, another edition was in force: version of 2004 to December 1, 2017.",
    ]);
    expect(about("chronic-pain-2016", 2016, "2015-12-18")).toEqual([
      expect.stringContaining("(2016)"),
      "On the day of the decision, December 18, 2015, Chronic Pain Medical Treatment Guidelines (2009) was in force: version of May 2009, from July 18, 2009 to July 28, 2016.",
    ]);
    expect(about("acoem-antiemetics", 2020, "2021-03-01")).toEqual([
      "Cited edition (2020): version of 2020; the date from which it applies is not confirmed.",
      "On the day of the decision, March 1, 2021, it isn't known which edition was in force.",
    ]);
    expect(about("acoem-anxiety-disorders", 2021, "2021-03-07")[1]).toBe(
      "On the day of the decision, March 7, 2021, no edition of it was in force.",
    );
    expect(about("acoem-15", 2004, "2019-03-07")[1]).toBe(
      "On the day of the decision, March 7, 2019, no edition of it was in force.",
    );
    expect(about("acoem-chronic-pain", 2024, undefined)).toEqual([
      "Cited edition (2024): version of December 19, 2024, a proposal whose adoption isn't confirmed.",
    ]);
  });

  test("a drug", () => {
    expect(markdown(contentAt("Flexeril", ...flexeril))).toMatchInlineSnapshot(`
      "
      **Flexeril**, a brand of cyclobenzaprine

      Class: muscle relaxant  
      Brands: Fexmid

      _Brand and ingredients as in the FDA's list of approved drugs._

      In the Chronic Pain Medical Treatment Guidelines (2009):

      **Cyclobenzaprine (Flexeril)**, pages 41-42  
      Recommended as an option. For a short course.  
      _Pages 41-42 seen in 2 published letters._

      [Official PDF, page 41](https://example.org/chronic-pain.pdf#page=41)
      "
    `);
  });

  test("a drug after its guideline was replaced: what is in force comes first", () => {
    const known = createKnowledge();
    const shown = (drug: string, decided: string) => {
      const text = letter({
        details: `Case Number: CM16-0990100\nDecision Date: ${decided}`,
        issues: [issue({ heading: `${drug}: Upheld` })],
      });
      const content = hoverAt(parse(text), known, text.lastIndexOf(`${drug}: Upheld`) + 2)?.content;
      const paragraphs = content ? markdown(content).split("\n\n") : [];
      return paragraphs.filter((words) => /^In the|^On the day/.test(words));
    };
    expect(shown("Norco", "03/07/2017")).toEqual([
      "In the Opioids Treatment Guidelines (2016), in force on the day of the decision:",
      "In the Chronic Pain Medical Treatment Guidelines (2009), not in force on the day of the decision:",
    ]);
    expect(shown("Norco", "03/07/2019")).toEqual([
      "On the day of the decision, the Opioids Guideline (ACOEM) was in force. Nothing in it on this drug is known here.",
      "In the Chronic Pain Medical Treatment Guidelines (2009), not in force on the day of the decision:",
    ]);
  });

  test("an issue", () => {
    expect(markdown(contentAt("MRI", ...mri))).toMatchInlineSnapshot(`
      "
      **MRI of the lumbar spine**

      Decision: Overturned

      Claims administrator relied on: no medical evidence cited

      Reviewer relied on: Low Back Complaints 2004: Special Studies
      "
    `);
  });

  test("an unfinished issue says what is missing", () => {
    expect(
      markdown(contentAt("500mg", "Naproxen 500mg #60:", "", "Decision rationale: No.")),
    ).toMatchInlineSnapshot(`
      "
      **Naproxen 500mg #60**

      Decision: missing

      **Missing**: decision, claims administrator guideline, MAXIMUS guideline, treatment's name, criterion, findings, conclusion
      "
    `);
  });
});

describe("as plain text", () => {
  test("pages", () => {
    expect(plain(contentAt("41-42", ...flexeril))).toMatchInlineSnapshot(`
      "
      Chronic Pain Medical Treatment Guidelines (2009), pages 41-42
      Official PDF, page 41: https://example.org/chronic-pain.pdf#page=41

      Cyclobenzaprine (Flexeril), pages 41-42
      Recommended as an option. For a short course.
      Pages 41-42 seen in 2 published letters.
      "
    `);
  });

  test("a drug", () => {
    expect(plain(contentAt("Flexeril", ...flexeril))).toMatchInlineSnapshot(`
      "
      Flexeril, a brand of cyclobenzaprine

      Class: muscle relaxant
      Brands: Fexmid

      Brand and ingredients as in the FDA's list of approved drugs.

      In the Chronic Pain Medical Treatment Guidelines (2009):

      Cyclobenzaprine (Flexeril), pages 41-42
      Recommended as an option. For a short course.
      Pages 41-42 seen in 2 published letters.

      Official PDF, page 41: https://example.org/chronic-pain.pdf#page=41
      "
    `);
  });

  test("an issue", () => {
    expect(plain(contentAt("MRI", ...mri))).toMatchInlineSnapshot(`
      "
      MRI of the lumbar spine

      Decision: Overturned

      Claims administrator relied on: no medical evidence cited

      Reviewer relied on: Low Back Complaints 2004: Special Studies
      "
    `);
  });
});

describe("pages", () => {
  const pagesWith = (topics: readonly Topic[], first = 41, last = first): HoverContent => ({
    ...(contentAt("41-42", ...flexeril) as Extract<HoverContent, { kind: "pages" }>),
    topics,
    pages: [{ span: { start: 0, end: 0 }, first, last, of: undefined }],
  });

  test("with many topics show six and count the others", () => {
    const topic = knowledge.topics[0] as Topic;
    const shown = plain(pagesWith(Array.from({ length: 9 }, () => topic)));
    expect(shown.match(/Cyclobenzaprine/g)).toHaveLength(6);
    expect(shown).toContain("… and 3 more topics on these pages.");
  });

  test("past the end of the document say how long it is, and don't link to a page", () => {
    const shown = plain(pagesWith([], 400));
    expect(shown).toContain("The document has pages 1 to 127.");
    expect(shown).not.toContain("#page");
  });

  test("in reverse order say so", () => {
    expect(plain(pagesWith([], 66, 63))).toContain("These pages are in reverse order.");
  });
});

test.each([
  ["high", "Pages 63-66 seen in 2 published letters."],
  ["medium", "Usually cited this way. Check the PDF."],
  ["low", "Unconfirmed. Check the PDF."],
] as const)("confidence %s in a physician's words", (confidence, words) => {
  const content = contentAt("MUSCLE", ...flexeril) as Extract<HoverContent, { kind: "topic" }>;
  expect(plain({ ...content, topic: { ...content.topic, confidence } })).toContain(words);
});

test.each([
  ["*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"],
  ["[x](http://evil)", "\\[x\\](http:\\/\\/evil)"],
  ["<img src=x>", "\\<img src=x\\>"],
  ["www.drugs.com", "www\\.drugs.com"],
  ["# heading", "\\# heading"],
  ["1. item", "1\\. item"],
  ["- item", "\\- item"],
  ["two\n\nparagraphs", "two paragraphs"],
  ["&copy; R&D", "\\&copy; R\\&D"],
  ["Norco 10/325mg #60", "Norco 10/325mg #60"],
])("%j from a letter is never read as Markdown", (words, escaped) => {
  expect(escapeMarkdown(words)).toBe(escaped);
});

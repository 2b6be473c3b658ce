/** What the editor, the records, and the rules say of letters before mid-2014. */
import { describe, expect, it, test } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import { issueLenses } from "../../server/src/features/reading/codeLens.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { outline } from "../../server/src/features/reading/outline.ts";
import { issueOverview } from "../../server/src/features/reading/overview.ts";
import { selectionRanges } from "../../server/src/features/reading/selectionRanges.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import type { OutlineItem } from "../../server/src/features/types.ts";
import { determinations } from "../../server/src/features/workspace/determinations.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { letterOf2013, letterOf2014, olderForms, reasonsOf2013 } from "../fixture/olderForms.ts";
import { sameInEachRendition } from "../fixture/renditions.ts";
import { findingsIn } from "../review/findings.ts";

const knowledge = createKnowledge();
const whole = `${letterOf2013}${reasonsOf2013}`;

const findings = (text: string): string =>
  findingsIn(text)
    .map(({ rule, message }) => `${rule}: ${message}`)
    .join("\n");

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The names of items that aren't within the one that they're in, or whose name isn't within them. */
const misplaced = (items: readonly OutlineItem[], outer: Span): readonly string[] =>
  items.flatMap((item) => [
    ...(within(item.span, outer) && within(item.nameSpan, item.span) ? [] : [item.name]),
    ...misplaced(item.children, item.span),
  ]);

describe.each(Object.entries(olderForms))("a letter of %s", (_, text) => {
  it("has no problems", () => expect(sameInEachRendition(text, findings)).toBe(""));

  it("isn't said to miss anything", () => {
    const letter = parse(text);
    const found = determinations(letter, knowledge).map(({ determination }) => determination);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ missing }) => missing)).toEqual([]);
    expect(found.map(({ decision }) => decision)).not.toContain(null);
    const { issues } = issueOverview(letter, knowledge);
    expect(issues.flatMap(({ elements }) => elements.filter(({ present }) => !present))).toEqual([]);
    expect(JSON.stringify(issueLenses(letter, knowledge))).not.toMatch(/missing|incomplete|No decision/);
    expect(JSON.stringify(outline(letter))).not.toContain("no decision");
  });

  it("has an outline whose items are within each other", () => {
    expect(misplaced(outline(parse(text)), { start: 0, end: text.length })).toEqual([]);
  });

  it("is answered at each place", () => {
    const letter = parse(text);
    for (const { start, end } of semanticTokens(letter, knowledge)) expect(start).toBeLessThan(end);
    for (let offset = 0; offset <= text.length; offset += 7) {
      hoverAt(letter, knowledge, offset);
      const [ranges = []] = selectionRanges(letter, knowledge, [offset]);
      expect(ranges.filter((range, i) => !within(ranges[i - 1] ?? range, range))).toEqual([]);
    }
  });
});

test("the records of a letter of 2013 have its determinations, dates, and citations", () => {
  const records = determinations(parse(whole), knowledge).map(({ determination }) => determination);
  expect(
    records.map(({ treatment, decision, drug, count }) => ({ treatment, decision, drug, count })),
  ).toEqual([
    { treatment: "lumbar MRI without contrast", decision: "Upheld", drug: null, count: null },
    {
      treatment: "Norco 10/325mg #60",
      decision: "Overturned",
      drug: "hydrocodone/acetaminophen",
      count: "60",
    },
  ]);
  expect(records[1]).toMatchObject({
    decisionDate: "2013-09-26",
    urDenialDate: "2013-07-18",
    applicationReceived: "2013-07-29",
    dateAssigned: "2013-08-12",
    specialty: "Occupational Medicine",
    claimsCitations: ["Chronic Pain Medical Treatment: Opioids, pages 76-80"],
    reviewerGuidelines: ["chronic-pain-2009"],
  });
});

test("the outline has the issues with their decisions and parts", () => {
  const lines = (items: readonly OutlineItem[], indent = ""): readonly string[] =>
    items.flatMap(({ name, detail, children }) => [
      `${indent}${name}${detail === undefined ? "" : ` (${detail})`}`,
      ...lines(children, `${indent}  `),
    ]);
  expect(lines(outline(parse(letterOf2014))).slice(4)).toEqual([
    "IMR DECISION(S) AND RATIONALE(S)",
    "  Naproxen 550mg #60 (Overturned)",
    "    The Claims Administrator based its decision on",
    "    The Physician Reviewer based his/her decision on",
    "    The Physician Reviewer's decision rationale (medically necessary)",
    "  Twelve (12) sessions of physical therapy for the low back (Upheld)",
    "    The Claims Administrator",
    "    The Physician Reviewer based his/her decision on",
    "    The Physician Reviewer's decision rationale (not medically necessary)",
  ]);
});

test.each([
  ["pages 76-80", "pages"],
  ["Opioids, criteria for use", "topic"],
  ["Regarding the request for Norco", "drug"],
  ["page 303", "pages"],
])("the hover on %s", (words, kind) => {
  expect(hoverAt(parse(whole), knowledge, whole.indexOf(words) + words.length - 1)?.content.kind).toBe(kind);
});

describe("a contradiction is still reported", () => {
  test("between a determination and the conclusion of its reasons", () => {
    const determined = letterOf2013.replaceAll(
      "#60 is medically\nnecessary",
      "#60 is not medically\nnecessary",
    );
    const wrong = `${determined}${reasonsOf2013}`;
    expect(wrong).not.toBe(whole);
    expect(findings(wrong)).toBe(
      "consistency/decision: The determination is “not medically necessary and appropriate”, but the rationale concludes “medically necessary”.",
    );
    expect(findingsIn(wrong).flatMap(({ fixes = [] }) => fixes)).toEqual([]);
  });

  test("between dates", () => {
    expect(findings(letterOf2014.replace("07/02/2014", "01/02/2014"))).toContain("consistency/chronology");
  });

  test("pages that the guideline doesn't have", () => {
    expect(findings(letterOf2014.replace("pages 67-73", "pages 167-173"))).toContain("citation/page-range");
  });
});

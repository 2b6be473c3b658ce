import { describe, expect, test } from "vitest";
import type { Span } from "../../server/src/base/span.ts";
import type { Knowledge } from "../../server/src/knowledge/types.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { review } from "../../server/src/review/review.ts";
import { maxMessageLength } from "../../server/src/review/rules/finding.ts";
import { rules } from "../../server/src/review/rules.ts";
import type { Severity } from "../../server/src/review/types.ts";
import { issue, letter, reasons } from "../fixture/letter.ts";
import { findingsIn, findingsOf } from "./findings.ts";
import { knowledge } from "./knowledge.ts";

/** A letter with a finding in its first section, one in its only heading, and one in its citation. */
const faulty = letter({
  how: "HOW THE IMR FINAL DETERMINATION WAS MADE\nAn expert reviewer has reviewed the case file.",
  issues: [
    issue({
      heading: "Naproxen 500mg #60",
      reviewer: "MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Page(s): 128.",
    }),
  ],
});

const concluding = (treatment: string) =>
  `Decision rationale: ${reasons} Therefore, the request for ${treatment} is not medically necessary.`;

const severitiesIn = (severities: Record<string, Severity>) =>
  Object.fromEntries(findingsIn(faulty, { severities }).map(({ rule, severity }) => [rule, severity]));

describe("severities", () => {
  test("are the rules' own unless the user sets others", () => {
    expect(severitiesIn({})).toEqual({
      "letter/missing-credentials": "warning",
      "issue/missing-decision": "warning",
      "citation/page-range": "warning",
    });
    expect(severitiesIn({ "issue/missing-decision": "error", "citation/page-range": "hint" })).toEqual({
      "letter/missing-credentials": "warning",
      "issue/missing-decision": "error",
      "citation/page-range": "hint",
    });
  });

  test("a rule that is off reports nothing", () => {
    expect(severitiesIn({ "letter/missing-credentials": "off", "citation/page-range": "off" })).toEqual({
      "issue/missing-decision": "warning",
    });
  });

  test("of rules that don't exist change nothing", () => {
    expect(severitiesIn({ "letter/no-such-rule": "error" })).toEqual(severitiesIn({}));
  });
});

test("findings come in the order of the text", () => {
  expect(findingsIn(faulty).map((finding) => finding.rule)).toEqual([
    "letter/missing-credentials",
    "issue/missing-decision",
    "citation/page-range",
  ]);
});

test("a rule that throws is reported, and the other rules still run", () => {
  const broken: Knowledge = {
    ...knowledge,
    guidelineNamed() {
      throw new Error("out of order");
    },
  };
  const reported: string[] = [];
  const found = review(parse(faulty), broken, {
    severities: {},
    onRuleError: (rule, error) => reported.push(`${rule}: ${(error as Error).message}`),
  });
  expect(reported).toEqual(
    ["page-range", "topic-pages", "edition", "section", "other-treatment"].map(
      (rule) => `citation/${rule}: out of order`,
    ),
  );
  expect(found.map((finding) => finding.rule)).toEqual([
    "letter/missing-credentials",
    "issue/missing-decision",
  ]);
  expect(() => review(parse(faulty), broken, { severities: {} })).not.toThrow();
});

test("each letter in a file is checked separately", () => {
  const both = findingsIn(faulty + faulty);
  const moved = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start + faulty.length,
    end: span.end + faulty.length,
  });
  const once = findingsIn(faulty);
  expect(both.filter((finding) => finding.rule !== "letter/several-letters")).toEqual([
    ...once,
    ...once.map((f) => ({
      ...moved(f),
      fixes: f.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    })),
  ]);
});

test("reviewing changes nothing in the letter", () => {
  const read = parse(faulty);
  const before = structuredClone(read);
  findingsOf(read);
  expect(read).toEqual(before);
});

describe("messages fit in the Problems view, however long the letter's words are", () => {
  const long = (words: string) => `${words} `.repeat(30).trim();
  const cited = "MTUS Chronic Pain Treatment Guidelines Page(s): 128.";
  test.each([
    ["issue/missing-decision", { heading: long("Naproxen tablets") }],
    ["issue/missing-decision", { heading: `Naproxen 500mg #60: ${long("not yet")}` }],
    ["issue/missing-rationale", { heading: `${long("Chiropractic care")}: Upheld`, rationale: "" }],
    [
      "consistency/strength",
      {
        heading: `Naproxen ${long("500mg, 250mg,")} #60: Upheld`,
        rationale: concluding("naproxen 375mg #60"),
      },
    ],
    [
      "consistency/quantity",
      { heading: `Naproxen 500mg ${long("#60, #90,")}: Upheld`, rationale: concluding("naproxen 500mg #45") },
    ],
    [
      "consistency/treatment",
      {
        heading: `${long("Naproxen, ibuprofen, gabapentin, tramadol,")} cream: Upheld`,
        rationale: concluding("lidocaine cream"),
      },
    ],
    ["citation/page-range", { reviewer: `MAXIMUS guideline: Decision based on ${cited}` }],
  ])("%s in %o", (rule, parts) => {
    const messages = findingsIn(letter({ issues: [issue(parts)] }))
      .filter((finding) => finding.rule === rule)
      .map(({ message }) => message);
    expect(messages).not.toEqual([]);
    for (const message of messages) expect(message.length, message).toBeLessThanOrEqual(maxMessageLength);
  });
});

describe("the table of rules", () => {
  test("names each rule once, as family/name", () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^(letter|issue|rationale|consistency|citation)\/[a-z]+(-[a-z]+)*$/);
  });

  test("has no errors, and says what is wrong in one short line", () => {
    for (const { severity, title } of rules) {
      expect(severity).not.toBe("error");
      expect(title).toMatch(/^[A-Z][^.\n]{10,80}$/);
    }
  });
});

test("findings are within the text, whatever it is", () => {
  const odd = [
    "",
    "\uFEFF",
    "\r",
    "CLINICAL CASE SUMMARY",
    "IMR ISSUES, DECISIONS AND RATIONALES",
    ": Upheld",
    "Decision rationale:",
    "MAXIMUS guideline:\nMAXIMUS guideline:\n: Overturned\nDecision rationale:",
    "Case Number: CM16-0990100\n".repeat(3),
    "HOW THE IMR FINAL DETERMINATION WAS MADE\n".repeat(3),
    faulty.split("\n").reverse().join("\n"),
    "\u0000\ud800 ".repeat(200),
  ];
  for (const text of odd) {
    for (const { start, end, related } of findingsIn(text)) {
      for (const span of [{ start, end }, ...related]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  }
});

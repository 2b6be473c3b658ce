import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import { finalCheck } from "../../server/src/review/finalCheck.ts";
import { presetSeverities } from "../../server/src/review/presets.ts";
import { rules } from "../../server/src/review/rules.ts";
import { findingFingerprint } from "../../server/src/review/suppressions.ts";
import type { Severity } from "../../server/src/review/types.ts";
import { issue, letter, summary } from "../fixture/letter.ts";
import { findingsIn } from "./findings.ts";
import { knowledge } from "./knowledge.ts";

const check = (text: string, own: Readonly<Record<string, Severity>> = {}, ignored: readonly string[] = []) =>
  finalCheck(parse(text), knowledge, own, new Set(ignored));

/** The titles of the checks with what is left, and how many. */
const open = (text: string) =>
  check(text).checks.flatMap(({ title, left }) => (left.length > 0 ? [`${title}: ${left.length}`] : []));

test("of a letter in order, nothing is left", () => {
  expect(check(letter())).toMatchObject({ left: [], ignoredByLines: [], ignoredInEditor: [] });
  expect(open(letter())).toEqual([]);
});

test("every rule answers one question", () => {
  const off = Object.fromEntries(rules.map(({ id }) => [id, "off"] as const));
  const { checks } = check(letter(), off);
  expect(checks.flatMap((one) => one.off.map(({ id }) => id)).sort()).toEqual(
    rules.map(({ id }) => id).sort(),
  );
});

describe("what is left", () => {
  test.each([
    ["No blank, note, or line for the review is left", summary.replace("low back.", "low back [insert].")],
    ["Drug names are spelled right", summary.replace("low back.", "low back. She takes cyclobenzapine.")],
    ["Nobody is named", summary.replace("The injured worker", "Ms. Quintero")],
    ["The text isn't damaged", summary.replace("is a strain", "is is a strain")],
  ])("%s", (title, changed) => {
    expect(open(letter({ summary: changed }))).toEqual([`${title}: 1`]);
  });

  test("is what a review with the preset “final” reports, as on the command line", () => {
    const text = letter({ issues: ["%% imr-ignore", issue({ heading: "Naproxen 500mg #60" }), issue()] });
    const own = { "letter/ignore-line": "error" } as const;
    const { left, checks } = check(text, own);
    expect(left).toEqual(findingsIn(text, { severities: { ...presetSeverities("final"), ...own } }));
    expect(checks.reduce((sum, one) => sum + one.left.length, 0)).toBe(left.length);
  });

  test("is nothing that was turned off, which is told", () => {
    const text = letter({ summary: summary.replace("The injured worker", "Ms. Quintero") });
    const { left, checks } = check(text, { "letter/personal-data": "off" });
    expect(left).toEqual([]);
    expect(checks.flatMap((one) => one.off.map(({ id }) => id))).toEqual(["letter/personal-data"]);
  });
});

test("what lines and the editor ignore is told apart", () => {
  const lines = (line: string) => letter({ issues: [line, issue({ heading: "Naproxen 500mg #60" })] });
  const rulesOf = (found: readonly { readonly rule: string }[]) => found.map(({ rule }) => rule);
  const byLine = check(lines("%% imr-ignore issue/missing-decision: to be decided"));
  expect(rulesOf(byLine.ignoredByLines)).toEqual(["issue/missing-decision"]);
  expect(rulesOf(byLine.ignoredInEditor)).toEqual([]);

  const text = lines("");
  const [finding] = findingsIn(text);
  const inEditor = check(text, {}, finding ? [findingFingerprint(finding, parse(text))] : []);
  expect(rulesOf(inEditor.left)).toEqual([]);
  expect(rulesOf(inEditor.ignoredInEditor)).toEqual(["issue/missing-decision"]);
});

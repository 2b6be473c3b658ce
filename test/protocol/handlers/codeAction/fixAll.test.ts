/** The fix for a finding resolves it and breaks nothing, in the samples and in many broken ones. */
import { describe, expect, test } from "vitest";
import { parse } from "../../../../server/src/letter/parse.ts";
import {
  appliedOnSave,
  certainFix,
  certainFixes,
  editsOf,
} from "../../../../server/src/protocol/handlers/codeAction/fixAll.ts";
import { ignoreLine } from "../../../../server/src/protocol/handlers/codeAction/ignoreActions.ts";
import type { ReviewedFinding } from "../../../../server/src/review/types.ts";
import { findingsIn } from "../../../review/findings.ts";
import { faultySamples, samples, soundSamples } from "../../../review/samples.ts";
import { applied, type BrokenLetter, brokenLetters } from "../../mutations.ts";

const lineEnds = { "line feeds": "\n", "carriage returns": "\r\n" };

const described = ({ rule, message }: ReviewedFinding): string => `${rule}: ${message}`;

/** The first list without one of each that the second has. */
function beyond(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What was to go and stayed, and what came. */
function wrongAfter(
  before: readonly ReviewedFinding[],
  gone: readonly ReviewedFinding[],
  after: readonly ReviewedFinding[],
): readonly string[] {
  const allowed = before.filter((finding) => !gone.includes(finding)).map(described);
  const hidden = new Set(gone.flatMap(({ rule }) => hides[rule] ?? []));
  return beyond(after.filter(({ rule }) => !hidden.has(rule)).map(described), allowed);
}

/**
 * What a fault can hide, by the rule that finds it: a wrong decision, that what goes with a surgery is decided otherwise; a
 * label of the wrong party, that a sentence stands twice in a part.
 */
const hides: Readonly<Record<string, readonly string[]>> = {
  "consistency/decision": ["consistency/stance"],
  "citation/other-party": ["letter/repeated-sentence"],
};

function wrongFixes({ how, text }: BrokenLetter): readonly string[] {
  const findings = findingsIn(text);
  return findings.flatMap((finding) => {
    const fix = certainFix(finding);
    if (fix === undefined) return [];
    const wrong = wrongAfter(findings, [finding], findingsIn(applied(text, fix.edits)));
    return wrong.map((each) => `${how}: “${fix.title}” leaves or brings ${each}`);
  });
}

function wrongFixAll({ how, text }: BrokenLetter): readonly string[] {
  const findings = findingsIn(text);
  const fixes = certainFixes(findings);
  if (fixes.length === 0) return [];
  const after = findingsIn(applied(text, editsOf(fixes)));
  const fixed = findings.filter((finding) => certainFix(finding, appliedOnSave) !== undefined);
  return [
    ...wrongAfter(findings, fixed, after).map((each) => `${how}: fixing all leaves or brings ${each}`),
    ...after
      .filter((finding) => certainFix(finding, appliedOnSave))
      .map((finding) => `${how}: after fixing all there is still ${described(finding)}`),
  ];
}

function wrongIgnoring({ how, text }: BrokenLetter): readonly string[] {
  const findings = findingsIn(text);
  return findings.flatMap((finding) => {
    const next = applied(text, [ignoreLine(parse(text), finding)]);
    // The line itself is told once nothing else is left.
    const after = findingsIn(next).filter(({ rule }) => rule !== "letter/ignore-line");
    const wrong = wrongAfter(findings, [finding], after);
    return wrong.map((each) => `${how}: a line to ignore ${finding.rule} leaves or brings ${each}`);
  });
}

/** How often all must be fixed until no certain fix is left: only a few times, if one fault hid another. */
function roundsToFixAll({ text }: BrokenLetter): number {
  for (let round = 0, current = text; round < 10; round++) {
    const fixes = certainFixes(findingsIn(current));
    if (fixes.length === 0) return round;
    current = applied(current, editsOf(fixes));
  }
  return Number.POSITIVE_INFINITY;
}

const unchanged = faultySamples.map(({ name, text }) => ({ name, letters: [{ how: "as it is", text }] }));
const broken = soundSamples.map(({ name, text }) => ({ name, letters: brokenLetters(text) }));

describe.each(Object.entries(lineEnds))("with %s", (_, lineEnd) => {
  describe.each([...unchanged, ...broken])("$name", ({ letters }) => {
    const lettersHere = letters.map(({ how, text }) => ({ how, text: text.replaceAll("\n", lineEnd) }));

    test("a certain fix resolves its finding and causes no other", () => {
      expect(lettersHere.flatMap(wrongFixes)).toEqual([]);
    });

    test("after fixing all, no certain fix is left, and there are no new findings", () => {
      expect(lettersHere.flatMap(wrongFixAll)).toEqual([]);
    });

    test("a line to ignore a finding removes it and causes no other", () => {
      expect(lettersHere.flatMap(wrongIgnoring)).toEqual([]);
    });
  });
});

test("if one fault hides another, fixing all a few times resolves both", () => {
  const letters = faultySamples.flatMap(({ text }) => brokenLetters(text));
  expect(Math.max(...letters.map(roundsToFixAll))).toBeLessThanOrEqual(3);
});

test("the broken letters show each kind of certain fix", () => {
  const letters = samples.flatMap(({ text }) => brokenLetters(text));
  const fixable = letters.flatMap(({ text }) => findingsIn(text)).filter((finding) => certainFix(finding));
  const rules = new Set(fixable.map((finding) => finding.rule));
  expect([...rules]).toEqual(
    expect.arrayContaining([
      "citation/page-range",
      "citation/topic-pages",
      "consistency/decision",
      "issue/missing-claims-guideline",
      "issue/missing-decision",
      "issue/missing-rationale",
      "issue/missing-reviewer-guideline",
      "rationale/unclosed-quotation",
    ]),
  );
});

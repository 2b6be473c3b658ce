import { describe, expect, test } from "vitest";
import { presetNames, presetSeverities } from "../../server/src/review/presets.ts";
import { rules } from "../../server/src/review/rules.ts";
import { issue, letter } from "../fixture/letter.ts";
import { findingsIn } from "./findings.ts";

test("standard changes nothing", () => {
  expect(presetSeverities("standard")).toEqual({});
});

test("draft reports only missing content as hints", () => {
  expect(presetSeverities("draft")).toEqual({
    "letter/missing-section": "hint",
    "letter/empty-section": "hint",
    "letter/missing-credentials": "hint",
    "letter/no-issues": "hint",
    "letter/remnant": "hint",
    "letter/unfilled-blank": "hint",
    "issue/missing-heading": "hint",
    "issue/missing-decision": "hint",
    "issue/missing-claims-guideline": "hint",
    "issue/missing-reviewer-guideline": "hint",
    "issue/missing-rationale": "hint",
    "rationale/no-conclusion": "hint",
    "rationale/no-criterion": "hint",
    "rationale/no-findings": "hint",
    "citation/no-source": "hint",
  });
});

test("final raises hints to information, and strict raises each severity by one, up to warning", () => {
  const severity = (preset: "final" | "strict", id: string) =>
    presetSeverities(preset)[id] ?? rules.find((rule) => rule.id === id)?.severity;
  for (const { id, severity: own } of rules) {
    expect(severity("final", id)).toBe(own === "hint" ? "information" : own);
    expect(severity("strict", id)).toBe(own === "hint" ? "information" : "warning");
  }
});

describe("a letter without its rationale", () => {
  const draft = letter({ issues: [issue({ rationale: "" })] });
  test.each(presetNames)("under %s", (preset) => {
    expect(findingsIn(draft, { severities: presetSeverities(preset) }).map((f) => f.severity)).toEqual([
      preset === "draft" ? "hint" : "warning",
    ]);
  });
});

/** Sets of severities to choose from: how strict the review is, in one word. */
import { rules } from "./rules.ts";
import type { Rule, Severity } from "./types.ts";

export const presetNames = ["standard", "draft", "final", "strict"] as const;
export type PresetName = (typeof presetNames)[number];

/** While a letter is written, what is not there yet is no fault. */
const ofUnfinishedLetters =
  /^(?:letter\/(?:missing|empty|no-|unfilled)|issue\/missing|rationale\/no-|citation\/no-source)/;

const stricter: Readonly<Record<Severity, Severity>> = {
  off: "off",
  hint: "information",
  information: "warning",
  warning: "warning",
  error: "error",
};

const severityIn: Readonly<Record<PresetName, (rule: Rule) => Severity>> = {
  standard: (rule) => rule.severity,
  draft: (rule) => (ofUnfinishedLetters.test(rule.id) && rule.severity !== "off" ? "hint" : rule.severity),
  final: (rule) => (rule.severity === "hint" ? "information" : rule.severity),
  strict: (rule) => stricter[rule.severity],
};

/** The severities of a preset that differ from the rules' own. */
export function presetSeverities(preset: PresetName): Readonly<Record<string, Severity>> {
  const chosen = rules.map((rule) => [rule, severityIn[preset](rule)] as const);
  return Object.fromEntries(
    chosen
      .filter(([rule, severity]) => severity !== rule.severity)
      .map(([rule, severity]) => [rule.id, severity]),
  );
}

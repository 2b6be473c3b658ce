/** Presets: named sets of severities, from lenient to strict. */
import { rules } from "./rules.ts";
import type { Rule, Severity } from "./types.ts";

export const presetNames = ["standard", "draft", "final", "strict"] as const;
export type PresetName = (typeof presetNames)[number];

const stricter: Readonly<Record<Severity, Severity>> = {
  off: "off",
  hint: "information",
  information: "warning",
  warning: "warning",
  error: "error",
};

const severityIn: Readonly<Record<PresetName, (rule: Rule) => Severity>> = {
  standard: (rule) => rule.severity,
  draft: (rule) => (rule.isMissingContent && rule.severity !== "off" ? "hint" : rule.severity),
  final: (rule) => (rule.severity === "hint" ? "information" : rule.severity),
  strict: (rule) => stricter[rule.severity],
};

/** The severities of a preset that differ from the rules' own, by rule id. */
export function presetSeverities(preset: PresetName): Readonly<Record<string, Severity>> {
  const chosen = rules.map((rule) => [rule, severityIn[preset](rule)] as const);
  return Object.fromEntries(
    chosen
      .filter(([rule, severity]) => severity !== rule.severity)
      .map(([rule, severity]) => [rule.id, severity]),
  );
}

/** The preset for a letter that is about to be sent. */
export const finalPreset: PresetName = "final";

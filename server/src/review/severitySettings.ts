/** Reads the severities that a user has chosen, from values of any shape. */
import { type PresetName, presetNames, presetSeverities } from "./presets.ts";
import type { Severity } from "./types.ts";

export type Severities = Readonly<Record<string, Severity>>;

export const severityNames: readonly Severity[] = ["off", "hint", "information", "warning", "error"];

export const isSeverity = (value: unknown): value is Severity =>
  typeof value === "string" && (severityNames as readonly string[]).includes(value);

type Log = (problem: string) => void;

/** What a user has chosen: a preset, and severities of rules that come before it. */
export interface SeveritySettings {
  readonly preset: PresetName | undefined;
  readonly rules: Severities;
}

/** Invalid settings are logged and have no effect. */
export function readSeveritySettings(
  { preset, rules }: { readonly preset?: unknown; readonly rules?: unknown },
  ruleIds: ReadonlySet<string>,
  log: Log,
): SeveritySettings {
  return { preset: readPreset(preset, log), rules: readRules(rules, ruleIds, log) };
}

/** The severities that differ from the rules' own. Of several settings, the later come before the earlier. */
export function severitiesOf(...settings: readonly SeveritySettings[]): Severities {
  const preset = settings.findLast((one) => one.preset !== undefined)?.preset ?? "standard";
  return Object.assign({}, presetSeverities(preset), ...settings.map(({ rules }) => rules));
}

function readRules(rules: unknown, ruleIds: ReadonlySet<string>, log: Log): Severities {
  if (rules === undefined || rules === null) return {};
  if (typeof rules !== "object" || Array.isArray(rules)) {
    log("imr.rules: expected an object of rules and severities (ignored).");
    return {};
  }
  const chosen: Record<string, Severity> = {};
  for (const [id, severity] of Object.entries(rules)) {
    if (!ruleIds.has(id)) log(`imr.rules: unknown rule “${id}” (ignored).`);
    else if (isSeverity(severity)) chosen[id] = severity;
    else log(`imr.rules: expected one of ${severityNames.join(", ")} for “${id}” (ignored).`);
  }
  return chosen;
}

function readPreset(preset: unknown, log: Log): PresetName | undefined {
  if (preset === undefined || preset === null) return undefined;
  const known = presetNames.find((name) => name === preset);
  if (known === undefined) log(`imr.preset: expected one of ${presetNames.join(", ")} (using “standard”).`);
  return known;
}

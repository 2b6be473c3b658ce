/** Reads `--rules`. */
import { readFileSync } from "node:fs";
import { homepage } from "../../../package.json";
import { editDistance } from "../base/editDistance.ts";
import { readJsonObject } from "../packs/jsonWithComments.ts";
import { rules } from "../review/rules.ts";
import { isSeverity, type Severities, severityNames } from "../review/severitySettings.ts";
import { UsageError } from "./usageError.ts";

const allSeverities = new Intl.ListFormat("en-US", { type: "disjunction" }).format(severityNames);
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** Paths of the JSON files given with `--rules`. */
export const rulesFiles: string[] = [];

/**
 * Adds the severities in `value` to `previous`: "letter/section-order=off", or the path of a JSON file with such pairs.
 * @throws {UsageError} for an unknown rule or severity, and for a file that can't be read.
 */
export function readRules(value: string, previous: Severities = {}): Severities {
  const pairs = value.includes("=") ? { [value.split("=")[0] ?? ""]: value.split("=")[1] } : readJson(value);
  for (const [rule, severity] of Object.entries(pairs)) {
    if (!ruleIds.has(rule)) throw new UsageError(`Unknown rule “${rule}”. ${suggestionFor(rule)}`);
    if (!isSeverity(severity))
      throw new UsageError(`The severity of “${rule}” must be ${allSeverities}, not “${String(severity)}”.`);
  }
  return { ...previous, ...(pairs as Severities) };
}

function suggestionFor(rule: string): string {
  const [nearest] = [...ruleIds]
    .map((id) => ({ id, edits: editDistance(id, rule) }))
    .sort((a, b) => a.edits - b.edits);
  return nearest && nearest.edits <= 3
    ? `Did you mean “${nearest.id}”?`
    : `See ${homepage.split("#")[0]}/blob/main/docs/rules.md for all rules.`;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  rulesFiles.push(file);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`“${file}” can't be read, so it isn't a JSON object of rule severities.`);
  }
  const value = readJsonObject(text);
  if (value === undefined) throw new UsageError(`“${file}” isn't a JSON object of rule severities.`);
  return value;
}

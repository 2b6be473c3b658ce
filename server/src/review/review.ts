import type { Knowledge } from "../knowledge/types.ts";
import { isOlderForm } from "../letter/form.ts";
import type { Letter } from "../letter/types.ts";
import { isOfNewerForms } from "./newerForms.ts";
import { rules } from "./rules.ts";
import { withoutSuppressed } from "./suppressions.ts";
import type { ReviewedFinding, ReviewOptions } from "./types.ts";

export const oneLower = {
  error: "warning",
  warning: "information",
  information: "hint",
  hint: "hint",
} as const;

/**
 * Runs every rule that isn't off on the letter and on those that follow it in the file. Returns the findings in the
 * order of the text, without those that a directive in the letter suppresses. A rule that throws is reported to
 * `onRuleError`, and the other rules still run.
 */
export function review(
  letter: Letter,
  knowledge: Knowledge,
  options: ReviewOptions,
): readonly ReviewedFinding[] {
  const found: ReviewedFinding[] = [];
  const letters = [letter, ...letter.following];
  // Most rules are in nobody's settings, and an object is slow to say that it does not have something.
  const chosen = new Map(Object.entries(options.severities));
  for (const rule of rules) {
    const severity = chosen.get(rule.id) ?? rule.severity;
    if (severity === "off") continue;
    for (const each of letters) {
      if (isOlderForm(each.generation) && isOfNewerForms(rule)) continue;
      try {
        for (const { start, end, message, related, fixes, downgraded } of rule.check(
          each,
          knowledge,
          options.today,
        )) {
          const shown = downgraded ? oneLower[severity] : severity;
          found.push({ start, end, message, related, fixes, rule: rule.id, law: rule.law, severity: shown });
        }
      } catch (error) {
        options.onRuleError?.(rule.id, error);
      }
    }
  }
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  return withoutSuppressed(found, letter);
}

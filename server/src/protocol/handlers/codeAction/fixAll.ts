/** Fixes for several problems at once. */

import type { Edit } from "../../../base/edits.ts";
import type { Span } from "../../../base/span.ts";
import { overlaps } from "../../../base/span.ts";
import type { Applicability, Fix } from "../../../review/fixes/fix.ts";
import type { Finding } from "../../../review/types.ts";

/** Fixes that may be applied without a request, as on save. */
export const appliedOnSave: readonly Applicability[] = ["safe"];
/** Fixes that may be applied together when the writer requests it. */
export const appliedOnRequest: readonly Applicability[] = ["safe", "confirm"];

/** The fix that is the one right answer to a finding, if it has one. */
export function certainFix({ fixes = [] }: Finding, applicabilities = appliedOnRequest): Fix | undefined {
  return fixes.find((fix) => applicabilities.includes(fix.applicability));
}

/** The certain fixes of the findings; if several would change the same words, only the first. */
export function certainFixes(findings: readonly Finding[], applicabilities = appliedOnSave): readonly Fix[] {
  const taken: Edit[] = [];
  return findings.flatMap((finding) => {
    const fix = certainFix(finding, applicabilities);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => collide(edit, other)))) return [];
    taken.push(...fix.edits);
    return [fix];
  });
}

/** Two insertions at one place collide too, because their order would be arbitrary. */
const collide = (a: Span, b: Span): boolean => a.start === b.start || overlaps(a, b);

/** The edits of several fixes, in the order of the text. */
export const editsOf = (fixes: readonly Fix[]): readonly Edit[] =>
  fixes.flatMap((fix) => fix.edits).sort((a, b) => a.start - b.start || a.end - b.end);

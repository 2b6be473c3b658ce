import { isWritten } from "../../analysis/checklist.ts";
import type { Issue } from "../../letter/types.ts";

/**
 * What is missing, and what is merely not written yet.
 *
 * Letters are written from top to bottom. Of the elements that stand in a fixed order, those before the last one
 * written are missing. Of those after it only the next is asked for, so that a letter being drafted gets one reminder
 * and never a wall of warnings.
 */
export function missingUpToNext<T extends { readonly written: boolean }>(
  inOrder: readonly T[],
): readonly T[] {
  const last = inOrder.findLastIndex((element) => element.written);
  const next = inOrder[last + 1];
  return [
    ...inOrder.slice(0, Math.max(last, 0)).filter((element) => !element.written),
    ...(next ? [next] : []),
  ];
}

/**
 * The issues that are worked on. Of those that are neither decided nor reasoned only the first is asked about: a letter
 * begun with all its issues laid out gets its reminders one issue after the other.
 */
export function issuesInProgress(issues: readonly Issue[]): readonly Issue[] {
  const next = issues.find(isUntouched);
  return issues.filter((issue) => issue === next || !isUntouched(issue));
}

const isUntouched = ({ heading, rationale }: Issue): boolean =>
  heading.decision?.outcome === undefined && rationale !== undefined && !isWritten(rationale);

import { isWritten } from "../../analysis/checklist.ts";
import { placeholders } from "../../letter/standardWording.ts";
import type { Issue } from "../../letter/types.ts";

/**
 * Tells what is missing from what isn't written yet.
 *
 * Letters are written from top to bottom. Of the elements in a fixed order, those before the last one written are
 * missing. Of those after it, only the next is expected: a letter that is being drafted gets one reminder at a time, not
 * a wall of warnings.
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
 * The issues that the writer works on. Of those without a decision and a rationale, only the first one counts: a letter
 * that starts with all its issues laid out gets its reminders one issue at a time. The first is one whose treatment is
 * filled in: a new letter shows nothing before its first word.
 */
export function issuesInProgress(issues: readonly Issue[]): readonly Issue[] {
  const next = issues.find((issue) => isUntouched(issue) && !isTemplate(issue));
  return issues.filter((issue) => issue === next || !isUntouched(issue));
}

const isUntouched = ({ heading, rationale }: Issue): boolean =>
  heading.decision?.outcome === undefined && rationale !== undefined && !isWritten(rationale);

const isTemplate = ({ heading }: Issue): boolean => heading.treatment.includes(placeholders.treatment.words);

/** What an issue lacks, in the words that the picker, the status bar and the hover show. */
import { isEmpty } from "../letter/flat.ts";
import type { Issue, Part } from "../letter/types.ts";

export function isWritten(part: Part | undefined): part is Part {
  return part !== undefined && !isEmpty(part.body);
}

export function missingElements(issue: Issue): readonly string[] {
  const missing: string[] = [];
  if (!issue.heading.treatment) missing.push("treatment");
  if (!issue.heading.decision?.outcome) missing.push("decision");
  if (!isWritten(issue.claims)) missing.push("claims administrator guideline");
  if (!isWritten(issue.reviewer)) missing.push("MAXIMUS guideline");
  if (!isWritten(issue.rationale)) missing.push("rationale");
  else if (!issue.rationale?.conclusion) missing.push("conclusion");
  return missing;
}

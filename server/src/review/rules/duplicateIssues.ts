/** Finds a treatment that is decided twice. */
import { requestKey, wordsKey } from "../../analysis/treatment/sameRequest.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { removeIssueFix } from "../fixes/letterFixes.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

export function duplicateIssues(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  if (letter.issues.length < 2) return [];
  const seen = new Map<string, Issue>();
  return matchFindings(letter.issues, (issue) => {
    const { heading } = issue;
    const typed = heading.treatment.toLowerCase().replace(/[^a-z0-9.%/]+/g, "");
    if (!typed) return [];
    // Requests that were partly authorized differ in what was.
    const keys = heading.partlyAuthorized
      ? [typed]
      : [typed, requestKey(letter, issue, knowledge), wordsKey(issue)];
    const before = keys.map((key) => seen.get(key)).find((one) => one !== undefined);
    for (const key of keys) if (key !== "" && !seen.has(key)) seen.set(key, issue);
    if (!before) return [];
    const first = before.heading;
    const isTyped = first.treatment.toLowerCase().replace(/[^a-z0-9.%/]+/g, "") === typed;
    const message = isTyped
      ? messageNaming([heading.treatment], (treatment) => `“${treatment}” is decided twice.`)
      : messageNaming(
          [heading.treatment, first.treatment],
          (treatment, other) => `“${treatment}” is decided twice: it's the same as “${other}”.`,
        );
    const related = [{ ...first.span, message: "First decision." }];
    return [createFinding(heading.treatmentSpan, message, related, [removeIssueFix(letter, issue)])];
  });
}

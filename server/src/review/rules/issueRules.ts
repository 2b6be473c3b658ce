/** Rules about one issue: its heading, decision, and parts. */

import { isWritten } from "../../analysis/checklist.ts";
import { isBlank } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { nearLabel } from "../../letter/nearLabels.ts";
import type { Issue, Letter, PartKind } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import { decisionFixes, missingPartFixes } from "../fixes/issueFixes.ts";
import { addHeadingFix } from "../fixes/letterFixes.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";
import { headingContradictions, implausibleStrengths } from "./headingContradictions.ts";
import { issuesInProgress, missingUpToNext } from "./nextExpected.ts";

const partNames: Readonly<Record<PartKind, { readonly label: string; readonly content: string }>> = {
  claims: {
    label: "Claims Administrator guideline",
    content: "which guideline the claims administrator used",
  },
  reviewer: { label: "MAXIMUS guideline", content: "which guideline the reviewer relied on" },
  rationale: { label: "Decision rationale", content: "the clinical reasons for the decision" },
};

/** Where a finding about a whole issue is reported. */
function at({ heading, span }: Issue): Span {
  if (!isBlank(heading.treatmentSpan)) return heading.treatmentSpan;
  return isBlank(heading.span) ? { start: span.start, end: span.start } : heading.span;
}

/** The message about an issue, which it names by its treatment or, without one, by its number. */
function aboutIssue({ heading, index }: Issue, message: (name: string) => string): string {
  return heading.treatment
    ? messageNaming([heading.treatment], (treatment) => message(`“${treatment}”`))
    : message(`issue ${index + 1}`);
}

function missingDecision(letter: Letter): readonly Finding[] {
  return matchFindings(issuesInProgress(letter.issues), (issue) => {
    const { decision } = issue.heading;
    if (decision?.outcome || !issue.heading.treatment) return [];
    if (decision) {
      const message = messageNaming(
        [decision.text],
        (words) => `“${words}” isn't an IMR decision. Use “Upheld” or “Overturned”.`,
      );
      return [createFinding(decision.span, message, [], decisionFixes(letter, issue))];
    }
    const message = aboutIssue(
      issue,
      (name) => `The decision on ${name} is missing. Add “: Upheld” or “: Overturned”.`,
    );
    return [createFinding(at(issue), message, [], decisionFixes(letter, issue))];
  });
}

function missingHeading(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    if (issue.heading.treatment) return [];
    const where = issue.parts[0]?.label ?? at(issue);
    const message = "This issue has no heading. Name the disputed treatment and the decision.";
    return [createFinding(where, message, [], [addHeadingFix(letter, where.start)])];
  });
}

/** Missing parts of each issue. In the last issue, or one without any parts, they may not be written yet. */
function missingParts(kind: PartKind): Rule["check"] {
  return (letter) =>
    matchFindings(issuesInProgress(letter.issues), (issue) => {
      if (hasWritten(issue, kind)) return [];
      const parts = (["claims", "reviewer", "rationale"] as const).map((k) => ({
        kind: k,
        written: hasWritten(issue, k),
      }));
      const unfinished = issue === letter.issues.at(-1) || parts.every((p) => !p.written);
      const missing = unfinished ? missingUpToNext(parts) : parts.filter((p) => !p.written);
      if (!missing.some((p) => p.kind === kind)) return [];
      const { label, content } = partNames[kind];
      const part = issue[kind];
      const near = part ? undefined : nearLabel(letter.text, kind, unlabeled(issue, kind));
      if (near) {
        const words = letter.text.slice(near.start, near.end);
        const message = messageNaming([words], (shown) => `“${shown}” isn't the label “${label}:”.`);
        const fix = replacement(`Change to “${label}:”`, near, `${label}:`);
        return [createFinding(near, message, [], [fix])];
      }
      const message = part
        ? `“${label}” is empty. State ${content}.`
        : aboutIssue(issue, (name) => `“${label}” is missing for ${name}.`);
      return [createFinding(part?.label ?? at(issue), message, [], missingPartFixes(letter, issue, kind))];
    });
}

/** Where a part without its label may be: from the part before it to the next label. */
function unlabeled({ heading, span, parts }: Issue, kind: PartKind): Span {
  const next = parts.find((part) => rank(part.kind) > rank(kind));
  const before = parts.findLast((part) => rank(part.kind) < rank(kind));
  return { start: before?.body.start ?? heading.span.end, end: next?.label.start ?? span.end };
}

const hasWritten = (issue: Issue, kind: PartKind): boolean => isWritten(issue[kind]);

function repeatedParts(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, (issue) =>
    matchFindings(issue.parts, (part) => {
      const first = issue[part.kind];
      if (!first || first === part) return [];
      const { label } = partNames[part.kind];
      const message = aboutIssue(issue, (name) => `“${label}” appears twice in ${name}.`);
      return [createFinding(part.label, message, [{ ...first.label, message: "First occurrence." }])];
    }),
  );
}

const orderOfParts: readonly PartKind[] = ["claims", "reviewer", "rationale"];

function partOrder(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const firsts = issue.parts.filter((part) => issue[part.kind] === part);
    const late = firsts.findIndex((part, i) => i > 0 && rank(part.kind) < rank(firsts[i - 1]!.kind));
    const [before, part] = [firsts[late - 1], firsts[late]];
    if (!before || !part) return [];
    const message = `“${partNames[part.kind].label}” usually comes before “${partNames[before.kind].label}”.`;
    return [
      createFinding(part.label, message, [
        { ...before.label, message: `“${partNames[before.kind].label}” is here.` },
      ]),
    ];
  });
}

const rank = (kind: PartKind) => orderOfParts.indexOf(kind);

export const issueRules: readonly Rule[] = [
  {
    id: "issue/missing-heading",
    severity: "warning",
    title: "An issue has no heading",
    law: laws.contents,
    isMissingContent: true,
    check: missingHeading,
  },
  {
    id: "issue/missing-decision",
    severity: "warning",
    title: "A heading has no decision",
    law: laws.analysis,
    isMissingContent: true,
    check: missingDecision,
  },
  {
    id: "issue/missing-claims-guideline",
    severity: "warning",
    title: "The claims administrator's guideline is missing or empty",
    law: laws.citation,
    isMissingContent: true,
    check: missingParts("claims"),
  },
  {
    id: "issue/missing-reviewer-guideline",
    severity: "warning",
    title: "The reviewer's guideline is missing or empty",
    law: laws.citation,
    isMissingContent: true,
    check: missingParts("reviewer"),
  },
  {
    id: "issue/missing-rationale",
    severity: "warning",
    title: "The rationale is missing or empty",
    law: laws.contents,
    isMissingContent: true,
    check: missingParts("rationale"),
  },
  {
    id: "issue/repeated-part",
    severity: "information",
    title: "An issue repeats a part",
    law: undefined,
    check: repeatedParts,
  },
  {
    id: "issue/part-order",
    severity: "information",
    title: "The parts of an issue are out of order",
    law: undefined,
    check: partOrder,
  },
  {
    id: "issue/heading-contradiction",
    severity: "warning",
    title: "The heading contradicts itself",
    law: laws.factualError,
    check: headingContradictions,
  },
  {
    id: "issue/implausible-strength",
    severity: "information",
    title: "No tablet or capsule has that strength",
    law: laws.factualError,
    check: implausibleStrengths,
  },
];

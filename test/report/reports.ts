/** Made-up data for tests of the page. */
import type { Determination } from "../../server/src/features/workspace/determinations.ts";
import { createReportBuilder, type ReportInput } from "../../server/src/features/workspace/report.ts";
import { reportInputIssue } from "../../server/src/features/workspace/reportIssue.ts";
import { reportHtml } from "../../server/src/report/reportHtml.ts";
import { knowledge } from "../review/knowledge.ts";

export const determination = (change: Partial<Determination> = {}): Determination => ({
  caseNumber: "CM16-0990001",
  dateOfInjury: null,
  urDenialDate: null,
  applicationReceived: null,
  dateAssigned: null,
  decisionDate: "2016-12-05",
  specialty: null,
  issue: 1,
  treatment: "MRI of the lumbar spine",
  drug: null,
  drugClass: null,
  drugStatus: [],
  strength: null,
  count: null,
  decision: "Upheld",
  claimsCitations: [],
  reviewerCitations: ["Low Back Complaints 2004"],
  reviewerGuidelines: ["acoem-12"],
  present: ["decision", "rationale"],
  missing: [],
  reviewerStates: [],
  daysInjuryToDenial: null,
  daysDenialToApplication: null,
  daysApplicationToDecision: null,
  lastDayToAppeal: null,
  ...change,
});

interface LetterOptions {
  readonly name?: string;
  readonly href?: string;
  readonly rules?: readonly string[];
  readonly line?: number;
}

/** A letter with these issues and one problem of each of these rules. */
export const letter = (
  issues: readonly Partial<Determination>[],
  { name = "a.imr", href = "a.imr", rules = [], line }: LetterOptions = {},
): ReportInput => ({
  name,
  href,
  issues: issues.map((change) => reportInputIssue(determination(change), line)),
  findings: rules.map((rule) => ({ rule, severity: "warning" })),
});

export function pageOn(letters: Iterable<ReportInput>, title = "letters"): string {
  const report = createReportBuilder(knowledge);
  for (const one of letters) report.add(one);
  return reportHtml(report.finish(), { title, made: "2026-11-28", program: "IMR Letters 0.1.0" });
}

const treatments: readonly Partial<Determination>[] = [
  { treatment: "Norco 10/325mg #120", drugClass: "opioid", decision: "Upheld" },
  { treatment: "Naproxen 550mg #60", drugClass: "NSAID", decision: "Overturned", missing: ["criterion"] },
  { treatment: "MRI of the lumbar spine", decision: null, missing: ["decision", "criterion"] },
  { treatment: "Acupuncture, 6 sessions", decision: "Overturned" },
  { treatment: "Lyrica 75mg #60", drugClass: "anticonvulsant", decision: "Modified" },
];

/** Letters with two issues each, in the order of their case numbers. */
export function* manyLetters(count: number): Generator<ReportInput> {
  for (let index = 0; index < count; index++) {
    const caseNumber = `CM16-${String(index).padStart(7, "0")}`;
    const decisionDate = `201${4 + (index % 3)}-${String(1 + (index % 12)).padStart(2, "0")}-05`;
    const issues = [0, 1].map((issue) => ({
      ...treatments[(index + issue) % treatments.length],
      caseNumber,
      decisionDate,
    }));
    yield letter(issues, {
      name: `letters/${caseNumber}.imr`,
      rules: index % 4 === 0 ? ["rationale/no-criterion"] : [],
    });
  }
}

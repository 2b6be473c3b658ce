/** Counts periods, missing elements, and problems by rule, for the report. */
import { deepCopy } from "../../base/deepCopy.ts";
import { severityRank } from "../../review/mostSevere.ts";
import { rules } from "../../review/rules.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import { createGroupCounter, type Group } from "./reportGroups.ts";
import { type PeriodUnit, periodsOf, type ReportInputIssue } from "./reportIssue.ts";

/** The number of issues that are missing an element. */
export interface MissingCount {
  readonly element: string;
  readonly issues: number;
  /** The number of issues that require it. */
  readonly of: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  /** The severity of its most severe finding. */
  readonly severity: ReviewedFinding["severity"];
  readonly findings: number;
  readonly letters: number;
}

export interface Trend {
  readonly unit: PeriodUnit;
  /** In chronological order: "2016 Q3", or "2016". */
  readonly periods: readonly Group[];
  /** The number of letters that are counted by the date of the denial, because the decision has none. */
  readonly byDenial: number;
  /** The number of letters with issues but without either date. */
  readonly undated: number;
}

/** More quarters would be hard to read. */
const maxQuarters = 12;

export function createTrendCounter() {
  const [quarters, years] = [createGroupCounter(), createGroupCounter()];
  let [byDenial, undated] = [0, 0];
  const inOrder = (groups: readonly Group[]): readonly Group[] =>
    groups.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return {
    addLetter(issues: readonly ReportInputIssue[]): void {
      const dated = issues.filter(({ day }) => day !== null);
      if (dated.some(({ decisionDate }) => decisionDate === null)) byDenial++;
      if (issues.length > 0 && dated.length === 0) undated++;
    },
    /** Returns how many issues the smallest group of the issue has now. */
    add: (letter: number, issue: ReportInputIssue): number =>
      Math.min(
        quarters.add(letter, issue, periodsOf(issue, "quarter")),
        years.add(letter, issue, periodsOf(issue, "year")),
      ),
    finish(): Trend {
      const unit = quarters.finish().length > maxQuarters ? "year" : "quarter";
      const periods = inOrder((unit === "year" ? years : quarters).finish());
      return { unit, periods, byDenial, undated };
    },
  };
}

export function createElementCounter() {
  const counts = new Map<string, { issues: number; of: number }>();
  const at = (element: string) => {
    const known = counts.get(element);
    if (known) return known;
    const added = { issues: 0, of: 0 };
    counts.set(deepCopy(element), added);
    return added;
  };
  return {
    /** Returns how many issues are missing the most rarely missing of its elements now. */
    add({ present, missing }: ReportInputIssue): number {
      for (const element of [...present, ...missing]) at(element).of++;
      return Math.min(...missing.map((element) => ++at(element).issues));
    },
    finish: (): readonly MissingCount[] =>
      [...counts]
        .map(([element, count]) => ({ element, ...count }))
        .filter((count) => count.issues > 0)
        .sort((a, b) => b.issues - a.issues || (a.element < b.element ? -1 : 1)),
  };
}

type CountedFinding = Pick<ReviewedFinding, "rule" | "severity">;

export function createRuleCounter() {
  const counts = new Map<
    string,
    { severity: CountedFinding["severity"]; findings: number; letters: number }
  >();
  return {
    /** Counts the problems of a letter. Returns the number of letters with the rarest of its rules. */
    add(findings: readonly CountedFinding[], brokenRules: readonly string[]): number {
      for (const { rule, severity } of findings) {
        const count = counts.get(rule) ?? { severity, findings: 0, letters: 0 };
        if (severityRank(severity) > severityRank(count.severity)) count.severity = severity;
        count.findings++;
        counts.set(rule, count);
      }
      let fewest = Number.POSITIVE_INFINITY;
      for (const rule of brokenRules) {
        const count = counts.get(rule);
        if (count) fewest = Math.min(fewest, ++count.letters);
      }
      return fewest;
    },
    finish: (): readonly RuleCount[] =>
      [...counts]
        .map(([rule, count]) => ({ rule, title: titles.get(rule) ?? rule, ...count }))
        .sort(
          (a, b) =>
            severityRank(b.severity) - severityRank(a.severity) ||
            b.findings - a.findings ||
            (a.rule < b.rule ? -1 : 1),
        ),
  };
}

const titles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]));

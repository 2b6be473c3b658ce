/**
 * What a shelf of letters decides and lacks: counts and a row an issue. Letters are added one by one, and no more is kept
 * of each than its rows, so that ten thousand of them need little memory.
 */

import { noEvidenceCited } from "../../analysis/citedGuidelines.ts";
import { withoutAssociatedService } from "../../analysis/request.ts";
import { kindsIn } from "../../analysis/treatmentAttributes.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { severityRank } from "../../review/mostSevere.ts";
import { rules } from "../../review/rules.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { Determination } from "./determinations.ts";
import { counted, type Decisions, decisionsOf, type Group, groups } from "./reportGroups.ts";

/** What is to be told of a file with a letter, or several, in it. */
export interface ReportInput {
  /** As the user knows the file. */
  readonly name: string;
  /** Where a link to it leads; undefined where there is no file. */
  readonly href?: string | undefined;
  readonly issues: readonly ReportInputIssue[];
  readonly findings: readonly Pick<ReviewedFinding, "rule" | "severity">[];
}

export interface ReportInputIssue {
  readonly determination: Determination;
  /** Of the issue's heading, from 1, where links can lead to lines. */
  readonly line?: number | undefined;
}

export interface ReportedLetter {
  readonly name: string;
  readonly href: string | undefined;
  /** The rules that found something in it. */
  readonly rules: readonly string[];
}

export interface ReportedIssue {
  /** Its place in `letters`. */
  readonly letter: number;
  readonly line: number | undefined;
  readonly caseNumber: string | null;
  readonly decisionDate: string | null;
  /** The day that trends go by: of the decision, else of the denial. */
  readonly day: string | null;
  readonly treatment: string;
  /** Of its drug, else null. */
  readonly drugClass: string | null;
  /** Of a treatment without a drug, where it is known. */
  readonly kind: string | null;
  readonly decision: string | null;
  /** Ids of the guidelines that the reviewer cites. */
  readonly guidelines: readonly string[];
  /** True where the reviewer cites something. */
  readonly cites: boolean;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

/** How many issues lack an element, of those of which it is asked. */
export interface MissingCount {
  readonly element: string;
  readonly issues: number;
  readonly of: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly title: string;
  /** The gravest of its findings. */
  readonly severity: ReviewedFinding["severity"];
  readonly findings: number;
  readonly letters: number;
}

export interface Trend {
  readonly unit: "quarter" | "year";
  /** In order: "2016 Q3", or "2016". */
  readonly periods: readonly Group[];
  /** Letters by the day of the denial, because the day of the decision is missing. */
  readonly byDenial: number;
  /** Letters with issues, but without either day. */
  readonly undated: number;
}

export interface Report {
  readonly totals: Decisions;
  readonly lettersWithoutIssue: number;
  readonly lettersWithFindings: number;
  readonly drugClasses: readonly Group[];
  readonly kinds: readonly Group[];
  readonly guidelines: readonly Group[];
  readonly lacks: readonly MissingCount[];
  readonly rules: readonly RuleCount[];
  readonly trend: Trend;
  readonly letters: readonly ReportedLetter[];
  readonly issues: readonly ReportedIssue[];
}

export interface ReportBuilder {
  add(letter: ReportInput): void;
  /** The report on all that were added. */
  finish(): Report;
}

/** In the place of a class, kind or guideline that is not known. */
export const unknownKind = "other treatments";
export const unknownGuideline = "a source that the index does not know";
export const noGuideline = "no source";

export function createReportBuilder(knowledge: Pick<Knowledge, "guideline">): ReportBuilder {
  const letters: ReportedLetter[] = [];
  const issues: ReportedIssue[] = [];
  const found = new Map<string, RuleCount>();
  const [word, list] = [keptOnce<string | null>(), keptOnce<readonly string[]>()];
  let lettersWithoutIssue = 0;

  function addIssue(letter: number, { determination, line }: ReportInputIssue): void {
    const { drugClass, decisionDate, urDenialDate, treatment } = determination;
    issues.push({
      letter,
      line,
      caseNumber: word(determination.caseNumber),
      decisionDate: word(decisionDate),
      day: word(decisionDate ?? urDenialDate),
      treatment: word(treatment) ?? "",
      drugClass: word(drugClass),
      kind: drugClass === null ? (kindsIn(withoutAssociatedService(treatment))[0]?.kind ?? null) : null,
      decision: word(determination.decision),
      guidelines: list(determination.reviewerGuidelines),
      cites: determination.reviewerCitations.some((source) => source !== noEvidenceCited),
      present: list(determination.present),
      missing: list(determination.missing),
    });
  }

  return {
    add({ name, href, issues: read, findings }) {
      for (const { rule, severity } of findings) {
        const before = found.get(rule);
        found.set(rule, {
          rule,
          title: titles.get(rule) ?? rule,
          severity:
            before && severityRank(before.severity) > severityRank(severity) ? before.severity : severity,
          findings: (before?.findings ?? 0) + 1,
          letters: before?.letters ?? 0,
        });
      }
      const broken = [...new Set(findings.map(({ rule }) => rule))];
      for (const rule of broken) {
        const before = found.get(rule);
        if (before) found.set(rule, { ...before, letters: before.letters + 1 });
      }
      if (read.length === 0) lettersWithoutIssue++;
      for (const issue of read) addIssue(letters.length, issue);
      letters.push({ name, href, rules: list(broken) });
    },
    finish: () => ({
      totals: decisionsOf(issues),
      lettersWithoutIssue,
      lettersWithFindings: letters.filter(({ rules }) => rules.length > 0).length,
      drugClasses: groups(issues, ({ drugClass }) => (drugClass === null ? [] : [drugClass])),
      kinds: groups(issues, (issue) => kindOf(issue) ?? []),
      guidelines: groups(issues, guidelinesOf).map((group) => ({
        ...group,
        name: knowledge.guideline(group.key)?.name ?? group.name,
      })),
      lacks: lacksOf(issues),
      rules: [...found.values()].sort(
        (a, b) =>
          severityRank(b.severity) - severityRank(a.severity) ||
          b.findings - a.findings ||
          (a.rule < b.rule ? -1 : 1),
      ),
      trend: trendOf(issues),
      letters,
      issues,
    }),
  };
}

/** The kind as it is counted; undefined for a drug. */
export const kindOf = ({ drugClass, kind }: ReportedIssue): string | undefined =>
  drugClass === null ? (kind ?? unknownKind) : undefined;

/** The guidelines as they are counted: never none. */
export function guidelinesOf({ guidelines, cites }: ReportedIssue): readonly string[] {
  if (guidelines.length > 0) return guidelines;
  return [cites ? unknownGuideline : noGuideline];
}

/** "2016 Q3" or "2016"; a day that lacks its month is in no quarter but in its year. */
export function periodOf(day: string, unit: Trend["unit"]): string {
  const [year = "", month] = day.split("-");
  return unit === "year" || month === undefined ? year : `${year} Q${Math.ceil(Number(month) / 3)}`;
}

/** More quarters than these are hard to read. */
const mostQuarters = 12;

function trendOf(issues: readonly ReportedIssue[]): Trend {
  const periods = (unit: Trend["unit"]): readonly Group[] =>
    groups(issues, ({ day }) => (day === null ? [] : periodOf(day, unit))).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  const quarters = periods("quarter");
  const unit = quarters.length > mostQuarters ? "year" : "quarter";
  const dated = new Set(issues.flatMap(({ day, letter }) => (day === null ? [] : letter)));
  return {
    unit,
    periods: unit === "quarter" ? quarters : periods("year"),
    byDenial: counted(issues, ({ day, decisionDate }) => day !== null && decisionDate === null),
    undated: counted(issues, ({ letter }) => !dated.has(letter)),
  };
}

function lacksOf(issues: readonly ReportedIssue[]): readonly MissingCount[] {
  const lacks = new Map<string, { issues: number; of: number }>();
  const at = (element: string) => {
    const known = lacks.get(element) ?? { issues: 0, of: 0 };
    lacks.set(element, known);
    return known;
  };
  for (const { present, missing } of issues) {
    for (const element of present) at(element).of++;
    for (const element of missing) {
      at(element).of++;
      at(element).issues++;
    }
  }
  return [...lacks]
    .map(([element, counts]) => ({ element, ...counts }))
    .filter((lack) => lack.issues > 0)
    .sort((a, b) => b.issues - a.issues || (a.element < b.element ? -1 : 1));
}

const titles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]));

/** Copies what it is given, once for all that is equal: a piece of a letter would hold on to all of its text. */
function keptOnce<T>(): (words: T) => T {
  const kept = new Map<string, T>();
  return (words) => {
    const key = JSON.stringify(words);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const copy: T = JSON.parse(key);
    kept.set(key, copy);
    return copy;
  };
}

/**
 * A report on all letters of a folder: what they decide and what they're missing. Letters are added one by one, and only a
 * row per issue is kept, so 10,000 letters need little memory.
 */

import { noEvidenceCited } from "../../analysis/citedGuidelines.ts";
import { withoutAssociatedService } from "../../analysis/request.ts";
import { kindsIn } from "../../analysis/treatmentAttributes.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { severityRank } from "../../review/mostSevere.ts";
import { rules } from "../../review/rules.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { Determination } from "./determinations.ts";
import { createDaysCounter, type DaysBetween } from "./reportDays.ts";
import { counted, type Decisions, decisionsOf, type Group, groups } from "./reportGroups.ts";

/** The data of one file, which has one or more letters. */
export interface ReportInput {
  /** The file's name as shown to the user. */
  readonly name: string;
  /** The URL of a link to it; undefined if there is no file. */
  readonly href?: string | undefined;
  readonly issues: readonly ReportInputIssue[];
  readonly findings: readonly Pick<ReviewedFinding, "rule" | "severity">[];
}

export interface ReportInputIssue {
  readonly determination: Determination;
  /** The 1-based line of the issue's heading, if links can go to lines. */
  readonly line?: number | undefined;
}

export interface ReportedLetter {
  readonly name: string;
  readonly href: string | undefined;
  /** The rules that report a problem in it. */
  readonly rules: readonly string[];
}

export interface ReportedIssue {
  /** Its index in `letters`. */
  readonly letter: number;
  readonly line: number | undefined;
  readonly caseNumber: string | null;
  readonly decisionDate: string | null;
  /** The ISO date that trends use: of the decision, otherwise of the denial. */
  readonly day: string | null;
  readonly treatment: string;
  /** The class of its drug; null if it has none. */
  readonly drugClass: string | null;
  /** The kind of a treatment without a drug; null if unknown. */
  readonly kind: string | null;
  readonly decision: string | null;
  /** The ids of the guidelines that the reviewer cites. */
  readonly guidelines: readonly string[];
  /** Whether the reviewer cites anything. */
  readonly cites: boolean;
  /** The reviewer's, one by one. */
  readonly specialties: readonly string[];
  readonly states: readonly string[];
  readonly lastDayToAppeal: string | null;
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

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
  readonly unit: "quarter" | "year";
  /** In chronological order: "2016 Q3", or "2016". */
  readonly periods: readonly Group[];
  /** The number of letters that are counted by the date of the denial, because the decision has none. */
  readonly byDenial: number;
  /** The number of letters with issues but without either date. */
  readonly undated: number;
}

/** A case number that several files have. */
export interface SharedCaseNumber {
  readonly caseNumber: string;
  /** Indexes in `letters`: at least two. */
  readonly letters: readonly number[];
}

export interface Report {
  readonly totals: Decisions;
  readonly lettersWithoutIssue: number;
  readonly lettersWithFindings: number;
  readonly drugClasses: readonly Group[];
  readonly kinds: readonly Group[];
  readonly guidelines: readonly Group[];
  readonly specialties: readonly Group[];
  readonly states: readonly Group[];
  readonly daysBetween: readonly DaysBetween[];
  readonly sharedCaseNumbers: readonly SharedCaseNumber[];
  readonly missing: readonly MissingCount[];
  readonly rules: readonly RuleCount[];
  readonly trend: Trend;
  readonly letters: readonly ReportedLetter[];
  readonly issues: readonly ReportedIssue[];
}

export interface ReportBuilder {
  add(letter: ReportInput): void;
  /** The report on all letters that were added. */
  finish(): Report;
}

/** Names for an unknown kind or guideline. */
export const unknownKind = "other treatments";
export const unknownGuideline = "a source that isn't in the index";
export const noGuideline = "no source";
/** The name for a specialty or a state that a letter doesn't name. */
export const notStated = "not stated";

export function createReportBuilder(knowledge: Pick<Knowledge, "guideline">): ReportBuilder {
  const letters: ReportedLetter[] = [];
  const issues: ReportedIssue[] = [];
  const ruleCounts = new Map<string, RuleCount>();
  const days = createDaysCounter();
  const specialtyName = namesInAnyCase();
  const [text, list] = [internedCopies<string | null>(), internedCopies<readonly string[]>()];
  let lettersWithoutIssue = 0;

  function addIssue(letter: number, { determination, line }: ReportInputIssue): void {
    const { drugClass, decisionDate, urDenialDate, treatment } = determination;
    days.add(letter, determination);
    issues.push({
      letter,
      line,
      caseNumber: text(determination.caseNumber),
      decisionDate: text(decisionDate),
      day: text(decisionDate ?? urDenialDate),
      treatment: text(treatment) ?? "",
      drugClass: text(drugClass),
      kind: drugClass === null ? (kindsIn(withoutAssociatedService(treatment))[0]?.kind ?? null) : null,
      decision: text(determination.decision),
      guidelines: list(determination.reviewerGuidelines),
      cites: determination.reviewerCitations.some((source) => source !== noEvidenceCited),
      specialties: list(specialtiesIn(determination.specialty).map(specialtyName)),
      states: list(determination.reviewerStates),
      lastDayToAppeal: text(determination.lastDayToAppeal),
      present: list(determination.present),
      missing: list(determination.missing),
    });
  }

  return {
    add({ name, href, issues: letterIssues, findings }) {
      for (const { rule, severity } of findings) {
        const previous = ruleCounts.get(rule);
        ruleCounts.set(rule, {
          rule,
          title: titles.get(rule) ?? rule,
          severity:
            previous && severityRank(previous.severity) > severityRank(severity)
              ? previous.severity
              : severity,
          findings: (previous?.findings ?? 0) + 1,
          letters: previous?.letters ?? 0,
        });
      }
      const brokenRules = [...new Set(findings.map(({ rule }) => rule))];
      for (const rule of brokenRules) {
        const previous = ruleCounts.get(rule);
        if (previous) ruleCounts.set(rule, { ...previous, letters: previous.letters + 1 });
      }
      if (letterIssues.length === 0) lettersWithoutIssue++;
      for (const issue of letterIssues) addIssue(letters.length, issue);
      letters.push({ name, href, rules: list(brokenRules) });
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
      specialties: groups(issues, specialtiesOf),
      states: groups(issues, statesOf),
      daysBetween: days.finish(),
      sharedCaseNumbers: sharedCaseNumbers(issues),
      missing: missingCounts(issues),
      rules: [...ruleCounts.values()].sort(
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

/** The kind that an issue is counted as; undefined for a drug. */
export const kindOf = ({ drugClass, kind }: ReportedIssue): string | undefined =>
  drugClass === null ? (kind ?? unknownKind) : undefined;

/** The guidelines that an issue is counted for: at least one. */
export function guidelinesOf({ guidelines, cites }: ReportedIssue): readonly string[] {
  if (guidelines.length > 0) return guidelines;
  return [cites ? unknownGuideline : noGuideline];
}

/** The specialties and states that an issue is counted for: at least one. */
export const specialtiesOf = ({ specialties }: ReportedIssue): readonly string[] => orNotStated(specialties);
export const statesOf = ({ states }: ReportedIssue): readonly string[] => orNotStated(states);

const orNotStated = (names: readonly string[]): readonly string[] => (names.length > 0 ? names : [notStated]);

/** "Family Practice, Sports Medicine" are two; "&" is the same as "and". */
const specialtiesIn = (words: string | null): readonly string[] => [
  ...new Set((words ?? "").split(/[,;]/).flatMap((name) => name.replace(/ ?& ?/g, " and ").trim() || [])),
];

/** Spells a name as it was first spelled, whatever its case. */
function namesInAnyCase(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = name.toLowerCase();
    const first = known.get(key) ?? name;
    known.set(key, first);
    return first;
  };
}

function sharedCaseNumbers(issues: readonly ReportedIssue[]): readonly SharedCaseNumber[] {
  const letters = new Map<string, Set<number>>();
  for (const { caseNumber, letter } of issues) {
    if (caseNumber === null) continue;
    const known = letters.get(caseNumber) ?? new Set();
    letters.set(caseNumber, known.add(letter));
  }
  return [...letters]
    .filter(([, { size }]) => size > 1)
    .map(([caseNumber, all]) => ({ caseNumber, letters: [...all] }))
    .sort((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1));
}

/** "2016 Q3" or "2016"; a date without a month is counted by its year. */
export function periodOf(day: string, unit: Trend["unit"]): string {
  const [year = "", month] = day.split("-");
  return unit === "year" || month === undefined ? year : `${year} Q${Math.ceil(Number(month) / 3)}`;
}

/** More quarters would be hard to read. */
const maxQuarters = 12;

function trendOf(issues: readonly ReportedIssue[]): Trend {
  const periods = (unit: Trend["unit"]): readonly Group[] =>
    groups(issues, ({ day }) => (day === null ? [] : periodOf(day, unit))).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  const quarters = periods("quarter");
  const unit = quarters.length > maxQuarters ? "year" : "quarter";
  const dated = new Set(issues.flatMap(({ day, letter }) => (day === null ? [] : letter)));
  return {
    unit,
    periods: unit === "quarter" ? quarters : periods("year"),
    byDenial: counted(issues, ({ day, decisionDate }) => day !== null && decisionDate === null),
    undated: counted(issues, ({ letter }) => !dated.has(letter)),
  };
}

function missingCounts(issues: readonly ReportedIssue[]): readonly MissingCount[] {
  const counts = new Map<string, { issues: number; of: number }>();
  const at = (element: string) => {
    const known = counts.get(element) ?? { issues: 0, of: 0 };
    counts.set(element, known);
    return known;
  };
  for (const { present, missing } of issues) {
    for (const element of present) at(element).of++;
    for (const element of missing) {
      at(element).of++;
      at(element).issues++;
    }
  }
  return [...counts]
    .map(([element, count]) => ({ element, ...count }))
    .filter((count) => count.issues > 0)
    .sort((a, b) => b.issues - a.issues || (a.element < b.element ? -1 : 1));
}

const titles: ReadonlyMap<string, string> = new Map(rules.map(({ id, title }) => [id, title]));

/** Copies values, equal ones once: a substring of a letter would keep the letter's whole text in memory. */
function internedCopies<T>(): (value: T) => T {
  const kept = new Map<string, T>();
  return (value) => {
    const key = JSON.stringify(value);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const copy: T = JSON.parse(key);
    kept.set(key, copy);
    return copy;
  };
}

/**
 * A report on all letters of a folder: what they decide and what they're missing. Letters are counted one by one. Only as many
 * issues are kept as one can look at, so a million letters need little memory.
 */
import { deepCopy } from "../../base/deepCopy.ts";
import { shortenToFit } from "../../base/shorten.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import { createSharedCaseFinder, type ReportedFile, type SharedCases } from "./reportCases.ts";
import {
  createElementCounter,
  createRuleCounter,
  createTrendCounter,
  type MissingCount,
  type RuleCount,
  type Trend,
} from "./reportCounts.ts";
import { createDaysCounter, type DaysBetween } from "./reportDays.ts";
import {
  createDecisionCounter,
  createGroupCounter,
  type Decisions,
  type Group,
  maxGroups,
} from "./reportGroups.ts";
import {
  classesOf,
  guidelinesOf,
  kindsOf,
  type ReportInputIssue,
  specialtiesOf,
  statesOf,
} from "./reportIssue.ts";

/** The data of one file, which has one or more letters. */
export interface ReportInput {
  /** The file's name as shown to the user. */
  readonly name: string;
  /** The URL of a link to it; undefined if there is no file. */
  readonly href?: string | undefined;
  readonly issues: readonly ReportInputIssue[];
  readonly findings: readonly Pick<ReviewedFinding, "rule" | "severity">[];
}

export interface ReportedLetter extends ReportedFile {
  /** The rules that report a problem in it. */
  readonly rules: readonly string[];
}

export interface ReportedIssue extends ReportInputIssue {
  readonly letter: ReportedLetter;
}

export interface Report {
  readonly totals: Decisions;
  readonly letters: number;
  readonly lettersWithoutIssue: number;
  readonly lettersWithFindings: number;
  readonly drugClasses: readonly Group[];
  readonly kinds: readonly Group[];
  readonly guidelines: readonly Group[];
  readonly specialties: readonly Group[];
  readonly states: readonly Group[];
  readonly daysBetween: readonly DaysBetween[];
  readonly sharedCases: SharedCases;
  readonly missing: readonly MissingCount[];
  readonly rules: readonly RuleCount[];
  readonly trend: Trend;
  /** The first issues of all, and the first of each group that is counted, in order. */
  readonly issues: readonly ReportedIssue[];
}

export interface ReportBuilder {
  add(letter: ReportInput): void;
  /** The report on all letters that were added. */
  finish(): Report;
}

/** A browser opens a page with so many in a second. */
export const maxListedIssues = 20_000;
/** Of each group, so many are listed, even if they come after the first ones. */
export const listedPerGroup = 20;

export function createReportBuilder(knowledge: Pick<Knowledge, "guideline">): ReportBuilder {
  const issues: ReportedIssue[] = [];
  const kept = createIssueKeeper();
  const totals = createDecisionCounter();
  const classes = createGroupCounter();
  const kinds = createGroupCounter();
  const guidelines = createGroupCounter();
  const specialties = createGroupCounter();
  const states = createGroupCounter();
  const trend = createTrendCounter();
  const elements = createElementCounter();
  const ruleCounter = createRuleCounter();
  const days = createDaysCounter();
  const cases = createSharedCaseFinder();
  const specialtyName = namesInAnyCase();
  let [letters, lettersWithoutIssue, lettersWithFindings] = [0, 0, 0];

  /** Returns how many issues the smallest group of the issue has now. */
  function count(letter: number, issue: ReportInputIssue): number {
    totals.add(letter, issue);
    days.add(letter, issue);
    return Math.min(
      classes.add(letter, issue, classesOf(issue)),
      kinds.add(letter, issue, kindsOf(issue)),
      guidelines.add(letter, issue, guidelinesOf(issue)),
      specialties.add(letter, issue, specialtiesOf(issue)),
      states.add(letter, issue, statesOf(issue)),
      trend.add(letter, issue),
      elements.add(issue),
    );
  }

  return {
    add({ name, href, issues: letterIssues, findings }) {
      const letter = letters++;
      const brokenRules = [...new Set(findings.map(({ rule }) => rule))];
      const lettersOfRule = ruleCounter.add(findings, brokenRules);
      if (brokenRules.length > 0) lettersWithFindings++;
      if (letterIssues.length === 0) lettersWithoutIssue++;
      trend.addLetter(letterIssues);
      const numbers = letterIssues.flatMap(({ caseNumber }) => caseNumber ?? []);
      cases.add({ name, href }, new Set(numbers));
      let reported: ReportedLetter | undefined;
      for (const one of letterIssues) {
        const issue = { ...one, specialties: one.specialties.map(specialtyName) };
        const fewest = Math.min(count(letter, issue), lettersOfRule);
        if (issues.length >= maxListedIssues && fewest > listedPerGroup) continue;
        reported ??= kept.letter({ name, href, rules: brokenRules });
        issues.push(kept.issue(issue, reported));
      }
    },
    finish: () => ({
      totals: { ...totals.sum },
      letters,
      lettersWithoutIssue,
      lettersWithFindings,
      drugClasses: classes.finish(),
      kinds: kinds.finish(),
      guidelines: guidelines
        .finish()
        .map((group) => ({ ...group, name: knowledge.guideline(group.key)?.name ?? group.name })),
      specialties: specialties.finish(),
      states: states.finish(),
      daysBetween: days.finish(),
      sharedCases: cases.finish(),
      missing: elements.finish(),
      rules: ruleCounter.finish(),
      trend: trend.finish(),
      issues,
    }),
  };
}

/** A longer text isn't a treatment. */
const maxShownLength = 500;

/** Copies what is listed: a substring of a letter would keep the letter's whole text in memory. Equal values are kept once. */
function createIssueKeeper() {
  const known = new Map<string, unknown>();
  function copy<T>(value: T): T {
    const key = JSON.stringify(value);
    const same = known.get(key);
    if (same !== undefined) return same as T;
    const copied: T = JSON.parse(key);
    known.set(key, copied);
    return copied;
  }
  const shown = (text: string): string => copy(shortenToFit(text, maxShownLength));
  return {
    letter: ({ name, href, rules }: ReportedLetter): ReportedLetter => ({
      name: deepCopy(name),
      href: href && deepCopy(href),
      rules: copy(rules),
    }),
    issue: (issue: ReportInputIssue, letter: ReportedLetter): ReportedIssue => ({
      ...issue,
      letter,
      caseNumber: issue.caseNumber === null ? null : shown(issue.caseNumber),
      decisionDate: copy(issue.decisionDate),
      day: copy(issue.day),
      treatment: shown(issue.treatment),
      drugClass: copy(issue.drugClass),
      kind: copy(issue.kind),
      decision: issue.decision === null ? null : shown(issue.decision),
      guidelines: copy(issue.guidelines),
      specialties: copy(issue.specialties),
      states: copy(issue.states),
      lastDayToAppeal: copy(issue.lastDayToAppeal),
      present: copy(issue.present),
      missing: copy(issue.missing),
    }),
  };
}

/** Spells a name as it was first spelled, whatever its case. */
function namesInAnyCase(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const key = name.toLowerCase();
    const first = known.get(key);
    if (first === undefined && known.size < maxGroups) known.set(deepCopy(key), deepCopy(name));
    return first ?? name;
  };
}

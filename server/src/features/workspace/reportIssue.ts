/** What the report counts of an issue, and the groups that it counts in. */
import { noEvidenceCited } from "../../analysis/citedGuidelines.ts";
import { withoutAssociatedService } from "../../analysis/request.ts";
import { kindsIn } from "../../analysis/treatmentAttributes.ts";
import type { CaseDays } from "../../review/caseDays.ts";
import type { Determination } from "./determinations.ts";

/** Plain data, so that it can be read in any thread. */
export interface ReportInputIssue extends CaseDays {
  /** The 1-based line of the issue's heading, if links can go to lines. */
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
  readonly present: readonly string[];
  readonly missing: readonly string[];
}

export function reportInputIssue(determination: Determination, line?: number): ReportInputIssue {
  const { drugClass, decisionDate, treatment } = determination;
  return {
    line,
    caseNumber: determination.caseNumber,
    decisionDate,
    day: decisionDate ?? determination.urDenialDate,
    treatment,
    drugClass,
    kind: drugClass === null ? (kindsIn(withoutAssociatedService(treatment))[0]?.kind ?? null) : null,
    decision: determination.decision,
    guidelines: determination.reviewerGuidelines,
    cites: determination.reviewerCitations.some((source) => source !== noEvidenceCited),
    specialties: specialtiesIn(determination.specialty),
    states: determination.reviewerStates,
    daysInjuryToDenial: determination.daysInjuryToDenial,
    daysDenialToApplication: determination.daysDenialToApplication,
    daysApplicationToDecision: determination.daysApplicationToDecision,
    lastDayToAppeal: determination.lastDayToAppeal,
    present: determination.present,
    missing: determination.missing,
  };
}

/** "Family Practice, Sports Medicine" are two; "&" is the same as "and". */
const specialtiesIn = (words: string | null): readonly string[] => [
  ...new Set((words ?? "").split(/[,;]/).flatMap((name) => name.replace(/ ?& ?/g, " and ").trim() || [])),
];

/** Names for an unknown kind or guideline. */
export const unknownKind = "other treatments";
export const unknownGuideline = "a source that isn't in the index";
export const noGuideline = "no source";
/** The name for a specialty or a state that a letter doesn't name. */
export const notStated = "not stated";

/** The class of its drug that an issue is counted as, if it has one. */
export const classesOf = ({ drugClass }: ReportInputIssue): readonly string[] =>
  drugClass === null ? [] : [drugClass];

/** The kind that an issue without a drug is counted as. */
export const kindsOf = ({ drugClass, kind }: ReportInputIssue): readonly string[] =>
  drugClass === null ? [kind ?? unknownKind] : [];

/** The guidelines that an issue is counted for: at least one. */
export function guidelinesOf({ guidelines, cites }: ReportInputIssue): readonly string[] {
  if (guidelines.length > 0) return guidelines;
  return [cites ? unknownGuideline : noGuideline];
}

/** The specialties and states that an issue is counted for: at least one. */
export const specialtiesOf = ({ specialties }: ReportInputIssue): readonly string[] =>
  orNotStated(specialties);
export const statesOf = ({ states }: ReportInputIssue): readonly string[] => orNotStated(states);

const orNotStated = (names: readonly string[]): readonly string[] => (names.length > 0 ? names : [notStated]);

export type PeriodUnit = "quarter" | "year";

/** "2016 Q3" or "2016"; a date without a month is counted by its year. */
export function periodsOf({ day }: ReportInputIssue, unit: PeriodUnit): readonly string[] {
  if (day === null) return [];
  const [year = "", month] = day.split("-");
  return [unit === "year" || month === undefined ? year : `${year} Q${Math.ceil(Number(month) / 3)}`];
}

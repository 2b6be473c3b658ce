/** The determinations for a treatment as a tree: letters, and the issues of each letter. Doesn't depend on VS Code. */
import type {
  DeterminationIssue,
  DeterminationLetter,
  DeterminationsOn,
  LetterDays,
} from "../../../server/src/protocol/extensions.ts";
import { isBefore, type Position } from "../issues/issuePositions.ts";
import { isObject, isRange } from "../util/typeGuards.ts";
import type { IssueLocation } from "./issueLocation.ts";

export interface LetterRow {
  readonly kind: "letter";
  readonly uri: string;
  readonly caseNumber: string | undefined;
  /** "2016-12-05", or a part of it if the letter has no complete date. */
  readonly day: string | undefined;
  readonly specialty: string | undefined;
  readonly states: readonly string[];
  readonly days: LetterDays;
  readonly issues: readonly IssueRow[];
}

export interface IssueRow extends DeterminationIssue {
  readonly kind: "issue";
  readonly letter: LetterRow;
}

export type DeterminationRow = LetterRow | IssueRow;

/** The rows, with the newest letters first and undated ones last. Issues are in document order. */
export function determinationRows(letters: readonly DeterminationLetter[]): readonly LetterRow[] {
  const rows = letters.map(({ uri, caseNumber, day, specialty, states, days, issues }) => {
    const own: IssueRow[] = [];
    // Missing values arrive as null.
    const ofLetter = {
      caseNumber: caseNumber ?? undefined,
      day: day ?? undefined,
      specialty: specialty ?? undefined,
      states,
      days,
    };
    const letter: LetterRow = { kind: "letter", uri, ...ofLetter, issues: own };
    own.push(...issues.map((issue): IssueRow => ({ kind: "issue", letter, ...issue })));
    return letter;
  });
  return rows.filter(({ issues }) => issues.length > 0).sort(newestFirst);
}

const newestFirst = (a: LetterRow, b: LetterRow): number =>
  compare(b.day ?? "", a.day ?? "") ||
  compare(a.caseNumber ?? "", b.caseNumber ?? "") ||
  compare(a.uri, b.uri);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export interface DecisionCounts {
  readonly upheld: number;
  readonly overturned: number;
  /** Decisions other than Upheld and Overturned. */
  readonly other: number;
  /** Issues without a decision. */
  readonly undecided: number;
  readonly letters: number;
}

export function countDecisions(letters: readonly LetterRow[]): DecisionCounts {
  const kinds = letters.flatMap(({ issues }) => issues.map(kindOf));
  const count = (kind: DecisionKind): number => kinds.filter((one) => one === kind).length;
  return {
    upheld: count("upheld"),
    overturned: count("overturned"),
    other: count("other"),
    undecided: count("undecided"),
    letters: letters.length,
  };
}

export type DecisionKind = "upheld" | "overturned" | "other" | "undecided";

export function kindOf({ decision }: Pick<DeterminationIssue, "decision">): DecisionKind {
  const word = decision?.trim().toLowerCase() ?? "";
  if (word === "") return "undecided";
  return word === "upheld" || word === "overturned" ? word : "other";
}

const issuesIn = (letters: readonly LetterRow[]): readonly IssueRow[] =>
  letters.flatMap(({ issues }) => issues);

/** The issue at or above the position or, above all issues of the letter, its first one; in other letters, the first of all. */
export function nearestRow(
  letters: readonly LetterRow[],
  uri: string,
  position: Position,
): IssueRow | undefined {
  const own = letters.find((letter) => letter.uri === uri)?.issues ?? [];
  return own.findLast(({ heading }) => !isBefore(position, heading.start)) ?? own[0] ?? issuesIn(letters)[0];
}

/** The issue that a row opens. */
export const targetOf = (row: DeterminationRow): IssueRow | undefined =>
  row.kind === "letter" ? row.issues[0] : row;

/** The issue before (-1) or after (1) a row. It wraps around. */
export function sibling(letters: readonly LetterRow[], from: DeterminationRow, step: 1 | -1): IssueRow {
  const issues = issuesIn(letters);
  const index = issues.indexOf(targetOf(from)!);
  // After a letter comes its first issue.
  const next = from.kind === "letter" && step === 1 ? index : index + step;
  return issues[(next + issues.length) % issues.length]!;
}

export const locationOf = ({ letter, heading }: IssueRow): IssueLocation => ({
  uri: letter.uri,
  position: heading.start,
});

/** The rows of a response. `isComplete` is false while letters are still being read. */
export interface Determinations {
  readonly treatment: string;
  readonly isComplete: boolean;
  readonly letters: readonly LetterRow[];
}

export const toDeterminations = ({ treatment, complete, letters }: DeterminationsOn): Determinations => ({
  treatment,
  isComplete: complete,
  letters: determinationRows(letters),
});

/** True for a row that a command was called on. */
export const isIssueRow = (value: unknown): value is IssueRow =>
  isObject(value) && value.kind === "issue" && isObject(value.letter) && isRange(value.heading);

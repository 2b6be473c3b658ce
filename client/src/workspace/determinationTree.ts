/** What the letters of the workspace decide on a treatment, as rows: letters, and in each its issues. Knows nothing of VS Code. */
import type {
  DeterminationIssue,
  DeterminationLetter,
  DeterminationsOn,
} from "../../../server/src/protocol/extensions.ts";
import { isBefore, type Position } from "../issues/issuePositions.ts";
import { isObject, isRange } from "../util/typeGuards.ts";
import type { IssueLocation } from "./issueLocation.ts";

export interface LetterRow {
  readonly kind: "letter";
  readonly uri: string;
  readonly caseNumber: string | undefined;
  /** "2016-12-05", or as much of it as the letter gives. */
  readonly day: string | undefined;
  readonly issues: readonly IssueRow[];
}

export interface IssueRow extends DeterminationIssue {
  readonly kind: "issue";
  readonly letter: LetterRow;
}

export type DeterminationRow = LetterRow | IssueRow;

/** The rows, the newest decisions first and those without a day last; within a letter in its own order. */
export function determinationRows(letters: readonly DeterminationLetter[]): readonly LetterRow[] {
  const rows = letters.map(({ uri, caseNumber, day, issues }) => {
    const own: IssueRow[] = [];
    // What is missing comes as null.
    const ofLetter = { caseNumber: caseNumber ?? undefined, day: day ?? undefined };
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
  /** Other words stand there. */
  readonly other: number;
  /** None stands there. */
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

/** The issue that the position is in or, in a letter above the first of them, the first; else the first of all. */
export function nearestRow(
  letters: readonly LetterRow[],
  uri: string,
  position: Position,
): IssueRow | undefined {
  const own = letters.find((letter) => letter.uri === uri)?.issues ?? [];
  return own.findLast(({ heading }) => !isBefore(position, heading.start)) ?? own[0] ?? issuesIn(letters)[0];
}

/** Where a row leads. */
export const targetOf = (row: DeterminationRow): IssueRow | undefined =>
  row.kind === "letter" ? row.issues[0] : row;

/** The issue before (-1) or after (1) a row, around the end. */
export function sibling(letters: readonly LetterRow[], from: DeterminationRow, step: 1 | -1): IssueRow {
  const issues = issuesIn(letters);
  const index = issues.indexOf(targetOf(from)!);
  // From a letter, the next one is its own first issue.
  const next = from.kind === "letter" && step === 1 ? index : index + step;
  return issues[(next + issues.length) % issues.length]!;
}

export const placeOf = ({ letter, heading }: IssueRow): IssueLocation => ({
  uri: letter.uri,
  position: heading.start,
});

/** The rows of an answer, and whether that is all. */
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

/** The row that a command was called on; undefined for anything else. */
export const isIssueRow = (value: unknown): value is IssueRow =>
  isObject(value) && value.kind === "issue" && isObject(value.letter) && isRange(value.heading);
